package dev.alb.review;

import static dev.alb.review.PlannedRouting.answer;
import static dev.alb.review.PlannedRouting.base;
import static dev.alb.review.PlannedRouting.changes;
import static dev.alb.review.PlannedRouting.findings;
import static dev.alb.review.PlannedRouting.forward;
import static dev.alb.review.PlannedRouting.group;
import static dev.alb.review.PlannedRouting.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.terraform.NeedsTerraform;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which requests end elsewhere after a plan of the real Terraform, and what a reviewer reads of it. */
@NeedsTerraform
class RoutingChangesTest {
    private static final String SYNCHRONY =
            rule("synchrony", "10", forward("synchrony"), "host_header wiki.example.com", "path_pattern /synchrony/*");

    @AutoClose
    private final PlannedRouting planned = new PlannedRouting();

    @Test
    void nothing_is_said_of_a_plan_that_changes_nothing() {
        String site = base() + SYNCHRONY + rule("regex", "20", forward("other"), "path_pattern regex ^/v[0-9]+");
        Comparison comparison = planned.plan(site, site);
        assertEquals("", changes(comparison));
        assertEquals("", findings(comparison));
    }

    @Test
    void another_number_in_the_same_order_moves_nothing() {
        Comparison comparison = planned.plan(base() + SYNCHRONY, base() + SYNCHRONY.replace("= 10", "= 30"));
        assertEquals("", changes(comparison));
    }

    @Test
    void what_a_narrower_path_leaves_ends_at_the_default_action() {
        String narrower = SYNCHRONY.replace("/synchrony/*", "/synchrony/v1/*");
        Comparison comparison = planned.plan(base() + SYNCHRONY, base() + narrower);
        assertEquals(
                "host_header wiki.example.com and path_pattern /synchrony/*, except path_pattern /synchrony/v1/*"
                        + " | http://wiki.example.com/synchrony/ | synchrony: forward to synchrony"
                        + " | default action: forward to confluence",
                changes(comparison));
        assertEquals(
                "high requests-end-elsewhere synchrony: Requests end elsewhere: "
                        + "host_header wiki.example.com and path_pattern /synchrony/*, except path_pattern /synchrony/v1/*"
                        + " (such as http://wiki.example.com/synchrony/), now forward to synchrony by synchrony,"
                        + " then forward to confluence by default action.",
                findings(comparison));
    }

    @Test
    void a_rule_that_is_put_before_another_hides_it() {
        String all = rule("all", "5", forward("other"), "path_pattern /*");
        Comparison comparison = planned.plan(base() + SYNCHRONY, base() + SYNCHRONY + all);
        assertEquals("""
                host_header wiki.example.com and path_pattern /synchrony/* | http://wiki.example.com/synchrony/ \
                | synchrony: forward to synchrony | all: forward to other
                all requests, except host_header wiki.example.com and path_pattern /synchrony/* \
                | http://wiki.example.com/ | default action: forward to confluence | all: forward to other""", changes(comparison));
        assertEquals("""
                high requests-end-elsewhere all: Requests end elsewhere: host_header wiki.example.com and path_pattern \
                /synchrony/* (such as http://wiki.example.com/synchrony/), now forward to synchrony by synchrony, then \
                forward to other by all.
                high rule-never-matches synchrony: This rule never matches: all takes all requests with host_header \
                wiki.example.com and path_pattern /synchrony/* before it.
                medium requests-end-elsewhere all: Requests end elsewhere: all requests, except host_header \
                wiki.example.com and path_pattern /synchrony/* (such as http://wiki.example.com/), now forward to \
                confluence by default action, then forward to other by all.""", findings(comparison));
    }

    @Test
    void a_swap_of_priorities_moves_what_both_ask_for() {
        String one = rule("one", "10", forward("other"), "host_header wiki.example.com");
        String two = rule("two", "20", forward("synchrony"), "path_pattern /app/*");
        String swapped = one.replace("= 10", "= 30") + two;
        Comparison comparison = planned.plan(base() + one + two, base() + swapped);
        assertEquals(
                "host_header wiki.example.com and path_pattern /app/* | http://wiki.example.com/app/"
                        + " | one: forward to other | two: forward to synchrony",
                changes(comparison));
        assertEquals(
                "medium requests-end-elsewhere one, low rules-overlap one",
                String.join(
                        ", ",
                        findings(comparison)
                                .lines()
                                .map(line -> line.split(":")[0])
                                .toList()));
    }

    @Test
    void an_answer_instead_of_the_application_is_worse_than_another_target_group() {
        String before = base() + rule("api", "10", forward("other"), "path_pattern /api/*");
        String closed = base() + rule("api", "10", answer("503"), "path_pattern /api/*");
        Comparison comparison = planned.plan(before, closed);
        assertEquals(
                "high requests-end-elsewhere api: Requests end elsewhere: path_pattern /api/*"
                        + " (such as http://host.example.com/api/), now forward to other by api, then answer 503 by api.",
                findings(comparison));
    }

    @Test
    void a_target_group_that_is_new_is_told_to_be_empty() {
        String before = base() + rule("api", "10", forward("other"), "path_pattern /api/*");
        String after = base() + group("green") + rule("api", "10", forward("green"), "path_pattern /api/*");
        Comparison comparison = planned.plan(before, after);
        assertEquals(
                "medium requests-end-elsewhere api: Requests end elsewhere: path_pattern /api/*"
                        + " (such as http://host.example.com/api/), now forward to other by api, then forward to green by"
                        + " api. green is new, and nothing is registered in it but what this plan registers.",
                findings(comparison));
    }

    @Test
    void a_listener_that_is_new_took_nothing_before() {
        Comparison comparison = planned.plan(base() + SYNCHRONY);
        assertEquals("""
                host_header wiki.example.com and path_pattern /synchrony/* | http://wiki.example.com/synchrony/ \
                | no listener: refused | synchrony: forward to synchrony
                all requests that no rule takes | http://wiki.example.com/ | no listener: refused \
                | default action: forward to confluence""", changes(comparison));
        assertEquals("", findings(comparison));
    }

    @Test
    void what_cdktf_writes_is_understood_before_anything_is_known() {
        Comparison comparison = planned.plan("""
                {"provider": {"aws": [{"region": "eu-central-1"}]},
                 "terraform": {"required_providers": {"aws": {"source": "hashicorp/aws"}}},
                 "resource": {
                  "aws_lb": {"alb": {"name": "alb", "subnets": ["subnet-0a1b2c3d4e5f60721", "subnet-0a1b2c3d4e5f60722"]}},
                  "aws_route53_record": {"wiki": {"name": "wiki.example.com", "type": "A", "zone_id": "Z0123456789ABCDEFGHIJ",
                    "alias": {"name": "${aws_lb.alb.dns_name}", "zone_id": "${aws_lb.alb.zone_id}",
                      "evaluate_target_health": true}}},
                  "aws_lb_target_group": {"app": {"name": "app", "port": 80, "protocol": "HTTP", "vpc_id": "vpc-1"}},
                  "aws_lb_listener": {"http": {"load_balancer_arn": "${aws_lb.alb.arn}", "port": 80, "protocol": "HTTP",
                    "default_action": [{"type": "forward", "target_group_arn": "${aws_lb_target_group.app.arn}"}]}}}}
                """);
        assertEquals(
                "all requests | http://wiki.example.com/ | no listener: refused | default action: forward to app",
                changes(comparison));
    }

    @Test
    void another_port_refuses_what_the_old_one_took() {
        String moved = base().replace("= 80\n", "= 8080\n");
        Comparison comparison = planned.plan(base(), moved);
        assertEquals("""
                all requests | http://host.example.com/ | default action: forward to confluence | no listener: refused
                all requests | http://host.example.com:8080/ | no listener: refused \
                | default action: forward to confluence""", changes(comparison));
        assertEquals(
                "high requests-refused aws_lb_listener.http: Nothing will take all requests (such as"
                        + " http://host.example.com/), now forward to confluence by default action, then refused by no"
                        + " listener.",
                findings(comparison));
    }

    @Test
    void another_name_of_a_listener_on_the_same_port_moves_nothing() {
        String renamed = base().replace("\"aws_lb_listener\" \"http\"", "\"aws_lb_listener\" \"web\"");
        assertEquals("", changes(planned.plan(base(), renamed)));
    }

    @Test
    void a_rule_without_a_priority_leaves_no_proof() {
        String open = rule("open", "", forward("other"), "path_pattern /open/*");
        assertEquals(
                "medium routing-unknown open",
                findings(planned.plan(base(), base() + open)).split(":")[0]);
    }

    @Test
    void a_rule_with_a_regular_expression_leaves_no_proof() {
        String regex = rule("regex", "20", forward("other"), "path_pattern regex ^/v[0-9]+");
        String changed = regex.replace(".other.", ".synchrony.");
        assertEquals(
                "path_pattern regex ^/v[0-9]+ | http://host.example.com/ | regex: forward to other"
                        + " | regex: forward to synchrony | cannot tell",
                changes(planned.plan(base() + regex, base() + changed)));
    }
}
