package dev.alb.rules;

import dev.alb.actions.Actions;
import dev.alb.terraform.Attributes;
import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set on a rule, in the names of {@code aws_lb_listener_rule}.
 *
 * @param listenerArn the listener, also one that was made elsewhere; a change replaces the rule
 * @param priority its place among the rules of the listener, always known before Terraform runs
 * @param condition what a request must have, all of them; at most 5 values and 5 wildcards together
 * @param action what is done with it
 * @param transform how it is rewritten; one of each kind at most
 * @param region another region than the provider's; a change replaces it
 * @param tags at most 50
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html">AWS: listener
 *     rules</a>
 */
@ResourceAttributes
public record ListenerRuleAttributes(
        String listenerArn,
        Priority priority,
        List<Condition> condition,
        Actions action,
        @Nullable List<Transform> transform,
        @Nullable String region,
        @Nullable Map<String, String> tags)
        implements ListenerRuleAttributesBuilder.With {
    private static final int MOST_TAGS = 50;

    /** Checks the limits that AWS sets for one rule. */
    public ListenerRuleAttributes {
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(action, "action");
        condition = List.copyOf(condition);
        transform = Attributes.copyOf(transform);
        tags = tags == null ? null : Map.copyOf(tags);
        Checks checks =
                Checks.of("listener rule").arn("listener_arn", listenerArn, "elasticloadbalancing", "listener/app/");
        RuleLimits.check(checks, condition);
        RuleLimits.checkTransforms(checks, transform == null ? List.of() : transform);
        checks.atMost("tags", tags, MOST_TAGS).done();
    }

    /**
     * A rule without transforms.
     *
     * @param conditions at least one
     */
    public static ListenerRuleAttributes of(
            String listenerArn, Priority priority, List<Condition> conditions, Actions actions) {
        return new ListenerRuleAttributes(listenerArn, priority, conditions, actions, null, null, null);
    }

    /** Whether every request that meets the other rule's conditions meets this one's. */
    public boolean covers(ListenerRuleAttributes other) {
        for (Condition required : condition) {
            if (!required.isImpliedBy(other.condition)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a request can meet this rule's conditions and the other's. */
    public Overlap overlap(ListenerRuleAttributes other) {
        return Overlap.ofAll(condition.stream().map(c -> c.overlap(other.condition)));
    }

    /** Whether a request meets the same fate by this rule and by the other. */
    public boolean hasSameOutcomeAs(ListenerRuleAttributes other) {
        return action.hasSameOutcomeAs(other.action)
                && transforms().size() == other.transforms().size()
                && transforms().containsAll(other.transforms());
    }

    private List<Transform> transforms() {
        return transform == null ? List.of() : transform;
    }
}
