package dev.alb.securitygroups;

import dev.alb.terraform.AwsResource;
import dev.alb.terraform.CrossCheck;
import java.util.List;
import software.constructs.Construct;

/**
 * A rule of a security group, in one direction.
 *
 * <p>A new rule comes before the old one goes, so that a group which is replaced has its rules before anybody uses it.
 */
public abstract sealed class SecurityGroupRule extends AwsResource permits IngressRule, EgressRule {
    private final SecurityGroupRuleAttributes attributes;

    SecurityGroupRule(Construct scope, String id, String type, SecurityGroupRuleAttributes attributes) {
        super(scope, id, type, attributes.arguments(), Replacement.CREATE_FIRST);
        this.attributes = attributes;
    }

    /** What it was made from. */
    public final SecurityGroupRuleAttributes attributes() {
        return attributes;
    }

    /** A reference to its ARN. */
    public final String arn() {
        return attribute("arn");
    }

    /** A reference to its id. */
    public final String ruleId() {
        return attribute("security_group_rule_id");
    }

    @Override
    protected final List<CrossCheck> crossChecks() {
        return List.of(DuplicateRuleCheck.INSTANCE);
    }
}
