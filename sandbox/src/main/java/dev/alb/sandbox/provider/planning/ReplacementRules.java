package dev.alb.sandbox.provider.planning;

import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** What some types replace for reasons that their schema cannot say. */
final class ReplacementRules {
    private static final List<String> SOURCES =
            List.of("cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id");

    private static final Map<String, List<ReplacementRule>> RULES = Map.of(
            "aws_instance", List.of(ReplacementRules::userData),
            "aws_lb", List.of(ReplacementRules::applicationZones, ReplacementRules::network),
            "aws_ssm_parameter", List.of(ReplacementRules::tier),
            "aws_vpc", List.of(ReplacementRules::tenancy),
            "aws_vpc_security_group_ingress_rule", List.of(ReplacementRules::source),
            "aws_vpc_security_group_egress_rule", List.of(ReplacementRules::source));

    private ReplacementRules() {}

    static List<ReplacementRule> of(String type) {
        return RULES.getOrDefault(type, List.of());
    }

    /** Zones can be added to a load balancer or taken away; one that is there cannot change. */
    private static List<String> applicationZones(Value.Mapping before, Value.Mapping after) {
        return is(after, "application") && changes("subnet_mapping", before, after, ReplacementRules::differ)
                ? List.of("subnet_mapping")
                : List.of();
    }

    /** A network load balancer only grows, and cannot get its first security group or lose its last one. */
    private static List<String> network(Value.Mapping before, Value.Mapping after) {
        if (!is(after, "network")) {
            return List.of();
        }
        return List.of("subnet_mapping", "subnets", "security_groups", "secondary_ips_auto_assigned_per_subnet")
                .stream()
                .filter(name -> switch (name) {
                    case "subnet_mapping" -> changes(name, before, after, (old, now) -> !now.containsAll(old));
                    case "subnets" -> changes(name, before, after, (old, now) -> now.size() <= old.size());
                    case "security_groups" ->
                        changes(name, before, after, (old, now) -> old.isEmpty() != now.isEmpty());
                    default -> decreases(before.get(name), after.get(name));
                })
                .toList();
    }

    private static boolean differ(Set<Value> old, Set<Value> now) {
        return !old.containsAll(now) && !now.containsAll(old);
    }

    private static boolean is(Value.Mapping loadBalancer, String type) {
        return loadBalancer.get("load_balancer_type").equals(Value.text(type));
    }

    /** Whether a set changes in a certain way; one that is not known yet forces nothing. */
    private static boolean changes(
            String name, Value.Mapping before, Value.Mapping after, BiPredicate<Set<Value>, Set<Value>> way) {
        Set<Value> old = written(before.get(name));
        Set<Value> now = written(after.get(name));
        boolean known = !after.get(name).isUnknown() && now.stream().allMatch(Value::isWhollyKnown);
        return known && !old.equals(now) && way.test(old, now);
    }

    /** The elements of a set without what AWS adds to a subnet mapping. */
    private static Set<Value> written(Value set) {
        return set.elements().stream()
                .map(element -> element instanceof Value.Mapping m ? m.with("outpost_id", Value.Absent.NULL) : element)
                .collect(Collectors.toSet());
    }

    private static boolean decreases(Value old, Value now) {
        return old instanceof Value.Numeric o
                && now instanceof Value.Numeric n
                && n.value().compareTo(o.value()) < 0;
    }

    private static List<String> tier(Value.Mapping before, Value.Mapping after) {
        boolean lower = before.get("tier").equals(Value.text("Advanced"))
                && after.get("tier").equals(Value.text("Standard"));
        return lower ? List.of("tier") : List.of();
    }

    /** A VPC can give up its own hardware, but not ask for it later. */
    private static List<String> tenancy(Value.Mapping before, Value.Mapping after) {
        return after.get("instance_tenancy").equals(Value.text("dedicated")) ? List.of("instance_tenancy") : List.of();
    }

    /** An instance is started anew with other user data, unless somebody wants another instance then. */
    private static List<String> userData(Value.Mapping before, Value.Mapping after) {
        return after.get("user_data_replace_on_change").equals(new Value.Bool(true))
                ? List.of("user_data", "user_data_base64")
                : List.of();
    }

    /** Another kind of source is another rule. */
    private static List<String> source(Value.Mapping before, Value.Mapping after) {
        return SOURCES.stream()
                .filter(name -> before.get(name).isNull() != after.get(name).isNull())
                .toList();
    }
}
