package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.regex.Pattern;

/**
 * An attribute that must have the form of an ARN of Elastic Load Balancing.
 *
 * @param attribute the attribute
 * @param kind how AWS calls what it names: {@code load balancer}
 * @param resource how the ARN calls it: {@code loadbalancer}
 */
record Arn(String attribute, String kind, String resource) implements Rule {
    private static final Pattern FORM = Pattern.compile("arn:[^:]+:elasticloadbalancing:[^:]+:\\d{12}:([\\w-]+)/.+");

    @Override
    public void check(Change change) {
        check(change.object().get(attribute), kind, resource);
    }

    static void check(Value arn, String kind, String resource) {
        if (arn instanceof Value.Text text && !hasForm(text.value(), resource)) {
            throw Refusal.validation("'" + text.value() + "' is not a valid " + kind + " ARN");
        }
    }

    private static boolean hasForm(String arn, String resource) {
        var matcher = FORM.matcher(arn);
        return matcher.matches() && matcher.group(1).equals(resource);
    }
}
