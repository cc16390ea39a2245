package dev.alb.firewall;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import dev.alb.terraform.Text;
import dev.alb.terraform.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * Which web ACL guards which load balancer, in the names of {@code aws_wafv2_web_acl_association}.
 *
 * @param resourceArn the load balancer, which may have one web ACL
 * @param webAclArn a web ACL with the scope REGIONAL, in the load balancer's region
 * @param region another region than the provider's
 * @param timeouts how long Terraform waits, with {@code create} alone; default 5 minutes
 * @see <a href="https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-associating-aws-resource.html">AWS:
 *     associating a web ACL</a>
 */
@ResourceAttributes
public record WebAclAssociationAttributes(
        String resourceArn,
        String webAclArn,
        @Nullable String region,
        @Nullable Timeouts timeouts) implements WebAclAssociationAttributesBuilder.With {

    /** Checks the ARNs, and that the web ACL is one for load balancers. */
    public WebAclAssociationAttributes {
        Checks.of("web ACL association")
                .arn("resource_arn", resourceArn, "elasticloadbalancing", "loadbalancer/app/")
                .arn("web_acl_arn", webAclArn, "wafv2")
                .require(
                        Text.isReference(webAclArn) || !webAclArn.contains(":global/"),
                        "web_acl_arn",
                        "be of a web ACL with the scope REGIONAL, in the load balancer's region",
                        Checks.quoted(webAclArn),
                        "Make a web ACL with the scope REGIONAL: a global one guards CloudFront alone.")
                .timeouts(timeouts, "create")
                .done();
    }

    /** A load balancer behind a web ACL. */
    public static WebAclAssociationAttributes of(String loadBalancerArn, String webAclArn) {
        return new WebAclAssociationAttributes(loadBalancerArn, webAclArn, null, null);
    }
}
