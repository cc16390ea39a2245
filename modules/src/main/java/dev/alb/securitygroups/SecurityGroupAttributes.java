package dev.alb.securitygroups;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ReplaceableName;
import dev.alb.terraform.ResourceAttributes;
import dev.alb.terraform.Timeouts;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set on a security group, in the names of {@code aws_security_group}, except its rules: those
 * are resources of their own.
 *
 * @param name at most 255 characters, unique in its VPC; without it, {@link SecurityGroup} makes one that survives a
 *     replacement
 * @param namePrefix at most 229 characters that the provider completes, instead of {@code name}
 * @param description what it is for, at most 255 characters; default "Managed by Terraform"; a change replaces the group
 * @param vpcId its VPC; a change replaces the group
 * @param revokeRulesOnDelete whether Terraform takes all rules out before it deletes the group; default {@code false}
 * @param region another region than the provider's; a change replaces it
 * @param tags at most 50
 * @param timeouts how long Terraform waits for creation and deletion
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/security-groups.html">AWS: security groups</a>
 */
@ResourceAttributes
public record SecurityGroupAttributes(
        @Nullable String name,
        @Nullable String namePrefix,
        @Nullable String description,
        @Nullable String vpcId,
        @Nullable Boolean revokeRulesOnDelete,
        @Nullable String region,
        @Nullable Map<String, String> tags,
        @Nullable Timeouts timeouts)
        implements SecurityGroupAttributesBuilder.With {
    static final int LONGEST_NAME = 255;
    private static final int LONGEST_PREFIX = 229;
    private static final String DEFAULT_DESCRIPTION = "Managed by Terraform";
    private static final Pattern NOT_RESERVED = Pattern.compile("(?!sg-)(?!default$).*", Pattern.DOTALL);

    /** Checks the names and the description. */
    public SecurityGroupAttributes {
        tags = tags == null ? null : Map.copyOf(tags);
        Checks checks = Checks.of("security group")
                .length("name", name, 1, LONGEST_NAME)
                .length("name_prefix", namePrefix, 1, LONGEST_PREFIX)
                .notBoth("name", name, "name_prefix", namePrefix);
        PlainText.check(checks, "name", name);
        PlainText.check(checks, "name_prefix", namePrefix);
        reserved(checks, "name", name);
        reserved(checks, "name_prefix", namePrefix);
        checks.length("description", description, 1, PlainText.LONGEST);
        PlainText.check(checks, "description", description);
        checks.atMost("tags", tags, 50)
                .absent("timeouts.update", timeouts == null ? null : timeouts.update(), "for a security group")
                .done();
    }

    /**
     * A security group without rules: nothing comes in, nothing goes out.
     *
     * @param vpcId its VPC
     * @param description what it is for, as the AWS console shows it
     */
    public static SecurityGroupAttributes inVpc(String vpcId, String description) {
        return SecurityGroupAttributesBuilder.builder()
                .vpcId(vpcId)
                .description(description)
                .build();
    }

    /** What makes a new group when it changes; a default that is spelled out is no change. */
    Map<String, String> forcesReplacement() {
        String effective = Objects.requireNonNullElse(description, DEFAULT_DESCRIPTION);
        return Map.of("description", effective, "vpc_id", Objects.toString(vpcId));
    }

    private static void reserved(Checks checks, String path, @Nullable String value) {
        String rule = "neither begin with sg- nor be default";
        checks.matches(path, value, NOT_RESERVED, rule, "Choose another; AWS keeps those for itself.");
    }

    /**
     * A name that changes with whatever forces a replacement, so that the old one and the new one don't clash; unchanged
     * where a name or a prefix is given.
     *
     * @param base what stands in front of the hash; keep it apart from all others in the account and region
     */
    public SecurityGroupAttributes namedAfter(String base) {
        boolean isNamed = name != null || namePrefix != null;
        return isNamed ? this : withName(ReplaceableName.of(base, LONGEST_NAME, forcesReplacement()));
    }
}
