package dev.alb.loadbalancer;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.Attributes;
import dev.alb.terraform.AwsResource;
import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.UniqueName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/**
 * An Application Load Balancer ({@code aws_lb}).
 *
 * <pre>{@code
 * LoadBalancer alb = new LoadBalancer(stack, "wiki",
 *         LoadBalancerAttributes.internetFacing(List.of("subnet-1", "subnet-2")).withName("wiki"));
 * }</pre>
 */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class LoadBalancer extends AwsResource {
    private static final CrossCheck NAMES = new UniqueName<>(LoadBalancer.class, LoadBalancer::isInSamePlace);

    private final LoadBalancerAttributes attributes;

    /**
     * A load balancer.
     *
     * @param id its Terraform address: {@code wiki} becomes {@code aws_lb.wiki}
     */
    public LoadBalancer(Construct scope, String id, LoadBalancerAttributes attributes) {
        super(scope, id, "aws_lb", withType(attributes), Replacement.DESTROY_FIRST);
        this.attributes = attributes;
    }

    /** What it was made from. */
    public LoadBalancerAttributes attributes() {
        return attributes;
    }

    /** A reference to its ARN. */
    public String arn() {
        return attribute("arn");
    }

    /** A reference to the end of its ARN, by which CloudWatch knows it. */
    public String arnSuffix() {
        return attribute("arn_suffix");
    }

    /** A reference to its DNS name. */
    public String dnsName() {
        return attribute("dns_name");
    }

    /** A reference to the Route 53 zone of its DNS name, which alias records need. */
    public String zoneId() {
        return attribute("zone_id");
    }

    /** A reference to its VPC. */
    public String vpcId() {
        return attribute("vpc_id");
    }

    @Override
    protected List<CrossCheck> crossChecks() {
        return List.of(NAMES);
    }

    /** Other stacks may be in other accounts and regions. */
    private boolean isInSamePlace(LoadBalancer other) {
        return Objects.equals(attributes.region(), other.attributes.region()) && sharesStackWith(other);
    }

    private static Map<String, Object> withType(LoadBalancerAttributes attributes) {
        Map<String, Object> arguments = Attributes.of(attributes);
        arguments.put("load_balancer_type", "application");
        return arguments;
    }
}
