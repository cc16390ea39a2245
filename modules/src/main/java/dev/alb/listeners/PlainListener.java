package dev.alb.listeners;

import dev.alb.actions.Action;
import dev.alb.actions.Actions;
import dev.alb.terraform.Checks;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must hold for a listener on HTTP: nothing that needs TLS. */
final class PlainListener {
    private PlainListener() {}

    static void check(
            Checks checks,
            @Nullable TlsPolicy policy,
            @Nullable String certificateArn,
            Actions defaultAction,
            @Nullable MutualAuthentication mutualAuthentication,
            @Nullable RequestHeaders requestHeaders) {
        absent(checks, "ssl_policy", policy == null ? null : Checks.quoted(policy.name()));
        absent(checks, "certificate_arn", certificateArn == null ? null : Checks.quoted(certificateArn));
        absent(checks, "mutual_authentication", mutualAuthentication == null ? null : "a block");
        boolean renames = requestHeaders != null && requestHeaders.changesSomething();
        absent(checks, "routing_http_request_…_header_name", renames ? "a name" : null);
        checks.require(
                !defaultAction.needsHttps(),
                "default_action",
                "let users sign in on an HTTPS listener only",
                types(defaultAction),
                "Redirect to HTTPS here, and let users sign in there.");
    }

    private static void absent(Checks checks, String path, @Nullable String value) {
        checks.require(
                value == null,
                path,
                "be given on an HTTPS listener only",
                value,
                "Leave it out, or make the protocol HTTPS.");
    }

    private static String types(Actions actions) {
        return actions.steps().stream().map(Action::type).collect(Collectors.joining(", "));
    }
}
