package dev.alb.review.checks;

import static dev.alb.review.checks.AttributeChange.becomes;
import static dev.alb.review.checks.AttributeChange.leaves;

import dev.alb.review.Check;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Settings that keep attackers out or are needed to find them, one attribute each. */
final class ProtectiveSettings {
    private static final String LOAD_BALANCER = "aws_lb";
    private static final String LISTENER = "aws_lb_listener";

    /** What is no better where it is new; what AWS does where nobody says otherwise matters less. */
    private static final Map<String, Severity> WHEN_CREATED = Map.of(
            "invalid-headers-kept", Severity.LOW,
            "desync-monitor", Severity.HIGH,
            "web-acl-fails-open", Severity.MEDIUM,
            "client-address-changed", Severity.MEDIUM);

    private ProtectiveSettings() {}

    static List<Check> checks() {
        Stream<Check> ofNew = changes().stream()
                .filter(change -> WHEN_CREATED.containsKey(change.kind().id()))
                .map(change -> change.whenCreated(WHEN_CREATED.get(change.kind().id())));
        return Stream.concat(changes().stream(), ofNew).toList();
    }

    private static List<AttributeChange> changes() {
        return List.of(
                new AttributeChange(
                        kind(
                                "invalid-headers-kept",
                                "Headers with invalid names are let through",
                                "An application that reads them differently can be tricked (request smuggling)."),
                        LOAD_BALANCER,
                        "drop_invalid_header_fields",
                        "false",
                        becomes("false"),
                        Severity.MEDIUM,
                        "Headers that no RFC allows reach the application.",
                        "Set drop_invalid_header_fields = true; Confluence needs no such header."),
                new AttributeChange(
                        kind(
                                "desync-monitor",
                                "Requests that may smuggle others are let through",
                                "In the mode monitor they are only counted."),
                        LOAD_BALANCER,
                        "desync_mitigation_mode",
                        "defensive",
                        becomes("monitor"),
                        Severity.HIGH,
                        "Ambiguous requests are forwarded, and one user's request can be taken for another's.",
                        "Use defensive or strictest."),
                new AttributeChange(
                        kind(
                                "web-acl-fails-open",
                                "Requests pass when the web ACL doesn't answer",
                                "Where AWS WAF can't be reached, nothing is blocked."),
                        LOAD_BALANCER,
                        "enable_waf_fail_open",
                        "false",
                        becomes("true"),
                        Severity.MEDIUM,
                        "While AWS WAF doesn't answer, every request is let through.",
                        "Leave enable_waf_fail_open = false, unless being up matters more than being protected."),
                new AttributeChange(
                        kind(
                                "client-address-changed",
                                "The application is told other client addresses",
                                "Logs, allow lists and rate limits of the application look at X-Forwarded-For."),
                        LOAD_BALANCER,
                        "xff_header_processing_mode",
                        "append",
                        leaves("append"),
                        Severity.MEDIUM,
                        "With preserve a client can write any address into X-Forwarded-For; with remove the application knows none.",
                        "Use append, and let Tomcat's RemoteIpValve read it."),
                new AttributeChange(
                        kind(
                                "logs-off",
                                "Access logs are switched off",
                                "After an incident nobody can tell who did what."),
                        LOAD_BALANCER,
                        "access_logs.enabled",
                        "false",
                        becomes("false"),
                        Severity.MEDIUM,
                        "No request is logged from then on.",
                        "Keep access_logs, and let the bucket's lifecycle delete what is old."),
                new AttributeChange(
                        kind(
                                "connection-logs-off",
                                "Connection logs are switched off",
                                "They alone tell which clients fail at TLS."),
                        LOAD_BALANCER,
                        "connection_logs.enabled",
                        "false",
                        becomes("false"),
                        Severity.LOW,
                        "Who connects, and with which TLS, is not logged from then on.",
                        "Keep connection_logs while TLS or client certificates change."),
                new AttributeChange(
                        kind(
                                "mutual-tls-off",
                                "Clients no longer need a certificate",
                                "Everybody can connect, not only those whom the trust store knows."),
                        LISTENER,
                        "mutual_authentication.mode",
                        "off",
                        leaves("verify"),
                        Severity.HIGH,
                        "The load balancer no longer refuses clients without a valid certificate.",
                        "Keep verify; with passthrough the application has to check each certificate."),
                new AttributeChange(
                        kind(
                                "hsts-removed",
                                "Browsers are no longer told to use HTTPS alone",
                                "Strict-Transport-Security is what keeps a browser from being led to HTTP."),
                        LISTENER,
                        "routing_http_response_strict_transport_security_header_value",
                        "nothing",
                        becomes("nothing"),
                        Severity.MEDIUM,
                        "The load balancer no longer adds Strict-Transport-Security.",
                        "Keep the header, unless the application sends it."));
    }

    private static Kind kind(String id, String title, String why) {
        return new Kind(id, Section.EXPOSURE, title, why);
    }
}
