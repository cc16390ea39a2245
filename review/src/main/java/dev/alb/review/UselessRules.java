package dev.alb.review;

import dev.alb.routing.Outcome;
import dev.alb.routing.RoutingTable;
import dev.alb.routing.Rule;
import dev.alb.routing.Share;
import dev.alb.topology.Listener;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rules that get nothing of what they ask for, or lose a part of it by the order of the priorities alone. */
final class UselessRules {
    private static final Kind NEVER = new Kind(
            "rule-never-matches",
            Section.ROUTING,
            "A rule never matches",
            "Rules before it take all requests that it asks for, so whoever wrote it is wrong about where they end.");
    private static final Kind OVERLAP = new Kind(
            "rules-overlap",
            Section.ROUTING,
            "Two rules want the same requests for different target groups",
            "Neither is a special case of the other, so only the order of their priorities decides, and a new priority moves "
                    + "requests.");

    List<Kind> kinds() {
        return List.of(NEVER, OVERLAP);
    }

    List<Finding> findings(Comparison comparison) {
        List<Finding> findings = new ArrayList<>();
        for (ListenerPair pair : ListenerPair.of(comparison.before(), comparison.after())) {
            Listener after = pair.after();
            Optional<Listener> before = Optional.ofNullable(pair.before());
            if (after != null && !before.map(Listener::table).equals(Optional.of(after.table()))) {
                List<Share> then = before.map(comparison::shares).orElse(List.of());
                List<Share> now = comparison.shares(after).stream()
                        .filter(share -> !after.isInDoubt(share.name()))
                        .toList();
                findings.addAll(findings(then, after.table(), now));
            }
        }
        return findings;
    }

    private static List<Finding> findings(List<Share> before, RoutingTable table, List<Share> after) {
        Set<String> hidden = hidden(before);
        Set<String> overlapping = overlapping(before);
        List<Finding> findings = new ArrayList<>();
        for (Share share : after) {
            Rule rule = share.rule();
            if (rule != null && share.isEmpty()) {
                Severity severity = hidden.contains(rule.name())
                        ? Severity.LOW
                        : before.stream().anyMatch(one -> one.name().equals(rule.name()))
                                ? Severity.HIGH
                                : Severity.MEDIUM;
                findings.add(never(table, rule, severity));
            } else if (rule != null) {
                List<Rule> crossing = crossing(share, rule).stream()
                        .filter(other -> !overlapping.contains(other.name() + "\n" + rule.name()))
                        .toList();
                overlap(rule, crossing).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static Finding never(RoutingTable table, Rule rule, Severity severity) {
        List<Rule> covering = table.covering(rule);
        String asked = rule.asked();
        String why = covering.isEmpty()
                ? "no request has " + asked
                : names(covering) + (covering.size() == 1 ? " takes" : " together take") + " all requests with " + asked
                        + " before it";
        return NEVER.at(
                rule.name(),
                severity,
                "This rule never matches: " + why + ".",
                covering.isEmpty()
                        ? "Change its conditions, as no request can meet all of them, or delete it."
                        : "Give it a lower priority number than these, or delete it.");
    }

    private static Optional<Finding> overlap(Rule rule, List<Rule> crossing) {
        if (crossing.isEmpty()) {
            return Optional.empty();
        }
        Rule first = crossing.get(0);
        return Optional.of(OVERLAP.at(
                rule.name(),
                Severity.LOW,
                "Requests with " + rule.asked() + " go to " + names(crossing)
                        + " instead where they also have "
                        + first.asked() + (crossing.size() == 1 ? "" : ", and so on") + ".",
                "Make one of the rules more specific than the other if that is not what you want."));
    }

    private static String names(List<Rule> rules) {
        return rules.stream().map(Rule::name).collect(Collectors.joining(", "));
    }

    private static Set<String> hidden(List<Share> shares) {
        return shares.stream().filter(Share::isEmpty).map(Share::name).collect(Collectors.toSet());
    }

    private static Set<String> overlapping(List<Share> shares) {
        Set<String> pairs = new HashSet<>();
        for (Share share : shares) {
            Rule rule = share.rule();
            if (rule != null) {
                crossing(share, rule).forEach(other -> pairs.add(other.name() + "\n" + rule.name()));
            }
        }
        return pairs;
    }

    /** A special case before the general one is what priorities are for, and so is an answer before what it guards. */
    private static List<Rule> crossing(Share share, Rule rule) {
        if (!rule.isExact() || !forwards(rule)) {
            return List.of();
        }
        return share.hiders().stream()
                .filter(other -> forwards(other) && !other.outcome().equals(rule.outcome()))
                .filter(other -> !share.asked().covers(other.requests()))
                .toList();
    }

    private static boolean forwards(Rule rule) {
        return rule.outcome().steps().stream().anyMatch(Outcome.Forward.class::isInstance);
    }
}
