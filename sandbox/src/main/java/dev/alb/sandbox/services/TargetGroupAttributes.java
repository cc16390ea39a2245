package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.Optional;
import java.util.Set;

/** What AWS refuses in the attributes of a target group: those that exclude each other. */
final class TargetGroupAttributes {
    static final String[] NAMES = {
        "connection_termination",
        "deregistration_delay",
        "lambda_multi_value_headers_enabled",
        "load_balancing_algorithm_type",
        "load_balancing_anomaly_mitigation",
        "load_balancing_cross_zone_enabled",
        "preserve_client_ip",
        "proxy_protocol_v2",
        "slow_start",
        "stickiness",
        "target_failover",
        "target_group_health",
        "target_health_state"
    };

    private static final Set<String> COOKIES = Set.of("lb_cookie", "app_cookie");

    private TargetGroupAttributes() {}

    /** The stickiness of a target group, if it is on. */
    static Optional<Value.Mapping> stickiness(Value.Mapping group) {
        return Blocks.of(group, "stickiness")
                .first()
                .filter(block -> !block.get("enabled").equals(new Value.Bool(false)));
    }

    static void check(Change change) {
        algorithm(change);
        stickiness(change.object()).ifPresent(block -> {
            kind(change.text("protocol"), block);
            cookie(block);
            groups(change);
            if (change.text("load_balancing_cross_zone_enabled").equals("false")) {
                throw invalid("You cannot enable stickiness if cross-zone load balancing is disabled");
            }
        });
    }

    private static void algorithm(Change change) {
        String algorithm = change.text("load_balancing_algorithm_type");
        boolean slow = change.object().get("slow_start") instanceof Value.Numeric duration
                && duration.value().signum() > 0;
        boolean random = algorithm.equals("weighted_random");
        if (slow && random) {
            throw invalid("You cannot enable both slow start and weighted random algorithm on a target group");
        }
        if (slow && algorithm.equals("least_outstanding_requests")) {
            throw invalid(
                    "You cannot enable both slow start and least outstanding requests algorithm on a target group");
        }
        if (random && stickiness(change.object()).isPresent()) {
            throw invalid(
                    "You cannot have both stickiness and weighted random algorithm enabled on the same target group.");
        }
        if (!random && change.text("load_balancing_anomaly_mitigation").equals("on")) {
            throw invalid("Anomaly mitigation is supported only with the weighted random algorithm");
        }
    }

    private static void kind(String protocol, Value.Mapping block) {
        String type = block.get("type").text();
        boolean http = protocol.startsWith("HTTP");
        if (http != COOKIES.contains(type) && !protocol.isEmpty()) {
            throw invalid("Stickiness type '" + type + "' is not supported for target groups with the " + protocol
                    + " protocol");
        }
    }

    private static void cookie(Value.Mapping block) {
        if (!block.get("type").text().equals("app_cookie")) {
            return;
        }
        String name = block.get("cookie_name").text();
        if (name.isEmpty()) {
            throw invalid("A cookie name must be specified for stickiness type 'app_cookie'");
        }
        if (name.startsWith("AWSALB")) {
            throw invalid("The cookie name '" + name + "' is reserved");
        }
    }

    private static void groups(Change change) {
        for (TargetGroupUse use : TargetGroupUse.of(change.aws(), change.text("arn"))) {
            if (use.action().targetGroups().size() > 1 && !use.action().hasGroupStickiness()) {
                throw invalid("This target group appears behind a rule with group stickiness disabled ("
                        + use.object().id()
                        + "). You must enable group stickiness before enabling target stickiness");
            }
        }
    }

    private static Refusal invalid(String message) {
        return Refusal.of("InvalidConfigurationRequest", message);
    }
}
