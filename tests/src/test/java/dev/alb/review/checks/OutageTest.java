package dev.alb.review.checks;

import static dev.alb.review.checks.PlannedSite.assertSays;

import dev.alb.review.Comparison;
import org.junit.jupiter.api.Test;

/** What takes a site down, or a part of its users out. */
class OutageTest extends PlannedSiteTest {
    private static final String STICKY =
            "  stickiness {\n    type            = \"lb_cookie\"\n    cookie_duration = 86400\n";
    private static final String HEARTBEAT = "path = \"/synchrony/heartbeat\"";
    private static final String DELAY = "deregistration_delay = 300";
    private static final String TIMEOUT = "idle_timeout               = 300";
    private static final String SUBNETS = "[aws_subnet.a.id, aws_subnet.b.id]";

    OutageTest() {
        super(Outages.checks());
    }

    @Test
    void a_plan_that_changes_nothing_is_silent() {
        assertFinds(edited());
    }

    @Test
    void confluence_needs_stickiness() {
        assertFinds(
                edited(STICKY, STICKY + "    enabled = false\n"), "high stickiness-off aws_lb_target_group.confluence");
        assertFinds(
                edited("cookie_duration = 86400", "cookie_duration = 3600"),
                "medium stickiness-shortened aws_lb_target_group.confluence");
        assertFinds(edited("cookie_duration = 86400", "cookie_duration = 72000"));
    }

    @Test
    void synchrony_needs_none() {
        String on = PlannedSite.edit(
                PlannedSite.BASE,
                "{\n    " + HEARTBEAT + "\n  }",
                "{\n    " + HEARTBEAT + "\n  }\n" + STICKY.replace("86400", "7200") + "  }");
        try (PlannedSite sticky = PlannedSite.of(on)) {
            assertFinds(sticky.edited(on, "cookie_duration = 7200", "cookie_duration = 7200\n    enabled = false"));
        }
    }

    @Test
    void two_zones_are_needed() {
        Comparison one = edited(SUBNETS, "[aws_subnet.b.id, aws_subnet.c.id]");
        assertFinds(one, "critical one-zone-left aws_lb.wiki");
        assertSays("in eu-central-1b. AWS refuses", PlannedSite.text(one, "one-zone-left"));
        assertFinds(edited(SUBNETS, "[aws_subnet.a.id]"), "critical one-zone-left aws_lb.wiki");
        assertFinds(edited(SUBNETS, "[aws_subnet.a.id, aws_subnet.c.id]"), "low subnet-removed aws_lb.wiki");
    }

    @Test
    void websockets_are_silent_for_a_minute() {
        assertFinds(edited(TIMEOUT, "idle_timeout = 30"), "high idle-timeout-cuts-websockets aws_lb.wiki");
        assertFinds(edited(TIMEOUT, "idle_timeout = 120"), "low idle-timeout-lowered aws_lb.wiki");
        assertFinds(edited(TIMEOUT, "idle_timeout = 600"));
    }

    @Test
    void priorities_are_not_swapped_in_one_apply() {
        Comparison swapped = edited("priority     = 100", "priority = 200", "priority     = 200", "priority = 100");
        assertFinds(
                swapped,
                "high priorities-collide aws_lb_listener_rule.closed",
                "high priorities-collide aws_lb_listener_rule.synchrony");
        assertSays(
                "It takes priority 200 on aws_lb_listener.https, which aws_lb_listener_rule.closed has until it moves away",
                PlannedSite.text(swapped, "priorities-collide"));
        assertFinds(
                edited("\"aws_lb_listener_rule\" \"closed\"", "\"aws_lb_listener_rule\" \"shut\""),
                "high priorities-collide aws_lb_listener_rule.shut");
        assertFinds(edited("priority     = 100", "priority = 50"));
    }

    @Test
    void steady_settings_must_stay() {
        assertFinds(
                edited(
                        "enable_deletion_protection = true",
                        "enable_http2 = false\n  client_keep_alive = 600\n  preserve_host_header = true",
                        DELAY,
                        "slow_start = 60\n  load_balancing_cross_zone_enabled = \"false\"",
                        "evaluate_target_health = true",
                        "evaluate_target_health = false"),
                "medium deletion-protection-off aws_lb.wiki",
                "medium cross-zone-off aws_lb_target_group.confluence",
                "low host-header-changed aws_lb.wiki",
                "low http2-off aws_lb.wiki",
                "low keep-alive-lowered aws_lb.wiki",
                "low slow-start aws_lb_target_group.confluence",
                "low record-ignores-health aws_route53_record.wiki");
        assertFinds(edited("evaluate_target_health = true", "evaluate_target_health = true\n  }\n  lifecycle {"));
    }
}
