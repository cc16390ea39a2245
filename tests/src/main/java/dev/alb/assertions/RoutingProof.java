package dev.alb.assertions;

import dev.alb.routing.Outcome;
import dev.alb.routing.Request;
import dev.alb.routing.RequestSet;
import dev.alb.routing.Rule;
import dev.alb.routing.Share;
import dev.alb.topology.Listener;
import dev.alb.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Proves what holds for all requests, or finds one for which it doesn't. */
record RoutingProof(Topology topology) {

    /** Each request that reaches a target group, or may reach it, is of a class; the failures. */
    List<String> othersThatReach(String targetGroup, List<Requests> allowed) {
        List<RequestSet> sets = allowed.stream().map(Requests::set).toList();
        List<String> found = new ArrayList<>();
        for (Listener listener : topology.listeners()) {
            Request usual = topology.usualRequest(listener);
            for (Share share : listener.table().shares()) {
                if (leadsTo(share.outcome(), targetGroup)) {
                    other(share, sets, usual)
                            .map(request ->
                                    request + " " + verb(share) + " it by " + share.name() + " of " + listener.name())
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static String verb(Share share) {
        return share.isCertain() ? "reaches" : "may reach";
    }

    /** What isn't known may lead there as well. */
    private static boolean leadsTo(Outcome outcome, String targetGroup) {
        return !outcome.isKnown()
                || outcome.targetGroups().anyMatch(one -> one.targetGroup().equals(targetGroup) && one.weight() > 0);
    }

    private static Optional<Request> other(Share share, List<RequestSet> allowed, Request usual) {
        Stream<RequestSet> left = share.pieces().stream().map(Share.Piece::requests);
        for (RequestSet set : allowed) {
            left = left.flatMap(piece -> piece.minus(set).stream());
        }
        return left.findFirst().map(piece -> piece.example(usual));
    }

    /** The rules to which no request comes, each with those that take its requests. */
    List<String> rulesThatNeverMatch() {
        List<String> found = new ArrayList<>();
        for (Listener listener : topology.listeners()) {
            for (Share share : listener.table().shares()) {
                Rule rule = share.rule();
                if (rule != null && share.isEmpty()) {
                    found.add(rule.name() + " asks for " + rule.asked() + ", and " + takers(listener, rule));
                }
            }
        }
        return found;
    }

    private static String takers(Listener listener, Rule rule) {
        List<Rule> covering = listener.table().covering(rule);
        return covering.isEmpty()
                ? "no request has that"
                : covering.stream().map(Rule::name).collect(Collectors.joining(", "))
                        + (covering.size() == 1 ? " takes all of these first" : " together take all of these first");
    }
}
