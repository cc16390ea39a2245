package dev.alb.rules;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.AwsResource;
import dev.alb.terraform.CrossCheck;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/**
 * A rule of a listener ({@code aws_lb_listener_rule}).
 *
 * <pre>{@code
 * new ListenerRule(stack, "synchrony", ListenerRuleAttributes.of(
 *         listener.arn(),
 *         Priority.of(100),
 *         List.of(Condition.paths("/synchrony", "/synchrony/*")),
 *         Actions.of(Action.forwardTo(synchrony.arn()))));
 * }</pre>
 */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class ListenerRule extends AwsResource {
    private static final List<CrossCheck> CHECKS = Stream.<CrossCheck[]>of(
                    PriorityClash.values(),
                    ShadowedRule.values(),
                    UndecidedOrder.values(),
                    StickyRule.values(),
                    ListenerProtocolCheck.values(),
                    LoadBalancerCheck.values())
            .flatMap(Stream::of)
            .toList();

    private final ListenerRuleAttributes attributes;

    /**
     * A rule.
     *
     * @param id its Terraform address: {@code synchrony} becomes {@code aws_lb_listener_rule.synchrony}
     */
    public ListenerRule(Construct scope, String id, ListenerRuleAttributes attributes) {
        super(scope, id, "aws_lb_listener_rule", attributes);
        this.attributes = attributes;
    }

    /** What it was made from. */
    public ListenerRuleAttributes attributes() {
        return attributes;
    }

    /** A reference to its ARN. */
    public String arn() {
        return attribute("arn");
    }

    /** Whether the rules of a listener, and of a load balancer, go together. */
    @Override
    protected List<CrossCheck> crossChecks() {
        return CHECKS;
    }
}
