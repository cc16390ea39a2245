package dev.alb.actions;

import dev.alb.terraform.Checks;
import dev.alb.terraform.TerraformValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What a listener or a rule does with a request, in order.
 *
 * <p>Any number of steps that let a request pass or not come first; the last one, and only that, answers it.
 *
 * @param steps at least one
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html">AWS: action
 *     types</a>
 */
public record Actions(List<Action> steps) implements TerraformValue {

    /** Checks that the last step, and no other, answers the request. */
    public Actions {
        steps = List.copyOf(steps);
        String types = types(steps);
        Checks.of("actions")
                .require(
                        answers(steps) == 1,
                        "action",
                        "contain exactly one forward, redirect or fixed-response",
                        types,
                        "A request is answered once: keep one of them.")
                .require(
                        steps.isEmpty() || steps.get(steps.size() - 1).isRouting(),
                        "action",
                        "end with a forward, redirect or fixed-response",
                        types,
                        "Put the signing in before it.")
                .require(
                        repeatsNoSignIn(steps),
                        "action",
                        "contain each way to sign in once",
                        types,
                        "Leave out the repeated one.")
                .require(
                        !leadsNowhere(steps),
                        "action.redirect",
                        "change the protocol, host, port or path",
                        "a redirect to the URL that was asked for",
                        "Name what is to change, such as host = \"wiki.example.com\"; browsers would loop otherwise.")
                .done();
    }

    /** Steps in the order in which they are taken. */
    public static Actions of(Action... steps) {
        return new Actions(List.of(steps));
    }

    /** The step that answers the request. */
    public Action routing() {
        return steps.get(steps.size() - 1);
    }

    /** The forward, unless the request is redirected or answered at once. */
    public Optional<Forward> forward() {
        return find(Forward.class);
    }

    /** The redirect, if the request is redirected. */
    public Optional<Redirect> redirect() {
        return find(Redirect.class);
    }

    /** The ARNs of the target groups, or the references to them, that requests go to; none unless it forwards. */
    public List<String> targetGroups() {
        return forward().map(Forward::arns).orElse(List.of());
    }

    /** Whether AWS takes them on HTTPS listeners only, as it does with signing in. */
    public boolean needsHttps() {
        return steps.stream().anyMatch(Action::needsHttps);
    }

    /** Whether a request meets the same fate there, however it is written. */
    public boolean hasSameOutcomeAs(Actions other) {
        return normalized().equals(other.normalized());
    }

    /** Each step as a block; only several of them are numbered. */
    @Override
    public List<Map<String, Object>> toTerraform() {
        List<Map<String, Object>> blocks = new ArrayList<>(steps.size());
        for (Action step : steps) {
            blocks.add(step.toTerraform());
        }
        for (int i = 0; blocks.size() > 1 && i < blocks.size(); i++) {
            blocks.get(i).put("order", i + 1);
        }
        return Collections.unmodifiableList(blocks);
    }

    private List<Action> normalized() {
        return steps.stream().map(Action::normalized).toList();
    }

    private <T extends Action> Optional<T> find(Class<T> type) {
        return Optional.of(routing()).filter(type::isInstance).map(type::cast);
    }

    // Loops instead of streams here: an app has an object of this class for each rule, and streams are slow at first.

    private static int answers(List<Action> steps) {
        int answers = 0;
        for (Action step : steps) {
            answers += step.isRouting() ? 1 : 0;
        }
        return answers;
    }

    private static boolean repeatsNoSignIn(List<Action> steps) {
        Set<String> before = new HashSet<>();
        for (Action step : steps) {
            if (!step.isRouting() && !before.add(step.type())) {
                return false;
            }
        }
        return true;
    }

    private static boolean leadsNowhere(List<Action> steps) {
        for (Action step : steps) {
            if (step instanceof Redirect redirect && redirect.changesNothing()) {
                return true;
            }
        }
        return false;
    }

    private static String types(List<Action> steps) {
        StringJoiner types = new StringJoiner(", ").setEmptyValue("nothing");
        for (Action step : steps) {
            types.add(step.type());
        }
        return types.toString();
    }
}
