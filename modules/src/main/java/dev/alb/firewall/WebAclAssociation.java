package dev.alb.firewall;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.AwsResource;
import dev.alb.terraform.CrossCheck;
import java.util.List;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/** A load balancer behind a web application firewall ({@code aws_wafv2_web_acl_association}). */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class WebAclAssociation extends AwsResource {
    private final WebAclAssociationAttributes attributes;

    /**
     * An association.
     *
     * @param id its Terraform address: {@code wiki} becomes {@code aws_wafv2_web_acl_association.wiki}
     */
    public WebAclAssociation(Construct scope, String id, WebAclAssociationAttributes attributes) {
        super(scope, id, "aws_wafv2_web_acl_association", attributes);
        this.attributes = attributes;
    }

    /** What it was made from. */
    public WebAclAssociationAttributes attributes() {
        return attributes;
    }

    @Override
    protected List<CrossCheck> crossChecks() {
        return List.of(FirewallRules.values());
    }
}
