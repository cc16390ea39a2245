package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.values.Value;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What AWS refuses in the actions of a listener or a rule. */
final class ActionRules {
    private final Change change;
    private final String loadBalancer;
    private final Value.Mapping listener;

    private ActionRules(Change change, String loadBalancer, Value.Mapping listener) {
        this.change = change;
        this.loadBalancer = loadBalancer;
        this.listener = listener;
    }

    static void check(Change change) {
        boolean isListener = change.type().equals(Listeners.TYPE);
        String arn = change.text("listener_arn");
        Value.Mapping listener = isListener
                ? change.object()
                : change.aws()
                        .find(Listeners.TYPE, arn)
                        .map(AwsObject::attributes)
                        .orElse(Value.emptyMap());
        String loadBalancer =
                isListener ? change.text("load_balancer_arn") : Listeners.loadBalancerOf(change.aws(), arn);
        new ActionRules(change, loadBalancer, listener).check(Action.of(change.object()));
    }

    private void check(List<Action> actions) {
        sequence(actions);
        actions.forEach(this::authentication);
        actions.forEach(action -> Redirects.check(action, listener));
        new Forwards(change, loadBalancer, listener.get("protocol").text()).check(actions);
    }

    /** One action says what comes of a request, and it is the last. */
    private static void sequence(List<Action> actions) {
        if (actions.stream().filter(Action::isRouting).count() > 1) {
            throw invalid("You can specify only one of the following actions: 'forward, redirect, fixed-response'");
        }
        List<Action> ordered = actions.stream()
                .sorted(Comparator.comparing(ActionRules::order))
                .toList();
        if (!actions.isEmpty() && !ordered.get(ordered.size() - 1).isRouting()) {
            throw invalid("The last action must be one of the following: 'forward, redirect, fixed-response'");
        }
        Set<Integer> orders = new HashSet<>();
        for (Action action : actions) {
            if (!orders.add(order(action))) {
                throw invalid("The action order '" + order(action) + "' was specified more than once");
            }
        }
    }

    private static int order(Action action) {
        return action.block().get("order") instanceof Value.Numeric number
                ? number.value().intValue()
                : Integer.MAX_VALUE;
    }

    private void authentication(Action action) {
        String protocol = listener.get("protocol").text();
        if (action.isAuthentication() && !protocol.isEmpty() && !protocol.equals("HTTPS")) {
            throw invalid("Actions of type '" + action.type() + "' are supported only on HTTPS listeners");
        }
    }

    static Refusal invalid(String message) {
        return Refusal.of("InvalidLoadBalancerAction", message);
    }
}
