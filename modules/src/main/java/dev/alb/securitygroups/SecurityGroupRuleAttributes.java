package dev.alb.securitygroups;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a security group, in the names of {@code aws_vpc_security_group_ingress_rule} and
 * {@code aws_vpc_security_group_egress_rule}.
 *
 * @param securityGroupId the group, made here or elsewhere; a change replaces the rule
 * @param peer the other side; a change of its kind replaces the rule
 * @param ports the protocol and the ports
 * @param description what it is for, at most 255 characters
 * @param region another region than the provider's; a change replaces the rule
 * @param tags at most 50
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html">AWS: security group rules</a>
 */
@ResourceAttributes
public record SecurityGroupRuleAttributes(
        String securityGroupId,
        Peer peer,
        Ports ports,
        @Nullable String description,
        @Nullable String region,
        @Nullable Map<String, String> tags)
        implements SecurityGroupRuleAttributesBuilder.With {

    /** Checks the id of the group and the description. */
    public SecurityGroupRuleAttributes {
        tags = tags == null ? null : Map.copyOf(tags);
        Checks checks = Checks.of("security group rule")
                .matches(
                        "security_group_id",
                        securityGroupId,
                        ExistingSecurityGroup.ID,
                        "be the id of a security group",
                        "Write it as in \"sg-0123456789abcdef0\", neither the name nor the ARN.")
                .length("description", description, 1, PlainText.LONGEST);
        PlainText.check(checks, "description", description);
        checks.atMost("tags", tags, 50).done();
    }

    /** A rule of a group. */
    public static SecurityGroupRuleAttributes of(String securityGroupId, Peer peer, Ports ports) {
        return new SecurityGroupRuleAttributes(securityGroupId, peer, ports, null, null, null);
    }

    /** The peer and the ports are arguments of the rule itself, not blocks. */
    Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>(Attributes.of(this));
        arguments.remove("peer");
        arguments.remove("ports");
        arguments.putAll(Attributes.of((Record) peer));
        arguments.putAll(Attributes.of(ports));
        return arguments;
    }
}
