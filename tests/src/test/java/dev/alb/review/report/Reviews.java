package dev.alb.review.report;

import dev.alb.review.ChangeLine;
import dev.alb.review.Exposure;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Mark;
import dev.alb.review.Picture;
import dev.alb.review.Replacement;
import dev.alb.review.Review;
import dev.alb.review.RoutingChange;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.routing.Request;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** Reviews written by hand. */
final class Reviews {
    static final Kind REPLACED = new Kind(
            "load-balancer-replaced",
            Section.REPLACEMENT,
            "A load balancer is replaced",
            "Its DNS name is another one afterwards, and until records follow nobody reaches it.");
    static final Kind DEAD =
            new Kind("dead-rule", Section.ROUTING, "A rule can't be reached", "It only looks like a rule.");

    private static final LocalDate UNTIL = LocalDate.of(2027, 1, 31);

    private Reviews() {}

    /** Nothing in it. */
    static Review silent() {
        return new Review(
                "1.11.4",
                List.of(),
                List.of(),
                List.of(),
                new Picture(List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                List.of(),
                true);
    }

    /** Something of everything. */
    static Review rich() {
        return withText("aws_lb.alb", "That can't be undone.");
    }

    /** Something of everything, in which one name and one text stand wherever a plan could have put them. */
    static Review withText(String name, String text) {
        Finding replaced = REPLACED.at(name, Severity.CRITICAL, name + " " + text, "Leave internal as it is. " + text);
        Finding dead = DEAD.at(
                "aws_lb_listener_rule.old", name, Severity.LOW, "Rule 20 stands behind rule 10. " + text, "Delete it.");
        return new Review(
                "1.11.4",
                List.of(dead, replaced),
                List.of(new Review.Accepted(
                        DEAD.at("aws_lb_listener_rule.kept", Severity.LOW, "Rule 30. " + text, "Delete it."),
                        text,
                        UNTIL)),
                List.of(new RoutingChange(
                        "aws_lb_listener.https",
                        "path /admin/* " + text,
                        Request.of("https://wiki.example.com/admin/a").withHeader("x-name", name),
                        "default action",
                        "forwarded to " + name,
                        name,
                        "404 " + text,
                        false)),
                picture(name, text),
                List.of(new Replacement(
                        name,
                        "deleted before it is created",
                        List.of("internal: false to true " + text),
                        List.of(text))),
                List.of(
                        new Exposure("anybody", name, "tcp 22 " + text, name, Mark.ADDED),
                        new Exposure("10.0.0.0/8", name, "tcp 80", name, Mark.REMOVED),
                        new Exposure("anybody", name, "tcp 443", name, Mark.SAME)),
                List.of(new ChangeLine(name, "changed", "idle_timeout: 60 to 300 " + text)),
                3,
                List.of(new ChangeLine(name, "changed", text)),
                List.of("A note. " + text),
                true);
    }

    private static Picture picture(String name, String text) {
        return new Picture(
                List.of(
                        new Picture.Node("browser", Picture.Shape.CLIENT, List.of("Browser"), Mark.SAME),
                        new Picture.Node("lb", Picture.Shape.LOAD_BALANCER, List.of(name), Mark.REPLACED),
                        new Picture.Node("end", Picture.Shape.LISTENER, List.of("https", text), Mark.SAME),
                        new Picture.Node("rule", Picture.Shape.RULE, List.of("path /admin/*"), Mark.ADDED),
                        new Picture.Node("wiki", Picture.Shape.TARGET_GROUP, List.of("wiki"), Mark.CHANGED),
                        new Picture.Node("404", Picture.Shape.ANSWER, List.of("404"), Mark.REMOVED)),
                List.of(
                        new Picture.Edge("browser", "lb", "", Mark.SAME),
                        new Picture.Edge("lb", "end", "443", Mark.SAME),
                        new Picture.Edge("end", "rule", "", Mark.ADDED),
                        new Picture.Edge("rule", "404", text, Mark.REMOVED),
                        new Picture.Edge("rule", "wiki", "yes", Mark.ADDED),
                        new Picture.Edge("end", "wiki", "everything else", Mark.SAME)));
    }

    /** Many findings and changes, for limits. */
    static Review ofLength(int count) {
        Review rich = rich();
        return new Review(
                rich.terraformVersion(),
                IntStream.range(0, count)
                        .mapToObj(i -> DEAD.at("aws_lb_listener_rule.r" + i, Severity.LOW, "Rule " + i, "Delete it."))
                        .toList(),
                rich.accepted(),
                rich.routing(),
                rich.picture(),
                rich.replacements(),
                rich.exposure(),
                IntStream.range(0, count)
                        .mapToObj(i -> new ChangeLine("aws_thing.t" + i, "changed", "size: 1 to " + i))
                        .toList(),
                0,
                rich.drift(),
                rich.notes(),
                true);
    }

    static List<Reviewed> of(Review review) {
        return List.of(new Reviewed("plan.json", review));
    }
}
