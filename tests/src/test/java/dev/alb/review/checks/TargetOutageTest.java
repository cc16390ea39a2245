package dev.alb.review.checks;

import static dev.alb.review.checks.PlannedSite.assertSays;

import dev.alb.review.Comparison;
import org.junit.jupiter.api.Test;

/** Targets that go, that nobody gets through to, or that no health check finds healthy. */
class TargetOutageTest extends PlannedSiteTest {
    private static final String STATUS = "path              = \"/status\"";
    private static final String HEARTBEAT = "path = \"/synchrony/heartbeat\"";
    private static final String DELAY = "deregistration_delay = 300";
    private static final String NODES_OUT = "security_group_id            = aws_security_group.alb.id\n"
            + "  referenced_security_group_id = aws_security_group.nodes.id\n"
            + "  ip_protocol                  = \"tcp\"\n  from_port                    = 8090";
    private static final String NODES_IN = NODES_OUT
            .replace("aws_security_group.alb.id", "x")
            .replace("aws_security_group.nodes.id", "aws_security_group.alb.id")
            .replace("= x\n", "= aws_security_group.nodes.id\n");

    TargetOutageTest() {
        super(Outages.checks());
    }

    /** Takes a resource out. */
    private Comparison without(String type, String name) {
        String head = "resource \"" + type + "\" \"" + name + "\" {";
        return edited(head, head + "\n  count = 0");
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
    void a_check_that_is_known_only_after_the_apply_may_be_any() {
        Comparison later = edited(
                STATUS,
                "path = \"/${aws_vpc.later.id}\"",
                "resource \"aws_vpc\" \"wiki\"",
                "resource \"aws_vpc\" \"later\" {\n  cidr_block = \"10.9.0.0/16\"\n}\n\nresource \"aws_vpc\" \"wiki\"");
        assertFinds(later, "medium health-check-changed aws_lb_target_group.confluence");
        assertSays(
                "path /status becomes what is known only after the apply",
                PlannedSite.text(later, "health-check-changed"));
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
                planned(scaled + PlannedSite.edit(PlannedSite.BASE, edits)),
                "high target-removed aws_lb_target_group.confluence");
    }
}
