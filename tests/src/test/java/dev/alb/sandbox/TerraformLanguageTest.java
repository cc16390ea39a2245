package dev.alb.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.terraform.NeedsTerraform;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What Terraform itself does with resources works on the sandbox as on AWS: it is Terraform's, and nothing is in its way. */
@NeedsTerraform
class TerraformLanguageTest {
    private static final String PROVIDER = "provider \"aws\" { region = \"eu-central-1\" }\n";
    private static final String BALANCER = """
            resource "%s" "%s" {
              name    = "wiki"
              subnets = ["subnet-0a1b2c3d4e5f6071a", "subnet-0a1b2c3d4e5f6071b"]
            }
            """;

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    @Test
    void a_moved_block_renames_a_resource_even_to_the_newer_name_of_its_type() {
        OfflineTerraform terraform = sandbox.terraform(PROVIDER + BALANCER.formatted("aws_alb", "old"));
        terraform.apply().orThrow();
        terraform.write("main.tf", PROVIDER + BALANCER.formatted("aws_lb", "wiki") + """
                moved {
                  from = aws_alb.old
                  to   = aws_lb.wiki
                }
                """);
        terraform.plan().isEmpty();
        terraform.apply().orThrow();
        terraform.run("state", "mv", "aws_lb.wiki", "aws_lb.other").orThrow();
        terraform.write("main.tf", PROVIDER + """
                removed {
                  from = aws_lb.other
                  lifecycle { destroy = false }
                }
                """);
        terraform.apply().orThrow();
        assertEquals(1, sandbox.holds("aws_lb").size(), "Terraform has forgotten it, AWS has not");
    }

    @Test
    void an_object_is_replaced_when_something_else_says_so() {
        String group = PROVIDER + """
                variable "trigger" { default = "one" }
                resource "terraform_data" "trigger" { input = var.trigger }
                resource "aws_security_group" "wiki" {
                  name = "wiki-${var.trigger}"
                  lifecycle {
                    create_before_destroy = true
                    replace_triggered_by  = [terraform_data.trigger]
                    ignore_changes        = [name, description]
                  }
                }
                """;
        OfflineTerraform terraform = sandbox.terraform(group);
        terraform.apply().orThrow();
        terraform.write("main.tf", group.replace("name = \"wiki", "description = \"else\"\n  name = \"other"));
        terraform.plan().isEmpty();
        TerraformPlan plan = terraform.withVariable("trigger", "two").plan();
        assertEquals(
                Map.of("aws_security_group.wiki", "create/delete", "terraform_data.trigger", "update"), plan.actions());

        terraform.withVariable("trigger", "one");
        terraform.run("taint", "aws_security_group.wiki").orThrow();
        assertEquals(
                Map.of("aws_security_group.wiki", "create/delete"),
                terraform.plan().actions());
        terraform.run("untaint", "aws_security_group.wiki").orThrow();
        String replace = terraform
                .run("plan", "-no-color", "-replace=aws_security_group.wiki")
                .stdout();
        assertTrue(replace.contains("aws_security_group.wiki will be replaced, as requested"), replace);
    }

    @Test
    void what_must_not_go_does_not_go() {
        OfflineTerraform terraform = sandbox.terraform(PROVIDER + """
                resource "aws_security_group" "wiki" {
                  name = "wiki"
                  lifecycle { prevent_destroy = true }
                }
                """);
        terraform.apply().orThrow();
        TerraformRun destroy = terraform.destroy();
        assertFalse(destroy.succeeded());
        assertTrue(destroy.stderr().contains("Instance cannot be destroyed"), destroy::toString);
    }

    @Test
    void configurations_loop_nest_hide_and_compute() {
        OfflineTerraform terraform = sandbox.terraform(PROVIDER + """
                provider "aws" {
                  alias  = "ireland"
                  region = "eu-west-1"
                }
                variable "client_secret" {
                  default   = "do-not-tell"
                  sensitive = true
                }
                variable "paths" { default = ["/a", "/b"] }
                locals { listener = "${aws_lb.wiki[0].arn}" }
                resource "aws_lb" "wiki" {
                  count    = 1
                  internal = true
                  subnets  = ["subnet-0a1b2c3d4e5f6071a", "subnet-0a1b2c3d4e5f6071b"]
                  dynamic "access_logs" {
                    for_each = toset(["logs"])
                    content {
                      bucket  = access_logs.value
                      enabled = false
                    }
                  }
                }
                resource "aws_lb_listener" "wiki" {
                  load_balancer_arn = local.listener
                  port              = 80
                  default_action {
                    type = "fixed-response"
                    fixed_response { content_type = "text/plain" }
                  }
                }
                resource "aws_lb_listener_rule" "wiki" {
                  for_each     = { for index, path in var.paths : path => index + 1 }
                  listener_arn = aws_lb_listener.wiki.arn
                  priority     = each.value
                  action {
                    type = "fixed-response"
                    fixed_response {
                      content_type = "text/plain"
                      message_body = var.client_secret
                    }
                  }
                  condition {
                    path_pattern { values = [each.key] }
                  }
                }
                resource "aws_security_group" "there" {
                  provider = aws.ireland
                  name     = "there"
                }
                resource "aws_security_group" "elsewhere" {
                  region = "us-west-2"
                  name   = "elsewhere"
                }
                output "regions" { value = [aws_security_group.there.region, aws_security_group.elsewhere.region] }
                """);
        TerraformPlan plan = terraform.plan();
        assertEquals(6, plan.actions().size(), plan.stdout());
        assertFalse(plan.stdout().contains("do-not-tell"), plan.stdout());
        terraform.apply().orThrow();
        terraform.plan().isEmpty();
        String regions =
                terraform.run("output", "-no-color", "regions").orThrow().stdout();
        assertTrue(regions.contains("\"eu-west-1\"") && regions.contains("\"us-west-2\""), regions);
        assertTrue(terraform.run("graph").orThrow().stdout().contains("aws_lb_listener_rule.wiki"));
        String schema = terraform.run("providers", "schema", "-json").orThrow().stdout();
        assertTrue(schema.contains("\"write_only\":true"), "the schema of aws_ssm_parameter says what is write-only");
        terraform.destroy().orThrow();
        sandbox.holdsNothing();
    }

    @Test
    void a_test_of_terraform_runs_on_the_sandbox() {
        OfflineTerraform terraform = sandbox.terraform(PROVIDER + BALANCER.formatted("aws_lb", "wiki"));
        terraform.write("wiki.tftest.hcl", """
                run "plan" {
                  command = plan
                  assert {
                    condition     = aws_lb.wiki.idle_timeout == 60
                    error_message = "The default is a minute."
                  }
                }
                run "apply" {
                  assert {
                    condition     = startswith(aws_lb.wiki.dns_name, "wiki-")
                    error_message = aws_lb.wiki.dns_name
                  }
                }
                """);
        TerraformRun run = terraform.run("test", "-no-color").orThrow();
        assertTrue(run.stdout().contains("2 passed, 0 failed"), run::toString);
        sandbox.holdsNothing();
    }

    @Test
    void a_provider_block_is_refused_where_aws_has_no_such_region_or_the_account_is_forbidden() {
        String group = "resource \"aws_security_group\" \"a\" { name = \"a\" }";
        TerraformPlan nowhere = sandbox.terraform("provider \"aws\" { region = \"eu-middle-1\" }\n" + group)
                .plan();
        assertTrue(nowhere.stderr().contains("invalid AWS Region: eu-middle-1"), nowhere.stderr());
        TerraformPlan forbidden = sandbox.terraform("""
                provider "aws" {
                  region                = "eu-central-1"
                  forbidden_account_ids = ["123456789012"]
                }
                """ + group).plan();
        assertTrue(forbidden.stderr().contains("AWS account ID not allowed: 123456789012"), forbidden.stderr());
    }
}
