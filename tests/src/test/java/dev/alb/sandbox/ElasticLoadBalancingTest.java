package dev.alb.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.terraform.NeedsTerraform;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What somebody sees of Elastic Load Balancing's refusals, and how an apply recovers from them. */
@NeedsTerraform
class ElasticLoadBalancingTest {
    private static final String ALB = """
            provider "aws" { region = "us-east-1" }
            resource "aws_lb" "wiki" {
              name    = "wiki"
              subnets = ["subnet-0000000a", "subnet-0000000b"]
            }
            """;
    private static final String HTTP = """
            resource "aws_lb_listener" "http" {
              load_balancer_arn = aws_lb.wiki.arn
              port              = 80
              default_action {
                type = "fixed-response"
                fixed_response { content_type = "text/plain" }
              }
            }
            """;
    private static final String GROUP = """
            resource "aws_lb_target_group" "wiki" {
              name     = "wiki"
              port     = 8090
              protocol = "HTTP"
              vpc_id   = "vpc-0a1b2c3d4e5f60718"
            }
            """;

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    @Test
    void a_protected_load_balancer_survives_a_destroy() {
        String protectedAlb = ALB.replace("= \"wiki\"", "= \"wiki\"\n  enable_deletion_protection = true");
        OfflineTerraform terraform = applied(protectedAlb + HTTP);
        assertFails(
                terraform.destroy(),
                "deleting ELBv2 Load Balancer (arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/wiki/",
                "operation error Elastic Load Balancing v2: DeleteLoadBalancer, https response error StatusCode: 400,",
                "OperationNotPermitted: Load balancer 'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer"
                        + "/app/wiki/",
                "' cannot be deleted because deletion protection is enabled");
        assertEquals(1, sandbox.holds("aws_lb").size());
        terraform.write("main.tf", ALB).apply().orThrow();
        terraform.destroy().orThrow();
        sandbox.holdsNothing();
    }

    @Test
    void a_second_listener_on_a_port_is_refused_until_it_moves() {
        String second = HTTP.replace("\"http\"", "\"other\"").replace("text/plain", "text/html");
        OfflineTerraform terraform = applied(ALB + HTTP).write("main.tf", ALB + HTTP + second);
        assertFails(
                terraform.apply(),
                "Error: creating ELBv2 Listener (arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app",
                "DuplicateListener: A listener already exists on this port for this load balancer");
        String moved = second.replace("= 80", "= 81");
        terraform.write("main.tf", ALB + HTTP + moved).apply().orThrow();
        terraform.plan().isEmpty();
    }

    @Test
    void two_rules_swap_their_priorities_by_way_of_a_third() {
        OfflineTerraform terraform = applied(ALB + HTTP + rule("a", 1) + rule("b", 2));
        String swapped = ALB + HTTP + rule("a", 2) + rule("b", 1);
        TerraformRun refused = terraform.write("main.tf", swapped).apply();
        assertFails(
                refused,
                "Error: updating ELB v2 Listener Rule (arn:aws:elasticloadbalancing:us-east-1:123456789012:listener-rule",
                "setting priority: operation error Elastic Load Balancing v2: SetRulePriorities",
                "PriorityInUse: Priority '1' is currently in use",
                "PriorityInUse: Priority '2' is currently in use");
        terraform
                .plan()
                .updatesInPlace("aws_lb_listener_rule.a", "priority")
                .updatesInPlace("aws_lb_listener_rule.b", "priority")
                .changesNothingElse();
        terraform.write("main.tf", ALB + HTTP + rule("a", 3) + rule("b", 1)).apply();
        terraform.apply().orThrow();
        terraform.write("main.tf", swapped).apply().orThrow();
        terraform.plan().isEmpty();
    }

    @Test
    void a_target_group_that_a_listener_names_is_replaced_only_by_one_that_comes_first() {
        String listener = forwarding("target_group_arn = aws_lb_target_group.wiki.arn");
        OfflineTerraform terraform = applied(ALB + GROUP + listener);
        String moved = GROUP.replace("8090", "8091");
        assertFails(
                terraform.write("main.tf", ALB + moved + listener).apply(),
                "Error: deleting ELBv2 Target Group (arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/wiki/",
                "ResourceInUse: Target group 'arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/wiki/",
                "' is currently in use by a listener or a rule");
        String first = moved.replaceFirst("}", "  lifecycle { create_before_destroy = true }\n}");
        assertFails(
                terraform.write("main.tf", ALB + first + listener).apply(),
                "Error: ELBv2 Target Group (wiki) already exists");
        String named = first.replace("name     = \"wiki\"", "name     = \"wiki-8091\"");
        terraform.write("main.tf", ALB + named + listener).apply().orThrow();
        terraform.plan().isEmpty();
        assertEquals(1, sandbox.holds("aws_lb_target_group").size());
    }

    @Test
    void a_target_group_goes_before_its_listener_turns_away_unless_new_ones_come_first() {
        String other = GROUP.replace("\"wiki\"", "\"other\"");
        String turned = ALB + other + forwarding("target_group_arn = aws_lb_target_group.other.arn");
        String listener = forwarding("target_group_arn = aws_lb_target_group.wiki.arn");
        OfflineTerraform terraform = applied(ALB + GROUP + other + listener);
        assertFails(terraform.write("main.tf", turned).apply(), "is currently in use by a listener or a rule");
        String careful = GROUP.replaceFirst("}", "  lifecycle { create_before_destroy = true }\n}");
        terraform.write("main.tf", ALB + careful + other + listener).apply().orThrow();
        terraform.write("main.tf", turned).apply().orThrow();
        terraform.plan().isEmpty();
    }

    @Test
    void the_rule_over_the_quota_is_refused_and_the_others_stay() {
        String many =
                ALB + HTTP + rule("many", 1).replace("priority     = 1", "count = 100\n  priority = count.index + 1");
        // The others stand by then, so that it is this one which is refused.
        String last = rule("last", 101)
                .replace("priority     = 101", "priority = 101\n  depends_on = [aws_lb_listener_rule.many]");
        OfflineTerraform terraform = sandbox.terraform(many + last);
        terraform.init().orThrow();
        assertFails(
                terraform.apply(),
                "Error: creating ELBv2 Listener Rule: operation error Elastic Load Balancing v2: CreateRule",
                "TooManyRules: The maximum number of rules on load balancer arn:aws:elasticloadbalancing:us-east-1:");
        assertEquals(100, sandbox.holds("aws_lb_listener_rule").size());
        terraform.write("main.tf", many).apply().orThrow();
        terraform.plan().isEmpty();
    }

    @Test
    void a_certificate_of_another_region_is_mended() {
        String https = HTTP.replace(
                "= 80", "= 443\n  protocol = \"HTTPS\"\n  certificate_arn = \"" + certificate("eu-west-1") + "\"");
        OfflineTerraform terraform = sandbox.terraform(ALB + https);
        terraform.init().orThrow();
        assertFails(
                terraform.apply(),
                "Error: creating ELBv2 Listener (arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/wiki/",
                "CertificateNotFound: Certificate '" + certificate("eu-west-1") + "' not found");
        terraform
                .write("main.tf", ALB + https.replace("eu-west-1", "us-east-1"))
                .apply()
                .orThrow();
        terraform.plan().isEmpty();
    }

    @Test
    void what_was_made_before_a_refusal_is_replaced_by_the_next_apply() {
        String slow = ALB.replace("= \"wiki\"", "= \"wiki\"\n  idle_timeout = 5000");
        OfflineTerraform terraform = sandbox.terraform(slow);
        terraform.init().orThrow();
        assertFails(
                terraform.apply(),
                "Error: modifying ELBv2 Load Balancer (arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer",
                "attributes: operation error Elastic Load Balancing v2: ModifyLoadBalancerAttributes",
                "InvalidConfigurationRequest: The value '5000' of 'idle_timeout.timeout_seconds' is not valid.");
        terraform.write("main.tf", ALB).plan().replaces("aws_lb.wiki");
        terraform.apply().orThrow();
        assertEquals(1, sandbox.holds("aws_lb").size());
        terraform.plan().isEmpty();
    }

    @Test
    void a_second_plan_is_empty_however_a_forward_is_written() {
        String groups = GROUP.replace("\"wiki\"", "\"blue\"") + GROUP.replace("\"wiki\"", "\"green\"");
        String blue = "target_group { arn = aws_lb_target_group.blue.arn }";
        String green = "target_group {\n arn = aws_lb_target_group.green.arn\n weight = 0\n }";
        String sticky = "stickiness {\n enabled = true\n duration = 60\n }";
        String rules = rule("one", 1, "forward {\n" + blue + "\n}")
                + rule("two", 2, "forward {\n" + blue + "\n" + green + "\n}")
                + rule("three", 3, "forward {\n" + blue + "\n" + green + "\n" + sticky + "\n}")
                + rule("four", 4, "target_group_arn = aws_lb_target_group.blue.arn")
                + rule("last", 5, "target_group_arn = aws_lb_target_group.blue.arn")
                        .replace(
                                "priority     = 5",
                                "tags = { Last = \"yes\" }\n  depends_on = [aws_lb_listener_rule.four]");
        String redirect = HTTP.replace("\"http\"", "\"https\"")
                .replace("= 80", "= 81")
                .replaceFirst(
                        "(?s)type = .*?}",
                        "type = \"redirect\"\n    redirect {\n      port = \"443\"\n      status_code = \"HTTP_301\"\n    }");
        String checked = GROUP.replaceFirst(
                "}", "  health_check { path = \"/status\" }\n  stickiness { type = \"lb_cookie\" }\n}");
        OfflineTerraform terraform = applied(ALB + groups + HTTP + rules + redirect + checked);
        TerraformPlan second = terraform.plan();
        second.isEmpty();
        assertTrue(
                sandbox.holds("aws_lb_listener_rule").stream()
                        .anyMatch(rule -> rule.text("priority").equals("5")),
                second::stdout);
    }

    private OfflineTerraform applied(String configuration) {
        OfflineTerraform terraform = sandbox.terraform(configuration);
        terraform.init().orThrow();
        terraform.apply().orThrow();
        return terraform;
    }

    private static String certificate(String region) {
        return "arn:aws:acm:" + region + ":123456789012:certificate/0c7d92ba-2a19-d5a2-f343-f7b237e3b8c5";
    }

    private static String forwarding(String action) {
        return HTTP.replaceFirst("(?s)type = .*?}", "type = \"forward\"\n    " + action);
    }

    private static String rule(String name, int priority) {
        return rule(name, priority, "fixed_response { content_type = \"text/plain\" }")
                .replace("forward", "fixed-response");
    }

    private static String rule(String name, int priority, String action) {
        return """
            resource "aws_lb_listener_rule" "%s" {
              listener_arn = aws_lb_listener.http.arn
              priority     = %d
              action {
                type = "forward"
                %s
              }
              condition {
                path_pattern { values = ["/%s"] }
              }
            }
            """.formatted(name, priority, action, name);
    }

    /** Terraform breaks long lines, but not words. */
    private static void assertFails(TerraformRun run, String... parts) {
        assertFalse(run.succeeded(), run::toString);
        String said = run.stderr().replaceAll("[│╷╵\\s]+", " ");
        for (String part : parts) {
            assertTrue(said.contains(part), () -> "must say " + part + "\n" + run);
        }
    }
}
