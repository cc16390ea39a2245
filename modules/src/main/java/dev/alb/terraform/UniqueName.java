package dev.alb.terraform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * No two resources of a type have the same name where AWS keeps names apart.
 *
 * @param <T> the kind of resource
 * @param type its class
 * @param share whether two of them are where a name can stand once only
 */
public record UniqueName<T extends AwsResource>(Class<T> type, BiPredicate<T, T> share) implements CrossCheck {

    @Override
    public List<Violation> violations(Inventory inventory) {
        Map<Object, List<T>> byName = new LinkedHashMap<>();
        for (T resource : inventory.all(type)) {
            Object name = resource.arguments().get("name");
            if (name != null) {
                byName.computeIfAbsent(name, n -> new ArrayList<>()).add(resource);
            }
        }
        return byName.values().stream().flatMap(same -> clashes(same).stream()).toList();
    }

    private List<Violation> clashes(List<T> sameName) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 1; i < sameName.size(); i++) {
            T later = sameName.get(i);
            sameName.subList(0, i).stream()
                    .filter(earlier -> share.test(earlier, later))
                    .findFirst()
                    .ifPresent(earlier -> violations.add(clash(earlier, later)));
        }
        return violations;
    }

    private static Violation clash(AwsResource earlier, AwsResource later) {
        return Violation.at(
                later.address(),
                "name",
                "be another than that of " + earlier.address(),
                Checks.quoted(later.arguments().get("name")),
                "Rename one of the two, or leave the name out to have one made.");
    }
}
