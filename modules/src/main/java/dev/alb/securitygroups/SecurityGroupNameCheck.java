package dev.alb.securitygroups;

import dev.alb.terraform.Checks;
import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** No two security groups of one VPC have the same name. */
enum SecurityGroupNameCheck implements CrossCheck {
    INSTANCE;

    @Override
    public List<Violation> violations(Inventory inventory) {
        return inventory.all(SecurityGroup.class).stream()
                .filter(group -> nameOf(group) != null)
                .collect(Collectors.groupingBy(SecurityGroupNameCheck::nameOf))
                .values()
                .stream()
                .flatMap(sameName -> clashes(sameName).stream())
                .toList();
    }

    /** The given name or the one that was made; none with a prefix. */
    private static @Nullable Object nameOf(SecurityGroup group) {
        return group.arguments().get("name");
    }

    private static List<Violation> clashes(List<SecurityGroup> sameName) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 1; i < sameName.size(); i++) {
            SecurityGroup later = sameName.get(i);
            sameName.subList(0, i).stream()
                    .filter(earlier -> isSameVpc(earlier, later))
                    .findFirst()
                    .ifPresent(earlier -> violations.add(clash(earlier, later)));
        }
        return violations;
    }

    /** Without a VPC it is the default one, which another stack's account may have too. */
    private static boolean isSameVpc(SecurityGroup one, SecurityGroup other) {
        String vpc = one.attributes().vpcId();
        return vpc == null
                ? other.attributes().vpcId() == null
                        && Objects.equals(one.region(), other.region())
                        && one.sharesStackWith(other)
                : vpc.equals(other.attributes().vpcId());
    }

    private static Violation clash(SecurityGroup earlier, SecurityGroup later) {
        return Violation.at(
                later.address(),
                "name",
                "be another than that of " + earlier.address(),
                Checks.quoted(nameOf(later)),
                "Rename one of the two, or leave the name out to have one made.");
    }
}
