package dev.alb.rules;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.TerraformValue;
import java.util.Map;

/**
 * A change of a request on its way to the target; which rule applies is decided before it.
 *
 * <p>{@code $1} in the replacement is what the first pair of parentheses found. A request that does not match goes on
 * as it is; one that can't be rewritten is answered with 500.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-transforms.html">AWS:
 *     transforms</a>
 */
public sealed interface Transform extends TerraformValue permits HostHeaderRewrite, UrlRewrite {

    /**
     * Replaces a part of the host.
     *
     * @param regex at most 1024 characters, without lookaround and backreferences
     * @param replace at most 1024 characters
     */
    static HostHeaderRewrite hostHeaderRewrite(String regex, String replace) {
        return new HostHeaderRewrite(regex, replace);
    }

    /**
     * Replaces a part of the path and query string.
     *
     * @param regex at most 1024 characters, without lookaround and backreferences
     * @param replace at most 1024 characters
     */
    static UrlRewrite urlRewrite(String regex, String replace) {
        return new UrlRewrite(regex, replace);
    }

    /** Terraform's name of the kind, such as {@code url-rewrite}; a rule has one of each at most. */
    String type();

    /** The type and the nested block of that name. */
    @Override
    default Object toTerraform() {
        String block = type().replace('-', '_') + "_config";
        return Map.of("type", type(), block, Map.of("rewrite", Attributes.named((Record) this)));
    }
}
