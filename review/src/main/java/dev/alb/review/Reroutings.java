package dev.alb.review;

import dev.alb.routing.Outcome;
import dev.alb.routing.Request;
import dev.alb.routing.RoutingDifference;
import dev.alb.routing.Share;
import dev.alb.topology.Listener;
import dev.alb.topology.Topology;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds the listeners before a plan against those after it. */
final class Reroutings {
    private static final String REFUSED = "refused";
    private static final String NOBODY = "no listener";
    private static final String OTHER_KIND = "(not by an Application Load Balancer)";

    private final Comparison comparison;
    private final List<Rerouting> all = new ArrayList<>();
    private final Set<String> told = new HashSet<>();

    Reroutings(Comparison comparison) {
        this.comparison = comparison;
        for (ListenerPair pair : ListenerPair.of(comparison.before(), comparison.after())) {
            all.addAll(of(pair));
        }
    }

    List<Rerouting> all() {
        return all;
    }

    private List<Rerouting> of(ListenerPair pair) {
        Listener before = pair.before();
        Listener after = pair.after();
        if (before == null) {
            return after == null ? List.of() : appearing(after);
        }
        if (after == null) {
            return disappearing(before);
        }
        boolean speakAlike = before.protocol().isEmpty()
                || after.protocol().isEmpty()
                || before.protocol().equals(after.protocol());
        if (!speakAlike) {
            List<Rerouting> both = new ArrayList<>(disappearing(before));
            both.addAll(appearing(after));
            return both;
        }
        return before.table().equals(after.table()) ? List.of() : moving(before, after);
    }

    /** A rule that may be on several new listeners is told at the first one, with the names of all. */
    private List<Rerouting> appearing(Listener after) {
        List<Rerouting> all = new ArrayList<>();
        for (Rerouting one : whole(after, comparison.after(), false)) {
            String rule = one.change().ruleAfter();
            if (!after.isInDoubt(rule)) {
                all.add(one);
            } else if (told.add(rule)) {
                all.add(at(listenersOf(rule), one));
            }
        }
        return all;
    }

    private String listenersOf(String rule) {
        return comparison.after().listeners().stream()
                .filter(listener -> listener.isInDoubt(rule))
                .map(Listener::name)
                .sorted()
                .collect(Collectors.joining(" or "));
    }

    private static Rerouting at(String listeners, Rerouting one) {
        RoutingChange change = one.change();
        RoutingChange renamed = new RoutingChange(
                listeners,
                change.requests(),
                change.example(),
                change.ruleBefore(),
                change.outcomeBefore(),
                change.ruleAfter(),
                change.outcomeAfter(),
                false);
        return new Rerouting(renamed, one.before(), one.after());
    }

    private List<Rerouting> disappearing(Listener before) {
        return whole(before, comparison.before(), true);
    }

    /** All that one listener takes, where nothing takes it before or after. */
    private List<Rerouting> whole(Listener listener, Topology topology, boolean isBefore) {
        Request usual = topology.usualRequest(listener);
        List<Rerouting> all = new ArrayList<>();
        List<Share> shares = comparison.shares(listener);
        boolean isOfOtherKind = isOfOtherKind(listener, isBefore);
        String elsewhere = isOfOtherKind ? OTHER_KIND : REFUSED;
        String nobody = isOfOtherKind ? listener.name() : NOBODY;
        @Nullable Outcome other = isOfOtherKind ? Outcome.of(new Outcome.Unknown(OTHER_KIND)) : null;
        for (Share share : told(listener, shares)) {
            String outcome = share.outcome().toString();
            RoutingChange change = new RoutingChange(
                    listener.name(),
                    RequestClass.of(shares, share, shares, share).words(),
                    share.example(usual).orElse(usual),
                    isBefore ? share.name() : nobody,
                    isBefore ? outcome : elsewhere,
                    isBefore ? nobody : share.name(),
                    isBefore ? elsewhere : outcome,
                    !isOfOtherKind && listener.isWhole() && share.isCertain());
            all.add(new Rerouting(change, isBefore ? share.outcome() : other, isBefore ? other : share.outcome()));
        }
        return all;
    }

    /** Whether it takes requests on the other side as well, as a listener of a Network Load Balancer. */
    private boolean isOfOtherKind(Listener listener, boolean isBefore) {
        Topology other = isBefore ? comparison.after() : comparison.before();
        return listener.isWhole()
                && other.listener(listener.name()).isEmpty()
                && other.snapshot().at(listener.name()).isPresent();
    }

    /** Of somebody else's listener only what its rules here take is told: whether there is another one, nobody knows. */
    private static List<Share> told(Listener listener, List<Share> shares) {
        return shares.stream()
                .filter(share -> !share.isEmpty())
                .filter(share -> listener.isWhole() || share.rule() != null)
                .toList();
    }

    private List<Rerouting> moving(Listener before, Listener after) {
        Request usual = comparison.after().usualRequest(after);
        List<Share> then = comparison.shares(before);
        List<Share> now = comparison.shares(after);
        RoutingDifference difference = RoutingDifference.between(then, now, usual);
        List<Rerouting> all = new ArrayList<>();
        Map<String, Rerouting> doubtful = new LinkedHashMap<>();
        for (RoutingDifference.Move move : difference.moves()) {
            String requests =
                    RequestClass.of(then, move.before(), now, move.after()).words();
            List<Doubt> doubts = move.certain() ? List.of() : Doubt.between(before.table(), after.table(), move);
            if (doubts.isEmpty() || isInDoubtItself(move, doubts)) {
                all.add(rerouting(after, requests, move, move.before(), move.after()));
            }
            for (Doubt doubt : doubts) {
                doubtful.putIfAbsent(
                        doubt.name(), rerouting(after, doubt.words(), move, doubt.before(), doubt.after()));
            }
        }
        all.addAll(doubtful.values());
        return all;
    }

    /** Whether it can't be told where its requests end, whatever becomes of the rules in doubt. */
    private static boolean isInDoubtItself(RoutingDifference.Move move, List<Doubt> doubts) {
        boolean isKnown =
                move.before().outcome().isKnown() && move.after().outcome().isKnown();
        List<String> names = List.of(move.before().name(), move.after().name());
        return !isKnown && doubts.stream().map(Doubt::name).noneMatch(names::contains);
    }

    private static Rerouting rerouting(
            Listener listener, String requests, RoutingDifference.Move move, Share before, Share after) {
        RoutingChange change = new RoutingChange(
                listener.name(),
                requests,
                move.example(),
                before.name(),
                before.outcome().toString(),
                after.name(),
                after.outcome().toString(),
                move.certain());
        return new Rerouting(change, before.outcome(), after.outcome());
    }
}
