package dev.alb.review;

import dev.alb.routing.Condition;
import dev.alb.routing.Outcome;
import dev.alb.routing.RoutingTable;
import dev.alb.routing.Rule;
import dev.alb.snapshot.Link;
import dev.alb.snapshot.Resource;
import dev.alb.topology.Listener;
import dev.alb.topology.TargetGroup;
import dev.alb.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Draws listener after listener, with the rules in the order of their priorities. */
final class PictureMaker {
    /** More rules than this make a drawing that nobody can read. */
    private static final int READABLE = 40;

    private final Comparison comparison;
    private final Drawing drawing = new Drawing();
    private final boolean folds;

    /** A rule as it is, as it will be, or both. */
    private record Drawn(Optional<Rule> before, Optional<Rule> after) {
        Rule rule() {
            return after.or(() -> before).orElseThrow();
        }

        boolean isSame() {
            return before.equals(after);
        }
    }

    PictureMaker(Comparison comparison) {
        this.comparison = comparison;
        this.folds = Stream.concat(comparison.before().listeners().stream(), comparison.after().listeners().stream())
                        .flatMap(listener -> listener.table().rules().stream().map(Rule::name))
                        .distinct()
                        .count()
                > READABLE;
    }

    Picture make() {
        String client = drawing.node(Picture.Shape.CLIENT, "", List.of("Clients"), Mark.SAME);
        for (ListenerPair pair : ListenerPair.of(comparison.before(), comparison.after())) {
            listener(client, pair);
        }
        return drawing.picture();
    }

    private void listener(String client, ListenerPair pair) {
        Listener listener = pair.listener();
        Mark mark = listener.isWhole() ? Marks.of(comparison, pair.name()) : Mark.SAME;
        boolean isBefore = pair.before() != null;
        boolean isAfter = pair.after() != null;
        String loadBalancer = loadBalancer(client, listener.loadBalancer());
        List<String> lines = Stream.of(listener.title(), pair.name())
                .filter(line -> !line.isEmpty())
                .toList();
        String id = drawing.node(Picture.Shape.LISTENER, pair.name(), lines, mark);
        drawing.edge(loadBalancer, id, "", isBefore, isAfter);
        List<Drawn> rules = rules(pair);
        List<Drawn> folded = folds
                ? rules.stream()
                        .filter(one ->
                                one.isSame() && Marks.of(comparison, one.rule().name()) == Mark.SAME)
                        .toList()
                : List.of();
        rules.stream().filter(one -> !folded.contains(one)).forEach(one -> rule(id, one));
        fold(id, folded);
        Optional.ofNullable(pair.before())
                .ifPresent(one -> outcome(id, one.table().defaultOutcome(), "default", true, false));
        Optional.ofNullable(pair.after())
                .ifPresent(one -> outcome(id, one.table().defaultOutcome(), "default", false, true));
    }

    private String loadBalancer(String client, Link link) {
        String name = link.isKnown() ? link.name() : "(load balancer of somebody else)";
        List<String> lines = new ArrayList<>(List.of(name));
        Optional<Resource> resource = comparison
                .after()
                .loadBalancer(name)
                .or(() -> comparison.before().loadBalancer(name))
                .map(one -> one.resource());
        resource.ifPresent(one -> lines.add(one.at("internal").flag().orElse(false) ? "internal" : "internet-facing"));
        resource.ifPresent(one -> lines.addAll(topology(name).hosts(one)));
        Mark mark = resource.isPresent() ? Marks.of(comparison, name) : Mark.SAME;
        String id = drawing.node(Picture.Shape.LOAD_BALANCER, name, List.copyOf(lines), mark);
        drawing.edge(client, id, "", mark != Mark.ADDED, mark != Mark.REMOVED);
        return id;
    }

    private Topology topology(String loadBalancer) {
        return comparison.after().loadBalancer(loadBalancer).isPresent() ? comparison.after() : comparison.before();
    }

    private static List<Drawn> rules(ListenerPair pair) {
        Map<String, Rule> before = byName(Optional.ofNullable(pair.before()));
        Map<String, Rule> after = byName(Optional.ofNullable(pair.after()));
        List<Drawn> rules = new ArrayList<>();
        after.forEach((name, rule) -> rules.add(new Drawn(Optional.ofNullable(before.get(name)), Optional.of(rule))));
        before.forEach((name, rule) -> {
            if (!after.containsKey(name)) {
                rules.add(new Drawn(Optional.of(rule), Optional.empty()));
            }
        });
        return rules;
    }

    private static Map<String, Rule> byName(Optional<Listener> listener) {
        Map<String, Rule> byName = new LinkedHashMap<>();
        listener.map(Listener::table)
                .map(RoutingTable::rules)
                .orElse(List.of())
                .forEach(rule -> byName.put(rule.name(), rule));
        return byName;
    }

    private void rule(String listener, Drawn drawn) {
        Rule rule = drawn.rule();
        Mark ofPlan = Marks.of(comparison, rule.name());
        Mark mark = ofPlan == Mark.SAME && !drawn.isSame() ? Mark.CHANGED : ofPlan;
        List<String> lines = new ArrayList<>(List.of(rule.name()));
        lines.add(rule.priority() == null ? "priority known after apply" : "priority " + rule.priority());
        rule.conditions().stream().map(Condition::toString).forEach(lines::add);
        String id = drawing.node(Picture.Shape.RULE, rule.name(), List.copyOf(lines), mark);
        drawing.edge(listener, id, "", drawn.before().isPresent(), drawn.after().isPresent());
        drawn.before().ifPresent(one -> outcome(id, one.outcome(), "", true, false));
        drawn.after().ifPresent(one -> outcome(id, one.outcome(), "", false, true));
    }

    private void fold(String listener, List<Drawn> rules) {
        if (rules.isEmpty()) {
            return;
        }
        String line = rules.size() + (rules.size() == 1 ? " rule that stays" : " rules that stay") + " as before";
        String id = drawing.node(Picture.Shape.RULE, listener + " folded", List.of(line), Mark.SAME);
        drawing.edge(listener, id, "", true, true);
        rules.forEach(one -> outcome(id, one.rule().outcome(), "", true, true));
    }

    private void outcome(String from, Outcome outcome, String label, boolean isBefore, boolean isAfter) {
        for (Outcome.Step step : outcome.steps()) {
            if (step instanceof Outcome.Authenticate) {
                outcome(from, withoutFirst(outcome), (label + " after sign-in").strip(), isBefore, isAfter);
                return;
            }
            if (step instanceof Outcome.Forward forward) {
                boolean isAll = forward.targetGroups().size() == 1;
                for (Outcome.Forward.Share share : forward.targetGroups()) {
                    String part = isAll ? label : (label + " " + forward.percent(share)).strip();
                    drawing.edge(from, targetGroup(share.targetGroup()), part, isBefore, isAfter);
                }
            } else {
                String answer = step.toString();
                String id = drawing.node(Picture.Shape.ANSWER, answer, List.of(answer), Mark.SAME);
                drawing.edge(from, id, label, isBefore, isAfter);
            }
        }
    }

    private static Outcome withoutFirst(Outcome outcome) {
        return new Outcome(outcome.steps().subList(1, outcome.steps().size()), outcome.rewrites());
    }

    private String targetGroup(String name) {
        List<String> lines = new ArrayList<>(List.of(name));
        comparison
                .after()
                .targetGroup(name)
                .or(() -> comparison.before().targetGroup(name))
                .map(TargetGroup::title)
                .filter(title -> !title.isEmpty())
                .ifPresent(lines::add);
        return drawing.node(Picture.Shape.TARGET_GROUP, name, List.copyOf(lines), Marks.of(comparison, name));
    }
}
