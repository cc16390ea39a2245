package dev.alb.firewall;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which load balancer AWS Shield Advanced protects, in the names of {@code aws_shield_protection}.
 *
 * <p>The account must have subscribed to Shield Advanced, which costs a fixed price a month and runs for a year.
 *
 * @param name 1 to 128 letters, digits, spaces, underscores, dots and hyphens; a change replaces the protection
 * @param resourceArn the load balancer
 * @param tags at most 50
 * @see <a href="https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_CreateProtection.html">AWS:
 *     CreateProtection</a>
 */
@ResourceAttributes
public record ShieldProtectionAttributes(
        String name, String resourceArn, @Nullable Map<String, String> tags)
        implements ShieldProtectionAttributesBuilder.With {
    private static final Pattern NAME = Pattern.compile("[ a-zA-Z0-9_.-]+");
    private static final int LONGEST_NAME = 128;

    /** Checks the name and the ARN. */
    public ShieldProtectionAttributes {
        tags = tags == null ? null : Map.copyOf(tags);
        Checks.of("Shield protection")
                .length("name", name, 1, LONGEST_NAME)
                .matches(
                        "name",
                        name,
                        NAME,
                        "consist of letters, digits, spaces, underscores, dots and hyphens",
                        "Rename it, for instance to \"wiki\".")
                .arn("resource_arn", resourceArn, "elasticloadbalancing", "loadbalancer/app/")
                .atMost("tags", tags, 50)
                .done();
    }

    /** A protection of a load balancer. */
    public static ShieldProtectionAttributes of(String name, String loadBalancerArn) {
        return new ShieldProtectionAttributes(name, loadBalancerArn, null);
    }
}
