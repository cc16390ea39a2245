package dev.alb.actions;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer that the load balancer gives by itself.
 *
 * @param statusCode 200 to 299 or 400 to 599; for a 3xx there is {@link Redirect}
 * @param contentType what the body is
 * @param messageBody at most 1024 characters; empty if {@code null}
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html#fixed-response-actions">AWS:
 *     fixed-response actions</a>
 */
@ResourceAttributes
public record FixedResponse(
        int statusCode, ContentType contentType, @Nullable String messageBody)
        implements Action, FixedResponseBuilder.With {
    private static final int LONGEST_BODY = 1024;

    /** Checks the status and the length of the body. */
    public FixedResponse {
        Objects.requireNonNull(contentType, "contentType");
        Checks.of("fixed response")
                .require(
                        String.valueOf(statusCode).matches("[245]\\d\\d"),
                        "fixed_response.status_code",
                        "be 200 to 299 or 400 to 599",
                        statusCode,
                        "Choose such a status, for instance 503; redirects are an action of their own.")
                .length("fixed_response.message_body", messageBody, 0, LONGEST_BODY)
                .done();
    }

    @Override
    public String type() {
        return "fixed-response";
    }

    @Override
    public boolean isRouting() {
        return true;
    }

    /** The block, with the status as the text that Terraform wants. */
    @Override
    public Map<String, Object> toTerraform() {
        Map<String, Object> response = Attributes.named(this);
        response.put("status_code", String.valueOf(statusCode));
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", type());
        action.put("fixed_response", response);
        return action;
    }

    @Override
    public FixedResponse normalized() {
        return messageBody == null ? new FixedResponse(statusCode, contentType, "") : this;
    }
}
