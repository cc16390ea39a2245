package dev.alb.topology;

import dev.alb.routing.Outcome;
import dev.alb.snapshot.Link;
import dev.alb.snapshot.Snapshot;
import dev.alb.snapshot.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is done with a request, out of the blocks {@code action}, {@code default_action} and {@code transform}. */
final class OutcomeReader {
    private final Snapshot snapshot;

    OutcomeReader(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    List<Outcome.Step> steps(Value actions) {
        if (actions.isUnknown() || actions.isAbsent()) {
            return List.of(new Outcome.Unknown("(action known after apply)"));
        }
        return actions.items().stream()
                .sorted(Comparator.comparing(
                        action -> action.at("order").number().orElse(Integer.MAX_VALUE)))
                .map(this::step)
                .toList();
    }

    private Outcome.Step step(Value action) {
        String type = action.at("type").text("");
        return switch (type) {
            case "forward" -> forward(action);
            case "redirect" -> redirect(action.block("redirect"));
            case "fixed-response" -> fixedResponse(action.block("fixed_response"));
            case "authenticate-oidc" -> authenticate(type, action.block("authenticate_oidc"), "authorization_endpoint");
            case "authenticate-cognito" -> authenticate(type, action.block("authenticate_cognito"), "user_pool_domain");
            case "jwt-validation" -> authenticate(type, action.block("jwt_validation"), "jwks_endpoint");
            default -> new Outcome.Unknown(type.isEmpty() ? "(action known after apply)" : "(action " + type + ")");
        };
    }

    /** A state may hold the same group twice, in the attribute and in the block. */
    private Outcome.Step forward(Value action) {
        Value block = action.block("forward");
        Value groups = block.at("target_group");
        if (block.isUnknown() || groups.isUnknown()) {
            return new Outcome.Unknown("(target groups known after apply)");
        }
        List<Outcome.Forward.Share> shares = new ArrayList<>();
        if (groups.isAbsent()) {
            share(action.at("target_group_arn"), 1).ifPresent(shares::add);
        } else {
            for (Value group : groups.items()) {
                if (group.isUnknown() || group.at("weight").isUnknown()) {
                    return new Outcome.Unknown("(weights known after apply)");
                }
                share(group.at("arn"), group.at("weight").number().orElse(1)).ifPresent(shares::add);
            }
        }
        int expected = groups.isAbsent() ? 1 : groups.items().size();
        return shares.size() == expected
                ? new Outcome.Forward(normal(shares), stickiness(block, shares.size()))
                : new Outcome.Unknown("(target group known after apply)");
    }

    private Optional<Outcome.Forward.Share> share(Value arn, int weight) {
        Link link = snapshot.link(arn, "aws_lb_target_group");
        return link.isKnown() ? Optional.of(new Outcome.Forward.Share(link.name(), weight)) : Optional.empty();
    }

    /** Neither the order of the groups nor a common factor of their weights means anything. */
    private static List<Outcome.Forward.Share> normal(List<Outcome.Forward.Share> shares) {
        int divisor = shares.stream()
                .map(share -> BigInteger.valueOf(share.weight()))
                .reduce(BigInteger.ZERO, BigInteger::gcd)
                .intValue();
        return shares.stream()
                .map(share ->
                        new Outcome.Forward.Share(share.targetGroup(), divisor == 0 ? 0 : share.weight() / divisor))
                .sorted(Comparator.comparing(Outcome.Forward.Share::targetGroup))
                .toList();
    }

    private static @Nullable String stickiness(Value forward, int groups) {
        Value block = forward.block("stickiness");
        boolean isOn = groups > 1 && block.at("enabled").flag().orElse(false);
        return isOn ? block.at("duration").text("?") : null;
    }

    private static Outcome.Step redirect(Value block) {
        if (block.isPartlyUnknown()) {
            return new Outcome.Unknown("(redirect known after apply)");
        }
        return new Outcome.Redirect(
                block.at("protocol").text("#{protocol}"),
                block.at("host").text("#{host}"),
                block.at("port").text("#{port}"),
                block.at("path").text("/#{path}"),
                block.at("query").text("#{query}"),
                block.at("status_code").text("").replaceFirst("^HTTP_", ""));
    }

    private static Outcome.Step fixedResponse(Value block) {
        boolean isKnown = !block.at("content_type").isUnknown()
                && !block.at("message_body").isUnknown()
                && !block.isUnknown();
        return isKnown
                ? new Outcome.FixedResponse(
                        block.at("status_code").text("200"),
                        block.at("content_type").text(""),
                        block.at("message_body").text(""))
                : new Outcome.Unknown("(fixed response known after apply)");
    }

    /** Who is let through without signing in is a part of where the request ends. */
    private static Outcome.Step authenticate(String type, Value block, String at) {
        if (block.isUnknown()) {
            return new Outcome.Unknown("(" + type + " known after apply)");
        }
        String unauthenticated = block.at("on_unauthenticated_request").text("authenticate");
        String note = unauthenticated.equals("authenticate") ? "" : ", others: " + unauthenticated;
        return new Outcome.Authenticate(type, block.at(at).text("(known after apply)") + note);
    }

    static List<Outcome.Rewrite> rewrites(Value transforms) {
        List<Outcome.Rewrite> rewrites = new ArrayList<>();
        for (Value transform : transforms.items()) {
            String kind = transform.at("type").text("");
            Value rewrite = transform
                    .block(kind.equals("host-header-rewrite") ? "host_header_rewrite_config" : "url_rewrite_config")
                    .block("rewrite");
            rewrites.add(new Outcome.Rewrite(
                    kind,
                    rewrite.at("regex").text("(known after apply)"),
                    rewrite.at("replace").text("")));
        }
        rewrites.sort(Comparator.comparing(Outcome.Rewrite::kind));
        return rewrites;
    }
}
