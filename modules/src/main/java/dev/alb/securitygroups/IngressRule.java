package dev.alb.securitygroups;

import com.hashicorp.cdktf.$Module;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/** A rule that lets traffic in ({@code aws_vpc_security_group_ingress_rule}). */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class IngressRule extends SecurityGroupRule {

    /**
     * A rule of a group that is made here or elsewhere.
     *
     * @param id its Terraform address: {@code alb-from-office} becomes
     *     {@code aws_vpc_security_group_ingress_rule.alb-from-office}
     */
    public IngressRule(Construct scope, String id, SecurityGroupRuleAttributes attributes) {
        super(scope, id, "aws_vpc_security_group_ingress_rule", attributes);
    }
}
