package dev.alb.review.checks;

import static dev.alb.review.checks.PlannedSite.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.review.Comparison;
import dev.alb.review.Replacement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is replaced or deleted, why, and what breaks meanwhile. */
class ReplacementTest extends PlannedSiteTest {
    private static final String NEW_ONE_FIRST = "\n  lifecycle { create_before_destroy = true }";

    ReplacementTest() {
        super(Replacements.checks());
    }

    @Test
    void a_plan_that_changes_nothing_is_silent() {
        assertFinds(edited());
        assertEquals(List.of(), Replacements.of(edited()));
    }

    @Test
    void a_change_in_place_is_silent() {
        assertFinds(edited(
                "idle_timeout               = 300", "idle_timeout = 240", "priority     = 200", "priority = 210"));
    }

    @Test
    void another_name_replaces_the_load_balancer_and_protection_refuses_halfway() {
        Comparison plan = edited("name                       = \"wiki\"", "name = \"wiki2\"");
        assertFinds(
                plan,
                "critical deletion-protection-refuses aws_lb.wiki",
                "critical load-balancer-replaced aws_lb.wiki");
        String text = PlannedSite.text(plan, "load-balancer-replaced");
        assertSays("(name: \"wiki\" becomes \"wiki2\")", text);
        assertSays("aws_route53_record.wiki follows it", text);
        assertSays(
                "aws_lb_listener.http, aws_lb_listener.https are deleted already, and nothing answers",
                PlannedSite.text(plan, "deletion-protection-refuses"));
    }

    @Test
    void what_goes_with_its_load_balancer_is_listed_and_not_complained_about() {
        List<Replacement> all = Replacements.of(edited("name                       = \"wiki\"", "name = \"wiki2\""));
        List<String> addresses = all.stream().map(Replacement::address).toList();
        assertEquals(
                List.of(
                        "aws_lb.wiki",
                        "aws_lb_listener.http",
                        "aws_lb_listener.https",
                        "aws_lb_listener_rule.closed",
                        "aws_lb_listener_rule.synchrony",
                        "aws_wafv2_web_acl_association.wiki"),
                addresses);
        assertEquals(List.of("name: \"wiki\" becomes \"wiki2\""), all.get(0).causes());
        assertEquals(2, all.get(0).consequences().size(), all::toString);
        assertEquals("deleted, then created anew", all.get(0).action());
    }

    @Test
    void a_new_load_balancer_of_the_same_name_is_refused_while_the_old_one_stands() {
        Comparison plan = edited("internal                   = false", "internal = true" + NEW_ONE_FIRST);
        assertFinds(
                plan,
                "critical load-balancer-replaced aws_lb.wiki",
                "high deletion-protection-refuses aws_lb.wiki",
                "high name-taken aws_lb.wiki");
        assertSays("DuplicateLoadBalancerName", PlannedSite.text(plan, "name-taken"));
    }

    @Test
    void a_listener_under_another_address_is_deleted_and_clashes_with_itself() {
        Comparison plan = edited("\"aws_lb_listener\" \"http\"", "\"aws_lb_listener\" \"plain\"");
        assertFinds(plan, "medium listener-deleted aws_lb_listener.http", "medium name-taken aws_lb_listener.plain");
        assertSays("DuplicateListener", PlannedSite.text(plan, "name-taken"));
    }

    @Test
    void a_moved_listener_is_silent() {
        assertFinds(edited(
                "resource \"aws_lb_listener\" \"http\"",
                "moved {\n  from = aws_lb_listener.http\n  to = aws_lb_listener.plain\n}\n\n"
                        + "resource \"aws_lb_listener\" \"plain\""));
    }

    @Test
    void a_rule_that_moves_to_another_listener_leaves_a_gap() {
        Comparison plan = edited(
                "listener_arn = aws_lb_listener.https.arn\n  priority     = 200",
                "listener_arn = aws_lb_listener.http.arn\n  priority     = 200");
        assertFinds(plan, "high rule-replaced aws_lb_listener_rule.closed");
        assertSays("(path_pattern /server-status) meet", PlannedSite.text(plan, "rule-replaced"));
    }
}
