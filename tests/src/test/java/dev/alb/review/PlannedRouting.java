package dev.alb.review;

import dev.alb.sandbox.OfflineTerraform;
import dev.alb.sandbox.Sandbox;
import dev.alb.snapshot.PlanFile;
import dev.alb.snapshot.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A load balancer with a few rules that stands in the sandbox, and the plan of another configuration. */
final class PlannedRouting implements AutoCloseable {
    static final String BALANCER = """
            provider "aws" { region = "eu-central-1" }
            resource "aws_lb" "alb" {
              name    = "alb"
              subnets = ["subnet-0a1b2c3d4e5f60721", "subnet-0a1b2c3d4e5f60722"]
            }
            """;

    static final String LISTENER = """
            resource "aws_lb_listener" "http" {
              load_balancer_arn = aws_lb.alb.arn
              port              = 80
              protocol          = "HTTP"
              default_action {
                type             = "forward"
                target_group_arn = aws_lb_target_group.confluence.arn
              }
            }
            """;

    private final Sandbox sandbox = Sandbox.start();

    static String group(String name) {
        return """
                resource "aws_lb_target_group" "NAME" {
                  name     = "NAME"
                  port     = 8090
                  protocol = "HTTP"
                  vpc_id   = "vpc-0a1b2c3d4e5f60718"
                }
                """.replace("NAME", name);
    }

    /** A rule with conditions such as {@code path_pattern /a/*}. */
    static String rule(String name, String priority, String action, String... conditions) {
        StringBuilder text = new StringBuilder("resource \"aws_lb_listener_rule\" \"" + name + "\" {\n")
                .append("  listener_arn = aws_lb_listener.http.arn\n")
                .append(priority.isEmpty() ? "" : "  priority = " + priority + "\n")
                .append(action);
        for (String condition : conditions) {
            String[] parts = condition.split(" ");
            boolean isRegex = parts[1].equals("regex");
            text.append("  condition {\n    ").append(parts[0]).append(" {\n      ");
            text.append(isRegex ? "regex_values" : "values").append(" = [\"");
            text.append(parts[isRegex ? 2 : 1]).append("\"]\n    }\n  }\n");
        }
        return text.append("}\n").toString();
    }

    static String forward(String group) {
        return "  action {\n    type = \"forward\"\n    target_group_arn = aws_lb_target_group." + group
                + ".arn\n  }\n";
    }

    static String answer(String status) {
        return "  action {\n    type = \"fixed-response\"\n    fixed_response {\n      content_type = \"text/plain\"\n"
                + "      status_code = \"" + status + "\"\n    }\n  }\n";
    }

    /** The configuration to which rules are added. */
    static String base() {
        return BALANCER + LISTENER + group("confluence") + group("synchrony") + group("other");
    }

    /** What a plan from one configuration to another comes to. */
    Comparison plan(String before, String after) {
        OfflineTerraform terraform = sandbox.terraform(before);
        terraform.apply().orThrow();
        return planned(terraform.write("main.tf", after));
    }

    /** What the plan of a configuration comes to, where nothing stands. */
    Comparison plan(String configuration) {
        return planned(sandbox.terraform(configuration));
    }

    private static Comparison planned(OfflineTerraform terraform) {
        byte[] json = terraform.plan().planJson().toString().getBytes(StandardCharsets.UTF_8);
        try (InputStream in = new ByteArrayInputStream(json)) {
            return new Comparison(PlanFile.read(in, "the plan"));
        } catch (UnreadableInput | java.io.IOException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** The changes of routing, one a line. */
    static String changes(Comparison comparison) {
        return RoutingChanges.of(comparison).stream()
                .map(change -> change.requests() + " | " + change.example() + " | " + change.ruleBefore() + ": "
                        + change.outcomeBefore() + " | " + change.ruleAfter() + ": " + change.outcomeAfter()
                        + (change.isCertain() ? "" : " | cannot tell"))
                .collect(Collectors.joining("\n"))
                .replace("aws_lb_listener_rule.", "")
                .replace("aws_lb_target_group.", "");
    }

    /** The findings, one a line. */
    static String findings(Comparison comparison) {
        return new RoutingCheck()
                .findings(comparison).stream()
                        .sorted()
                        .map(finding -> finding.severity() + " "
                                + finding.kind().id() + " " + finding.address() + ": " + finding.text())
                        .collect(Collectors.joining("\n"))
                        .replace("aws_lb_listener_rule.", "")
                        .replace("aws_lb_target_group.", "");
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
