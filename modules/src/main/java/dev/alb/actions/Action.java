package dev.alb.actions;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.TerraformValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that a listener or a rule does with a request.
 *
 * <p>It stands in {@link Actions}, which hold any number that let a request pass or not, and at the end exactly one that
 * answers it.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html">AWS: action
 *     types</a>
 */
public sealed interface Action extends TerraformValue
        permits Forward, Redirect, FixedResponse, AuthenticateOidc, AuthenticateCognito, JwtValidation {

    /** Sends requests to one target group. */
    static Forward forwardTo(String targetGroupArn) {
        return forward(List.of(WeightedTargetGroup.of(targetGroupArn)));
    }

    /** Shares requests among one to five target groups. */
    static Forward forward(List<WeightedTargetGroup> targetGroups) {
        return new Forward(targetGroups, null);
    }

    /** Sends the client elsewhere for good, by a 301; at least one part of the URL must then be changed. */
    static Redirect redirect() {
        return new Redirect(null, null, null, null, null, RedirectStatusCode.HTTP_301);
    }

    /** Sends the client to the same URL on HTTPS and port 443, by a 301. */
    static Redirect redirectToHttps() {
        return redirect().withProtocol(RedirectProtocol.HTTPS).withPort("443");
    }

    /**
     * Answers at once, with an empty plain text unless changed.
     *
     * @param statusCode 200 to 299 or 400 to 599
     */
    static FixedResponse fixedResponse(int statusCode) {
        return new FixedResponse(statusCode, ContentType.TEXT_PLAIN, null);
    }

    /** Terraform's name of the kind, such as {@code fixed-response}. */
    String type();

    /** Whether it answers the request, so that nothing can come after it. */
    default boolean isRouting() {
        return false;
    }

    /** Whether AWS takes it on HTTPS listeners only. */
    default boolean needsHttps() {
        return !isRouting();
    }

    /** The same with every default written out and without an order that means nothing, for comparisons. */
    default Action normalized() {
        return this;
    }

    /** The type and the nested block of that name. */
    @Override
    default Map<String, Object> toTerraform() {
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", type());
        action.put(type().replace('-', '_'), Attributes.named((Record) this));
        return action;
    }
}
