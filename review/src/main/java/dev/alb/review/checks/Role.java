package dev.alb.review.checks;

import dev.alb.routing.Condition;
import dev.alb.routing.Part;
import dev.alb.topology.TargetGroup;
import dev.alb.topology.Topology;

/** What serves behind a target group, as far as ports, paths and rules tell. */
enum Role {
    CONFLUENCE,
    SYNCHRONY,
    OTHER;

    private static final String SYNCHRONY_PORT = "8091";
    private static final String CONFLUENCE_PORT = "8090";

    /** What serves behind a group. */
    static Role of(Topology topology, TargetGroup group) {
        String path = group.resource().values().block("health_check").at("path").text("");
        boolean isSynchrony = group.port().equals(SYNCHRONY_PORT)
                || path.startsWith("/synchrony/")
                || topology.listeners().stream()
                        .flatMap(listener -> listener.ownRules().stream())
                        .filter(rule -> Forwards.targets(rule.outcome()).anyMatch(group.address()::equals))
                        .flatMap(rule -> rule.conditions().stream())
                        .anyMatch(Role::isOnSynchrony);
        if (isSynchrony) {
            return SYNCHRONY;
        }
        return group.port().equals(CONFLUENCE_PORT) || path.endsWith("/status") ? CONFLUENCE : OTHER;
    }

    private static boolean isOnSynchrony(Condition condition) {
        return condition instanceof Condition.OnPart on
                && on.part().equals(Part.PATH)
                && on.patterns().stream().anyMatch(pattern -> pattern.toString().startsWith("/synchrony"));
    }
}
