package dev.alb.review.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.review.Comparison;
import dev.alb.terraform.NeedsTerraform;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What takes a site down, or a part of its users out. */
@NeedsTerraform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageTest {
    private static final String STICKY =
            "  stickiness {\n    type            = \"lb_cookie\"\n    cookie_duration = 86400\n";
    private static final String STATUS = "path              = \"/status\"";
    private static final String HEARTBEAT = "path = \"/synchrony/heartbeat\"";
    private static final String DELAY = "deregistration_delay = 300";
    private static final String TIMEOUT = "idle_timeout               = 300";
    private static final String SUBNETS = "[aws_subnet.a.id, aws_subnet.b.id]";
    private static final String NODES_OUT = "security_group_id            = aws_security_group.alb.id\n"
            + "  referenced_security_group_id = aws_security_group.nodes.id\n"
            + "  ip_protocol                  = \"tcp\"\n  from_port                    = 8090";
    private static final String NODES_IN = NODES_OUT
            .replace("aws_security_group.alb.id", "x")
            .replace("aws_security_group.nodes.id", "aws_security_group.alb.id")
            .replace("= x\n", "= aws_security_group.nodes.id\n");

    private final PlannedSite site = PlannedSite.of(PlannedSite.BASE);

    @AfterAll
    void close() {
        site.close();
    }

    private Comparison edited(String... edits) {
        return site.edited(PlannedSite.BASE, edits);
    }

    private static void assertFinds(Comparison comparison, String... lines) {
        assertEquals(List.of(lines), PlannedSite.lines(comparison, Outages.checks()));
    }

    private static void assertSays(String expected, String text) {
        assertTrue(text.contains(expected), () -> "must say \"" + expected + "\", got\n" + text);
    }

    /** Takes a resource out. */
    private Comparison without(String type, String name) {
        String head = "resource \"" + type + "\" \"" + name + "\" {";
        return edited(head, head + "\n  count = 0");
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
    void a_health_check_must_be_passed() {
        Comparison other = edited(STATUS, "path = \"/login.action\"");
        assertFinds(other, "medium health-check-changed aws_lb_target_group.confluence");
        assertSays("path /status becomes /login.action", PlannedSite.text(other, "health-check-changed"));
        assertFinds(
                edited(STATUS, "path = \"/status\"\n    matcher = \"301-399\""),
                "critical health-check-takes-all-out aws_lb_target_group.confluence");
        assertFinds(
                edited(STATUS, "path = \"/status\"\n    matcher = \"200-299\""),
                "medium health-check-changed aws_lb_target_group.confluence");
        assertFinds(
                edited(HEARTBEAT, "path = \"/wiki/synchrony/heartbeat\""),
                "critical health-check-takes-all-out aws_lb_target_group.synchrony");
        assertFinds(edited("healthy_threshold = 2", "healthy_threshold = 3"));
    }

    @Test
    void a_health_check_on_a_closed_port_takes_all_out() {
        Comparison closed = edited(STATUS, STATUS + "\n    port = \"9090\"");
        assertFinds(closed, "critical health-check-takes-all-out aws_lb_target_group.confluence");
        assertSays(
                "no rule lets aws_security_group.alb out to port 9090",
                PlannedSite.text(closed, "health-check-takes-all-out"));
        assertFinds(
                edited(STATUS, STATUS + "\n    port = \"8091\""),
                "medium health-check-changed aws_lb_target_group.confluence");
    }

    @Test
    void the_way_to_the_targets_must_stay_open() {
        Comparison narrow = edited(NODES_OUT, NODES_OUT.replace("8090", "8091"));
        assertFinds(narrow, "critical targets-unreachable aws_lb_target_group.confluence");
        assertSays(
                "no rule lets aws_security_group.alb out to port 8090",
                PlannedSite.text(narrow, "targets-unreachable"));
        assertFinds(
                edited(NODES_IN, NODES_IN.replace("8090", "8091")),
                "critical targets-unreachable aws_lb_target_group.confluence");
        assertFinds(
                without("aws_vpc_security_group_egress_rule", "nodes"),
                "critical targets-unreachable aws_lb_target_group.confluence",
                "critical targets-unreachable aws_lb_target_group.synchrony");
        assertFinds(
                without("aws_vpc_security_group_ingress_rule", "nodes"),
                "critical targets-unreachable aws_lb_target_group.confluence",
                "critical targets-unreachable aws_lb_target_group.synchrony");
        assertFinds(edited(NODES_OUT, NODES_OUT.replace("8090", "8000")));
    }

    @Test
    void draining_takes_as_long_as_what_is_under_way() {
        assertFinds(
                edited(DELAY, "deregistration_delay = 10"), "high draining-shortened aws_lb_target_group.confluence");
        assertFinds(
                edited(DELAY, "deregistration_delay = 60"), "low draining-shortened aws_lb_target_group.confluence");
        assertFinds(edited(DELAY, "deregistration_delay = 600"));
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
    void synchrony_is_where_confluence_is() {
        Comparison plan = edited(
                "target_group_arn = aws_lb_target_group.synchrony.arn\n  target_id        = \"i-0a1b2c3d4e5f60732\"",
                "target_group_arn = aws_lb_target_group.synchrony.arn\n  target_id = \"i-0a1b2c3d4e5f60733\"");
        assertFinds(
                plan,
                "high targets-differ aws_lb_target_group.synchrony",
                "medium target-removed aws_lb_target_group.synchrony");
        assertSays(
                "is on i-0a1b2c3d4e5f60731, i-0a1b2c3d4e5f60732, Synchrony on i-0a1b2c3d4e5f60731, i-0a1b2c3d4e5f60733",
                PlannedSite.text(plan, "targets-differ"));
    }

    @Test
    void a_node_that_leaves_both_groups_leaves_the_rest_together() {
        assertFinds(
                edited(
                        "resource \"aws_lb_target_group_attachment\" \"confluence2\" {",
                        "resource \"aws_lb_target_group_attachment\" \"confluence2\" {\n  count = 0",
                        "resource \"aws_lb_target_group_attachment\" \"synchrony2\" {",
                        "resource \"aws_lb_target_group_attachment\" \"synchrony2\" {\n  count = 0"),
                "high target-removed aws_lb_target_group.confluence",
                "high target-removed aws_lb_target_group.synchrony");
    }

    @Test
    void a_group_in_use_needs_targets() {
        String[] edits = {
            "resource \"aws_lb_target_group_attachment\" \"confluence1\" {",
            "resource \"aws_lb_target_group_attachment\" \"confluence1\" {\n  count = 0",
            "resource \"aws_lb_target_group_attachment\" \"confluence2\" {",
            "resource \"aws_lb_target_group_attachment\" \"confluence2\" {\n  count = 0"
        };
        assertFinds(edited(edits), "critical no-targets aws_lb_target_group.confluence");
        String scaled = "resource \"aws_autoscaling_attachment\" \"wiki\" {\n  autoscaling_group_name = \"wiki\"\n"
                + "  lb_target_group_arn = aws_lb_target_group.confluence.arn\n}\n\n";
        assertFinds(
                site.plan(scaled + PlannedSite.edit(PlannedSite.BASE, edits)),
                "high target-removed aws_lb_target_group.confluence");
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
