package dev.alb.route;

import dev.alb.routing.Answer;
import dev.alb.routing.Decision;
import dev.alb.routing.Rule;
import dev.alb.topology.Listener;
import java.util.List;

/** A route as a person reads it: the way of the request from top to bottom. */
public final class RouteText {
    private static final int MARGIN = 15;

    private final StringBuilder text = new StringBuilder();

    private RouteText() {}

    /** The lines of one route. */
    public static String of(Route route) {
        RouteText writer = new RouteText();
        writer.text.append(route.request()).append('\n');
        writer.line("Load balancer", route.loadBalancer());
        route.listener().ifPresent(writer::listener);
        route.tls().ifPresent(writer::tls);
        route.decision().ifPresent(writer::decision);
        route.authentication().forEach(one -> writer.line("First", one));
        writer.ending(route.ending());
        route.notes().forEach(note -> writer.line("Note", note));
        return writer.text.toString();
    }

    private void line(String label, String content) {
        text.append("  ")
                .append(label)
                .append(" ".repeat(Math.max(1, MARGIN - label.length())))
                .append(content)
                .append('\n');
    }

    private void listener(Listener listener) {
        line("Listener", (listener.title() + " (" + listener.name() + ")").strip());
    }

    private void tls(Tls tls) {
        String names = tls.certificates().isEmpty() ? "cannot tell" : String.join(" or ", tls.certificates());
        String covers = tls.covers() == Answer.YES
                ? ""
                : tls.covers() == Answer.NO
                        ? ", which isn't for this host"
                        : ", can't tell whether it is for this host";
        line("Certificate", names + covers);
        // A plan doesn't know what AWS fills in where nothing is written, and nobody wants to read that of every first
        // plan.
        if (tls.mutual().equals("verify") || tls.mutual().equals("passthrough")) {
            line("Client", "shows a certificate (" + tls.mutual() + ")");
        }
    }

    private void decision(Decision decision) {
        decision.passed().forEach(passed -> line("Not", title(passed.rule()) + ": asks for " + passed.reason()));
        if (!decision.certain()) {
            decision.possible().forEach(rule -> line("Perhaps", title(rule) + ": " + rule.asked()));
            return;
        }
        decision.rule()
                .ifPresentOrElse(
                        rule -> line("Rule", title(rule) + ": " + rule.asked()), () -> line("Rule", "default action"));
    }

    private static String title(Rule rule) {
        return rule.name() + (rule.priority() == null ? "" : " (priority " + rule.priority() + ")");
    }

    private void ending(Ending ending) {
        if (!(ending instanceof Ending.Forwarded forwarded)) {
            line(ending instanceof Ending.Unknown ? "Cannot tell" : "Ends with", Words.of(ending));
            return;
        }
        boolean isOnly = forwarded.destinations().size() == 1;
        for (Destination one : forwarded.destinations()) {
            String how = how(one);
            line(
                    "Goes to",
                    (isOnly ? "" : one.percent() + " ") + one.targetGroup() + (how.isEmpty() ? "" : ", " + how));
            targets(one.targets());
        }
        if (forwarded.isRewritten()) {
            line("Rewritten to", forwarded.url());
        }
        if (forwarded.stickiness() != null) {
            line("Sticky", "a client stays with a target group for " + forwarded.stickiness() + " s");
        }
    }

    private static String how(Destination one) {
        String version = one.protocolVersion().equals("HTTP1") ? "" : " " + one.protocolVersion();
        return one.targetType().equals("lambda")
                ? "a function"
                : (one.protocol() + version + " on port " + one.port()).replaceFirst("^ ?on port $", "");
    }

    private void targets(List<String> targets) {
        if (!targets.isEmpty()) {
            line("", "targets: " + String.join(", ", targets));
        }
    }
}
