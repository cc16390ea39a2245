package dev.alb.securitygroups;

import com.hashicorp.cdktf.$Module;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/** A rule that lets traffic out ({@code aws_vpc_security_group_egress_rule}). */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class EgressRule extends SecurityGroupRule {

    /**
     * A rule of a group that is made here or elsewhere.
     *
     * @param id its Terraform address: {@code alb-to-office} becomes
     *     {@code aws_vpc_security_group_egress_rule.alb-to-office}
     */
    public EgressRule(Construct scope, String id, SecurityGroupRuleAttributes attributes) {
        super(scope, id, "aws_vpc_security_group_egress_rule", attributes);
    }
}
