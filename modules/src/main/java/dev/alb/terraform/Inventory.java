package dev.alb.terraform;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import software.constructs.Construct;

/** All resources of one app, across its stacks, for the checks that look at several of them. */
public final class Inventory {
    private static final Map<Construct, Inventory> BY_ROOT = Collections.synchronizedMap(new WeakHashMap<>());

    private final List<AwsResource> resources = new ArrayList<>();
    private final Map<String, AwsResource> byReference = new HashMap<>();
    private final Set<CrossCheck> checks = new LinkedHashSet<>();
    private final Set<Fragment> fragments = new LinkedHashSet<>();
    private boolean unchecked = true;

    private Inventory() {}

    /** The inventory of the app to which a construct belongs. */
    public static Inventory of(Construct scope) {
        Inventory known = BY_ROOT.get(scope);
        return known != null ? known : Fragment.of(scope).inventory();
    }

    /** The inventory of an app by the root of its tree. */
    static Inventory ofRoot(Construct root) {
        return BY_ROOT.computeIfAbsent(root, r -> new Inventory());
    }

    /** The resources of one class, in the order in which they were made. */
    public <T extends AwsResource> List<T> all(Class<T> type) {
        List<T> found = new ArrayList<>();
        for (AwsResource resource : resources) {
            if (type.isInstance(resource) && !resource.isMovedAway()) {
                found.add(type.cast(resource));
            }
        }
        return Collections.unmodifiableList(found);
    }

    /** The resource whose attribute a reference is; empty for a literal and for what Terraform resolves by itself. */
    public <T extends AwsResource> Optional<T> find(Class<T> type, String reference) {
        return Optional.ofNullable(byReference.get(reference))
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** Every violation across the resources, warnings included. */
    public List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        fragments.forEach(f -> f.clashes().forEach(address -> violations.add(clash(address))));
        checks.forEach(check -> violations.addAll(check.violations(this)));
        return violations;
    }

    /** What stands in the stack of a construct alone, so that what is wrong there can be told apart from other stacks. */
    public Inventory within(Construct scope) {
        Fragment fragment = Fragment.of(scope);
        Inventory part = new Inventory();
        resources.stream().filter(r -> r.isIn(fragment)).forEach(part.resources::add);
        part.byReference.putAll(byReference);
        part.checks.addAll(checks);
        part.fragments.add(fragment);
        return part;
    }

    void add(AwsResource resource, List<CrossCheck> itsChecks) {
        resources.add(resource);
        unchecked = true;
        checks.addAll(itsChecks);
    }

    void addFragment(Fragment fragment) {
        fragments.add(fragment);
    }

    void addReference(String reference, AwsResource resource) {
        byReference.put(reference, resource);
    }

    void require(CrossCheck check) {
        checks.add(check);
    }

    /**
     * Runs all checks, once for each state of the app.
     *
     * @throws InvalidInput with every error
     */
    void check() {
        if (unchecked) {
            List<Violation> errors =
                    violations().stream().filter(Violation::isError).toList();
            if (!errors.isEmpty()) {
                throw new InvalidInput("the synthesis", errors);
            }
            unchecked = false;
        }
    }

    private static Violation clash(String address) {
        return Violation.at(
                address, "", "be the address of one resource", "two resources", "Give one of the two another id.");
    }
}
