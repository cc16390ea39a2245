package dev.alb.sandbox.provider.planning;

import dev.alb.sandbox.values.Value;
import dev.alb.sandbox.values.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The rules of types whose attributes depend on each other in a way of their own. */
final class CheckRules {
    private static final Set<String> HTTP = Set.of("HTTP", "HTTPS");

    private static final Map<String, List<CheckRule>> RULES = Map.of(
            "aws_lb_listener", List.of(config -> targetGroups("default_action", config)),
            "aws_lb_listener_rule", List.of(config -> targetGroups("action", config)),
            "aws_lb_target_group", List.of(CheckRules::healthCheckProtocol));

    private CheckRules() {}

    static List<CheckRule> of(String type) {
        return RULES.getOrDefault(type, List.of());
    }

    /** One target group can be named twice, two cannot. */
    private static List<Finding> targetGroups(String block, Value.Mapping config) {
        List<Finding> found = new ArrayList<>();
        int index = 0;
        for (Value action : config.get(block).elements()) {
            ValuePath path = ValuePath.ROOT.attribute(block).index(index++);
            if (action instanceof Value.Mapping mapping && namesOthers(mapping)) {
                found.add(Finding.combination(path, onlyIfTheyMatch(path)));
            }
        }
        return found;
    }

    private static String onlyIfTheyMatch(ValuePath path) {
        return "You can specify both a top-level target group ARN (\"" + path + ".target_group_arn\") and, with \""
                + path + ".forward\", a target group list with ARNs, only if the ARNs match.";
    }

    private static boolean namesOthers(Value.Mapping action) {
        String single = action.get("target_group_arn").text();
        return !single.isEmpty()
                && !action.get("target_group_arn").isUnknown()
                && action.get("forward").elements().stream()
                        .flatMap(forward -> ((Value.Mapping) forward).get("target_group").elements().stream())
                        .map(group -> ((Value.Mapping) group).get("arn"))
                        .anyMatch(arn ->
                                arn.isGiven() && !arn.isUnknown() && !arn.text().equals(single));
    }

    /** Whoever speaks HTTP is asked in HTTP, and so is a function. */
    private static List<Finding> healthCheckProtocol(Value.Mapping config) {
        boolean tcp = config.get("health_check").elements().stream()
                .anyMatch(check -> check instanceof Value.Mapping block
                        && upper(block, "protocol").equals("TCP"));
        if (!tcp) {
            return List.of();
        }
        ValuePath path = ValuePath.ROOT.attribute("health_check").index(0).attribute("protocol");
        List<Finding> found = new ArrayList<>();
        if (HTTP.contains(upper(config, "protocol"))) {
            found.add(cannotBeTcp(path, "protocol", upper(config, "protocol")));
        }
        if (config.get("target_type").equals(Value.text("lambda"))) {
            found.add(cannotBeTcp(path, "target_type", "lambda"));
        }
        return found;
    }

    private static Finding cannotBeTcp(ValuePath path, String other, String value) {
        return Finding.combination(
                path,
                "Attribute \"" + path + "\" cannot have value \"TCP\" when \"" + other + "\" is \"" + value + "\".");
    }

    private static String upper(Value.Mapping block, String attribute) {
        return block.get(attribute).text().toUpperCase(Locale.ROOT);
    }
}
