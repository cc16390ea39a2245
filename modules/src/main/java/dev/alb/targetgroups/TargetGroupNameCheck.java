package dev.alb.targetgroups;

import dev.alb.terraform.Checks;
import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** No two target groups of one account and region have the same name. */
enum TargetGroupNameCheck implements CrossCheck {
    INSTANCE;

    @Override
    public List<Violation> violations(Inventory inventory) {
        return inventory.all(TargetGroup.class).stream()
                .filter(group -> nameOf(group) != null)
                .collect(Collectors.groupingBy(TargetGroupNameCheck::nameOf))
                .values()
                .stream()
                .flatMap(sameName -> clashes(sameName).stream())
                .toList();
    }

    /** The given name or the one that was made; none with a prefix. */
    private static @Nullable Object nameOf(TargetGroup group) {
        return group.arguments().get("name");
    }

    private static List<Violation> clashes(List<TargetGroup> sameName) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 1; i < sameName.size(); i++) {
            TargetGroup later = sameName.get(i);
            sameName.subList(0, i).stream()
                    .filter(earlier -> isSamePlace(earlier, later))
                    .findFirst()
                    .ifPresent(earlier -> violations.add(clash(earlier, later)));
        }
        return violations;
    }

    /** Other stacks may be in other accounts and regions, unless they share a VPC. */
    private static boolean isSamePlace(TargetGroup one, TargetGroup other) {
        String vpc = one.attributes().vpcId();
        boolean sameVpc = vpc != null && vpc.equals(other.attributes().vpcId());
        boolean sameRegion =
                Objects.equals(one.attributes().region(), other.attributes().region());
        return sameVpc || sameRegion && one.sharesStackWith(other);
    }

    private static Violation clash(TargetGroup earlier, TargetGroup later) {
        return Violation.at(
                later.address(),
                "name",
                "be another than that of " + earlier.address(),
                Checks.quoted(nameOf(later)),
                "Rename one of the two, or leave the name out to have one made.");
    }
}
