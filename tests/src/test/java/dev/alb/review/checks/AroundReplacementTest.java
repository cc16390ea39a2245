package dev.alb.review.checks;

import static dev.alb.review.checks.PlannedSite.assertSays;

import dev.alb.review.Comparison;
import org.junit.jupiter.api.Test;

/** What is replaced around the load balancer: target groups, security groups, certificates, records. */
class AroundReplacementTest extends PlannedSiteTest {
    private static final String NEW_ONE_FIRST = "\n  lifecycle { create_before_destroy = true }";
    private static final String CONFLUENCE_PORT = "port                 = 8090";
    private static final String ALB_DESCRIPTION = "description = \"The load balancer\"";

    AroundReplacementTest() {
        super(Replacements.checks());
    }

    @Test
    void a_destroyed_site_loses_its_name() {
        String rest =
                PlannedSite.BASE.substring(0, PlannedSite.BASE.indexOf("resource \"aws_security_group\" \"alb\""));
        assertFinds(
                planned(rest),
                "critical deletion-protection-refuses aws_lb.wiki",
                "critical load-balancer-deleted aws_lb.wiki",
                "high record-deleted aws_route53_record.wiki");
    }

    @Test
    void a_deleted_rule_leaves_its_requests_to_the_default_action() {
        Comparison plan = edited("\"aws_lb_listener_rule\" \"closed\"", "\"aws_lb_listener_rule\" \"shut\"");
        assertFinds(plan, "low rule-deleted aws_lb_listener_rule.closed");
        assertSays("forward to aws_lb_target_group.confluence", PlannedSite.text(plan, "rule-deleted"));
    }

    @Test
    void a_target_group_in_use_is_emptied_and_then_not_deleted() {
        Comparison plan = edited(CONFLUENCE_PORT, "port = 8080");
        assertFinds(plan, "critical target-group-in-use aws_lb_target_group.confluence");
        String text = PlannedSite.text(plan, "target-group-in-use");
        assertSays("port: 8090 becomes 8080", text);
        assertSays("while aws_lb_listener.https names it", text);
        assertSays("(i-0a1b2c3d4e5f60731, i-0a1b2c3d4e5f60732) were taken out", text);
    }

    @Test
    void a_new_target_group_of_the_same_name_is_refused_while_the_old_one_stands() {
        Comparison plan = edited(CONFLUENCE_PORT, "port = 8080" + NEW_ONE_FIRST);
        assertFinds(
                plan,
                "high name-taken aws_lb_target_group.confluence",
                "medium target-group-replaced aws_lb_target_group.confluence");
        assertSays("20 s (2 checks, one every 10 s)", PlannedSite.text(plan, "target-group-replaced"));
    }

    @Test
    void a_new_target_group_of_another_name_only_has_to_warm_up() {
        assertFinds(
                edited(
                        CONFLUENCE_PORT,
                        "port = 8080" + NEW_ONE_FIRST,
                        "\"wiki-confluence\"",
                        "\"wiki-confluence-8080\""),
                "medium target-group-replaced aws_lb_target_group.confluence");
    }

    @Test
    void all_targets_at_once_are_worse_than_one() {
        assertFinds(
                edited(
                        "target_group_arn = aws_lb_target_group.confluence.arn\n  target_id        = \"i-0a1b2c3d4e5f60731\"",
                        "target_group_arn = aws_lb_target_group.confluence.arn\n  target_id = \"i-0a1b2c3d4e5f60733\""),
                "medium attachment-replaced aws_lb_target_group_attachment.confluence1");
        assertFinds(
                edited(
                        "target_group_arn = aws_lb_target_group.confluence.arn\n  target_id ",
                        "target_group_arn = aws_lb_target_group.confluence.arn\n  port = 8095\n  target_id "),
                "high attachment-replaced aws_lb_target_group_attachment.confluence1",
                "high attachment-replaced aws_lb_target_group_attachment.confluence2");
    }

    @Test
    void a_security_group_in_use_loses_its_rules_and_is_then_not_deleted() {
        Comparison plan = edited(ALB_DESCRIPTION, "description = \"Browsers\"");
        assertFinds(plan, "critical security-group-replaced aws_security_group.alb");
        assertSays("DependencyViolation", PlannedSite.text(plan, "security-group-replaced"));
        assertFinds(
                edited(ALB_DESCRIPTION, "description = \"Browsers\"" + NEW_ONE_FIRST),
                "high name-taken aws_security_group.alb",
                "medium security-group-replaced aws_security_group.alb");
    }

    @Test
    void a_rule_that_changes_the_kind_of_its_source_is_missing_for_a_moment() {
        assertFinds(
                edited(
                        "cidr_ipv4         = \"198.51.100.0/24\"\n  ip_protocol       = \"tcp\"\n  from_port         = 443",
                        "prefix_list_id = \"pl-0a1b2c3d\"\n  ip_protocol = \"tcp\"\n  from_port = 443"),
                "medium security-group-rule-replaced aws_vpc_security_group_ingress_rule.https");
    }

    @Test
    void a_certificate_in_use_is_not_deleted() {
        assertFinds(
                edited("[\"*.docs.example.com\"]", "[\"*.help.example.com\"]"),
                "high certificate-replaced aws_acm_certificate.wiki");
        assertFinds(
                edited("[\"*.docs.example.com\"]", "[\"*.help.example.com\"]" + NEW_ONE_FIRST),
                "medium certificate-replaced aws_acm_certificate.wiki");
    }

    @Test
    void another_name_of_the_record_ends_the_old_one() {
        Comparison plan = edited("name    = \"wiki.example.com\"", "name = \"docs.example.com\"");
        assertFinds(plan, "high record-replaced aws_route53_record.wiki");
        assertSays("wiki.example.com doesn't resolve any more", PlannedSite.text(plan, "record-replaced"));
    }
}
