package dev.alb.review.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.review.Comparison;
import dev.alb.terraform.NeedsTerraform;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What may cause an outage without anything being replaced. */
@NeedsTerraform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AvailabilityTest {
    private static final String STICKY = "cookie_duration = 86400";
    private static final String SUBNETS = "subnets                    = [aws_subnet.a.id, aws_subnet.b.id]";
    private static final String SYNCHRONY_RULE = "priority     = 100";
    private static final String CLOSED_RULE = "priority     = 200";
    private static final String SECOND_OF_SYNCHRONY = """
            resource "aws_lb_target_group_attachment" "synchrony2" {
              target_group_arn = aws_lb_target_group.synchrony.arn
              target_id        = "i-0a1b2c3d4e5f60732"
            }
            """;

    private final PlannedSite site = PlannedSite.of(PlannedSite.BASE);

    @AfterAll
    void close() {
        site.close();
    }

    private Comparison edited(String... edits) {
        return site.edited(PlannedSite.BASE, edits);
    }

    private void assertFinds(String expected, String... edits) {
        assertEquals(
                expected.isEmpty() ? List.of() : List.of(expected.split("\n")),
                PlannedSite.lines(edited(edits), Availability.checks()));
    }

    private void assertSays(String kind, String expected, String... edits) {
        String text = PlannedSite.text(edited(edits), kind);
        assertTrue(text.contains(expected), () -> "must say \"" + expected + "\", got\n" + text);
    }

    @Test
    void a_plan_that_changes_nothing_is_silent() {
        assertFinds("");
    }

    @Test
    void stickiness_that_is_switched_off_is_noticed_by_users() {
        assertFinds("high stickiness-off aws_lb_target_group.confluence", STICKY, "enabled = false");
    }

    @Test
    void a_cookie_may_live_shorter_but_not_shorter_than_a_working_day() {
        assertFinds("", STICKY, "cookie_duration = 36000");
        assertFinds("medium stickiness-shortened aws_lb_target_group.confluence", STICKY, "cookie_duration = 600");
        assertSays("stickiness-shortened", "600 s instead of 86400 s", STICKY, "cookie_duration = 600");
    }

    @Test
    void stickiness_that_is_switched_on_is_fine() {
        assertFinds(
                "",
                "path = \"/synchrony/heartbeat\"\n  }",
                "path = \"/synchrony/heartbeat\"\n  }\n  stickiness { type = \"lb_cookie\" }");
    }

    @Test
    void another_question_is_one_that_every_target_has_to_answer() {
        String status = "path              = \"/status\"";
        assertFinds("medium health-check-changed aws_lb_target_group.confluence", status, "path = \"/wiki/status\"");
        assertSays("health-check-changed", "path /status becomes /wiki/status", status, "path = \"/wiki/status\"");
        assertSays("health-check-changed", "is taken out after 30 s", status, "path = \"/wiki/status\"");
    }

    @Test
    void a_matcher_without_200_takes_all_targets_out() {
        String interval = "interval          = 10";
        assertFinds(
                "critical health-check-without-200 aws_lb_target_group.confluence",
                interval,
                interval + "\n    matcher = \"300-399\"");
        assertFinds(
                "medium health-check-changed aws_lb_target_group.confluence",
                interval,
                interval + "\n    matcher = \"200-399\"");
    }

    @Test
    void how_often_is_asked_is_no_other_question() {
        assertFinds("", "interval          = 10", "interval = 15");
    }

    @Test
    void less_time_to_drain_is_told_and_more_so_below_that_of_synchrony() {
        String delay = "deregistration_delay = 300";
        assertFinds("low draining-shortened aws_lb_target_group.confluence", delay, "deregistration_delay = 60");
        assertFinds("medium draining-shortened aws_lb_target_group.confluence", delay, "deregistration_delay = 10");
        assertFinds("", delay, "deregistration_delay = 600");
    }

    @Test
    void an_idle_timeout_below_that_of_aws_cuts_websockets() {
        String timeout = "idle_timeout               = 300";
        assertFinds("high idle-timeout-cuts-websockets aws_lb.wiki", timeout, "idle_timeout = 30");
        assertFinds("low idle-timeout-cuts-websockets aws_lb.wiki", timeout, "idle_timeout = 120");
        assertFinds("", timeout, "idle_timeout = 3600");
    }

    @Test
    void two_subnets_of_one_zone_are_one_zone() {
        assertFinds("critical one-zone-left aws_lb.wiki", SUBNETS, "subnets = [aws_subnet.b.id, aws_subnet.c.id]");
        assertSays(
                "one-zone-left",
                "aws_subnet.b, aws_subnet.c only, all in eu-central-1b",
                SUBNETS,
                "subnets = [aws_subnet.b.id, aws_subnet.c.id]");
    }

    @Test
    void a_subnet_that_is_left_is_told_and_one_more_is_not() {
        assertFinds("medium subnet-removed aws_lb.wiki", SUBNETS, "subnets = [aws_subnet.a.id, aws_subnet.c.id]");
        assertFinds("", SUBNETS, "subnets = [aws_subnet.a.id, aws_subnet.b.id, aws_subnet.c.id]");
    }

    @Test
    void a_group_without_targets_answers_503() {
        String text = PlannedSite.BASE.replaceAll(
                "(?s)resource \"aws_lb_target_group_attachment\" \"confluence.\" \\{.*?\n}", "");
        assertEquals(
                List.of("critical no-targets aws_lb_target_group.confluence"),
                PlannedSite.lines(site.plan(text), Availability.checks()));
    }

    @Test
    void nodes_that_were_the_same_for_both_have_to_stay_so() {
        assertFinds("high targets-differ aws_lb_target_group.synchrony", SECOND_OF_SYNCHRONY.strip(), "");
        assertSays(
                "targets-differ",
                "Synchrony is registered on i-0a1b2c3d4e5f60731, and Confluence (aws_lb_target_group.confluence) on "
                        + "i-0a1b2c3d4e5f60731, i-0a1b2c3d4e5f60732",
                SECOND_OF_SYNCHRONY.strip(),
                "");
    }

    @Test
    void a_node_that_leaves_both_is_fine() {
        assertEquals(
                List.of(),
                PlannedSite.lines(
                        site.plan(PlannedSite.BASE.replaceAll(
                                "(?s)resource \"aws_lb_target_group_attachment\" \"[a-z]*2\" \\{.*?\n}", "")),
                        Availability.checks()));
    }

    @Test
    void rules_that_swap_their_priorities_are_refused_both_ways() {
        assertFinds(
                "high priorities-collide aws_lb_listener_rule.closed\n"
                        + "high priorities-collide aws_lb_listener_rule.synchrony",
                SYNCHRONY_RULE,
                "priority = 0200",
                CLOSED_RULE,
                "priority = 100");
    }

    @Test
    void a_rule_that_takes_what_another_gives_up_depends_on_the_order() {
        assertFinds(
                "medium priorities-collide aws_lb_listener_rule.closed",
                SYNCHRONY_RULE,
                "priority = 50",
                CLOSED_RULE,
                "priority = 100");
        assertSays(
                "priorities-collide",
                "the one of aws_lb_listener_rule.synchrony, which gives it up",
                SYNCHRONY_RULE,
                "priority = 50",
                CLOSED_RULE,
                "priority = 100");
    }

    @Test
    void a_rule_that_takes_what_another_keeps_is_refused() {
        assertFinds("high priorities-collide aws_lb_listener_rule.closed", CLOSED_RULE, "priority = 100");
        assertFinds("", CLOSED_RULE, "priority = 300");
    }

    @Test
    void protection_that_is_switched_off_is_told() {
        assertFinds(
                "medium deletion-protection-off aws_lb.wiki",
                "enable_deletion_protection = true",
                "enable_deletion_protection = false");
    }
}
