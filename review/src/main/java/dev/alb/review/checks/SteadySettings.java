package dev.alb.review.checks;

import static dev.alb.review.checks.AttributeChange.becomes;

import dev.alb.review.Check;
import dev.alb.review.Kind;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import java.util.List;
import java.util.function.BiPredicate;

/** Settings that keep a site up, one attribute each. */
final class SteadySettings {
    private static final String LOAD_BALANCER = "aws_lb";
    private static final String TARGET_GROUP = "aws_lb_target_group";
    private static final int WEBSOCKET_SILENCE = 60;

    private static final AttributeChange PROTECTION = new AttributeChange(
            kind(
                    "deletion-protection-off",
                    "Deletion protection is switched off",
                    "The next plan, or anybody in the console, can delete the load balancer and its DNS name."),
            LOAD_BALANCER,
            "enable_deletion_protection",
            "false",
            becomes("false"),
            Severity.MEDIUM,
            "Nothing keeps the load balancer from being deleted.",
            "It should be true, unless the load balancer is to be deleted soon.");

    private SteadySettings() {}

    static List<Check> checks() {
        return List.of(
                new AttributeChange(
                        kind(
                                "idle-timeout-cuts-websockets",
                                "Silent connections are cut sooner",
                                "Synchrony's WebSockets are silent while nobody types, and long exports while they are made."),
                        LOAD_BALANCER,
                        "idle_timeout",
                        "60",
                        fallsBelow(WEBSOCKET_SILENCE),
                        Severity.HIGH,
                        "Connections that are silent for longer are cut; editing together breaks off, and long requests end in a"
                                + " 504.",
                        "Keep 60 or more; Atlassian's template has 300."),
                new AttributeChange(
                        kind(
                                "idle-timeout-lowered",
                                "The idle timeout is lowered",
                                "Requests that take long without a byte, such as exports and uploads, end in a 504."),
                        LOAD_BALANCER,
                        "idle_timeout",
                        "60",
                        fallsButNotBelow(WEBSOCKET_SILENCE),
                        Severity.LOW,
                        "A request that takes longer without a byte ends in a 504.",
                        "Make sure that no export or import takes longer."),
                new AttributeChange(
                        kind(
                                "keep-alive-lowered",
                                "Clients have to connect anew much sooner",
                                "Each new connection costs a TLS handshake."),
                        LOAD_BALANCER,
                        "client_keep_alive",
                        "3600",
                        falls(),
                        Severity.LOW,
                        "Clients, WebSockets included, have to connect anew after that time.",
                        "Keep 3600, unless DNS has to be looked up anew sooner."),
                PROTECTION,
                PROTECTION.whenCreated(Severity.LOW),
                new AttributeChange(
                        kind(
                                "http2-off",
                                "HTTP/2 is switched off",
                                "Browsers open more connections, and pages take longer."),
                        LOAD_BALANCER,
                        "enable_http2",
                        "true",
                        becomes("false"),
                        Severity.LOW,
                        "Browsers fall back to HTTP/1.1.",
                        "Keep it, unless a client can't do HTTP/2."),
                new AttributeChange(
                        kind(
                                "host-header-changed",
                                "The application may be told another host",
                                "Confluence compares the host with its base URL."),
                        LOAD_BALANCER,
                        "preserve_host_header",
                        "false",
                        (before, after) -> !before.equals(after),
                        Severity.LOW,
                        "Where the client's Host has a port, or none where one is due, Confluence sees another one than before.",
                        "Look at redirects and links after the apply."),
                new AttributeChange(
                        kind(
                                "cross-zone-off",
                                "Requests stay in their zone",
                                "Where zones have different numbers of healthy targets, some targets get more than others, or none."),
                        TARGET_GROUP,
                        "load_balancing_cross_zone_enabled",
                        "use_load_balancer_configuration",
                        becomes("false"),
                        Severity.MEDIUM,
                        "A zone without a healthy target answers 503, although other zones have some.",
                        "Keep it on, unless each zone has enough targets."),
                new AttributeChange(
                        kind(
                                "slow-start",
                                "New targets get their share only slowly",
                                "While they warm up, the others get more."),
                        TARGET_GROUP,
                        "slow_start",
                        "0",
                        (before, after) -> before.equals("0") && !after.equals("0"),
                        Severity.LOW,
                        "A target that comes in gets its full share only after that many seconds; sticky clients don't wait.",
                        "Make sure that the others can bear it."),
                new AttributeChange(
                        kind(
                                "record-ignores-health",
                                "DNS no longer looks at the targets' health",
                                "A name with several records leads to a load balancer without healthy targets."),
                        "aws_route53_record",
                        "alias.evaluate_target_health",
                        "false",
                        becomes("false"),
                        Severity.LOW,
                        "DNS leads to this load balancer, healthy or not.",
                        "Keep it where the name has more than one record."));
    }

    private static BiPredicate<String, String> falls() {
        return (before, after) -> number(after) < number(before);
    }

    private static BiPredicate<String, String> fallsBelow(int limit) {
        return falls().and((before, after) -> number(after) < limit);
    }

    private static BiPredicate<String, String> fallsButNotBelow(int limit) {
        return falls().and((before, after) -> number(after) >= limit);
    }

    /** What is no number is never lower than another. */
    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static Kind kind(String id, String title, String why) {
        return new Kind(id, Section.AVAILABILITY, title, why);
    }
}
