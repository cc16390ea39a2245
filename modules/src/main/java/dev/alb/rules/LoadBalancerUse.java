package dev.alb.rules;

import dev.alb.actions.Actions;
import dev.alb.listeners.Listener;
import dev.alb.loadbalancer.LoadBalancer;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Text;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Actions and where they are taken.
 *
 * @param address of the rule, or of the listener whose default they are
 * @param isRule whether it is a rule
 * @param loadBalancer the load balancer, as well as it is known: its ARN or a reference to it, or else to the listener
 * @param isKnown whether the load balancer is made here or given by its ARN
 * @param actions the actions
 */
record LoadBalancerUse(String address, boolean isRule, String loadBalancer, boolean isKnown, Actions actions) {
    private static final Pattern LISTENER = Pattern.compile("(arn:.+):listener/(app/[^/]+/[^/]+)/.+");

    /** The default actions of all listeners and the actions of all rules. */
    static List<LoadBalancerUse> all(Inventory inventory) {
        return Stream.concat(
                        inventory.all(Listener.class).stream().map(listener -> of(inventory, listener)),
                        inventory.all(ListenerRule.class).stream().map(rule -> of(inventory, rule)))
                .toList();
    }

    private static LoadBalancerUse of(Inventory inventory, Listener listener) {
        String arn = listener.attributes().loadBalancerArn();
        Actions actions = listener.attributes().defaultAction();
        return new LoadBalancerUse(listener.address(), false, arn, isKnown(inventory, arn), actions);
    }

    private static LoadBalancerUse of(Inventory inventory, ListenerRule rule) {
        String arn = inventory
                .find(Listener.class, rule.attributes().listenerArn())
                .map(listener -> listener.attributes().loadBalancerArn())
                .orElseGet(() -> loadBalancerOf(rule.attributes().listenerArn()));
        return new LoadBalancerUse(
                rule.address(),
                true,
                arn,
                isKnown(inventory, arn),
                rule.attributes().action());
    }

    /** Whether it is certainly on another load balancer; one made here may be another's ARN after an import. */
    boolean isElsewhereThan(LoadBalancerUse other) {
        return isKnown
                && other.isKnown
                && Text.isReference(loadBalancer) == Text.isReference(other.loadBalancer)
                && !loadBalancer.equals(other.loadBalancer);
    }

    /** The ARN of a listener contains that of its load balancer. */
    private static String loadBalancerOf(String listenerArn) {
        Matcher matcher = LISTENER.matcher(listenerArn);
        return matcher.matches() ? matcher.group(1) + ":loadbalancer/" + matcher.group(2) : listenerArn;
    }

    /** Two references to what is made elsewhere may be one and the same load balancer. */
    private static boolean isKnown(Inventory inventory, String arn) {
        return !Text.isReference(arn) || inventory.find(LoadBalancer.class, arn).isPresent();
    }
}
