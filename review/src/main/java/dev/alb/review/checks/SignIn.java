package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Users who are still asked to sign in and need not; that they are no longer asked is a matter of routing. */
final class SignIn implements Check {
    static final Kind OPTIONAL = new Kind(
            "authentication-optional",
            Section.EXPOSURE,
            "Who isn't signed in is let through",
            "What only known users could reach, everybody can who gets through to the listener.");

    @Override
    public List<Kind> kinds() {
        return List.of(OPTIONAL);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        return Changed.kept(comparison, "aws_lb_listener", "aws_lb_listener_rule")
                .flatMap(change -> finding(change).stream())
                .toList();
    }

    private static Optional<Finding> finding(Change change) {
        String name = Changed.type(change).equals("aws_lb_listener") ? "default_action" : "action";
        Optional<String> was = required(change.before().at(name));
        Value after = change.after().at(name);
        Optional<String> asked =
                after.items().stream().flatMap(action -> kind(action).stream()).findFirst();
        return was.isEmpty() || asked.isEmpty() || required(after).isPresent()
                ? Optional.empty()
                : Optional.of(OPTIONAL.at(
                        change.address(),
                        Severity.HIGH,
                        "on_unauthenticated_request of " + asked.get() + " is allow now: everybody is let through.",
                        "Keep authenticate, unless the application asks everybody to sign in by itself."));
    }

    /** The action by which users have to sign in, if there is one. */
    private static Optional<String> required(Value actions) {
        return actions.items().stream()
                .filter(action -> kind(action).isPresent())
                .filter(action -> !action.block(block(action))
                        .at("on_unauthenticated_request")
                        .text("")
                        .equals("allow"))
                .flatMap(action -> kind(action).stream())
                .findFirst();
    }

    private static Optional<String> kind(Value action) {
        return action.at("type")
                .text()
                .filter(type -> type.startsWith("authenticate-") || type.equals("jwt-validation"));
    }

    private static String block(Value action) {
        return action.at("type").text("").replace('-', '_').toLowerCase(Locale.ROOT);
    }
}
