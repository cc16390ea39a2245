package dev.alb.firewall;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.AwsResource;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/** A load balancer under the protection of AWS Shield Advanced ({@code aws_shield_protection}). */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class ShieldProtection extends AwsResource {
    private final ShieldProtectionAttributes attributes;

    /**
     * A protection.
     *
     * @param id its Terraform address: {@code wiki} becomes {@code aws_shield_protection.wiki}
     */
    public ShieldProtection(Construct scope, String id, ShieldProtectionAttributes attributes) {
        super(scope, id, "aws_shield_protection", attributes);
        this.attributes = attributes;
    }

    /** What it was made from. */
    public ShieldProtectionAttributes attributes() {
        return attributes;
    }

    /** A reference to its ARN. */
    public String arn() {
        return attribute("arn");
    }
}
