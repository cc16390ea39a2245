package dev.alb.loadbalancer;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.AwsData;
import dev.alb.terraform.Checks;
import java.util.Map;
import software.constructs.Construct;

/**
 * A load balancer that is managed elsewhere and only looked up here ({@code data.aws_lb}).
 *
 * <pre>{@code
 * ExistingLoadBalancer shared = new ExistingLoadBalancer(stack, "shared", "arn:aws:elasticloadbalancing:…");
 * }</pre>
 */
public final class ExistingLoadBalancer extends AwsData {

    /**
     * The load balancer with an ARN, in the provider's region.
     *
     * @param id its Terraform address: {@code shared} becomes {@code data.aws_lb.shared}
     * @throws dev.alb.terraform.InvalidInput if it is the ARN of something else
     */
    public ExistingLoadBalancer(Construct scope, String id, String arn) {
        super(scope, id, "aws_lb", byArn(arn));
    }

    /** A reference to its ARN. */
    public String arn() {
        return attribute("arn");
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

    private static Map<String, Object> byArn(String arn) {
        Checks.of("existing load balancer")
                .arn("arn", arn, "elasticloadbalancing", "loadbalancer/app/")
                .done();
        return Map.of("arn", Attributes.render(arn));
    }
}
