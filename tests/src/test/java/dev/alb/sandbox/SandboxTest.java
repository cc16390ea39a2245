package dev.alb.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.targetgroups.TargetGroup;
import dev.alb.targetgroups.TargetGroupAttributes;
import dev.alb.terraform.NeedsTerraform;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A platform team tests what a change would do before it reaches an account. */
@NeedsTerraform
class SandboxTest {
    private static final String GROUPS = """
            provider "aws" { region = "eu-central-1" }
            variable "port" { default = 8090 }
            resource "aws_lb_target_group" "api" {
              name                 = "api"
              port                 = var.port
              protocol             = "HTTP"
              vpc_id               = "vpc-0a1b2c3d4e5f60718"
              deregistration_delay = 60
              health_check { path = "/status" }
            }
            resource "aws_security_group" "api" { name = "api" }
            output "arn" { value = aws_lb_target_group.api.arn }
            """;

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    @Test
    void a_plan_says_what_is_created_changed_replaced_and_destroyed() {
        OfflineTerraform terraform = sandbox.terraform(GROUPS);
        terraform
                .plan()
                .creates("aws_lb_target_group.api", "aws_security_group.api")
                .changesNothingElse();
        terraform.apply().orThrow();
        terraform.plan().isEmpty();

        terraform.withVariable("port", "8091").plan().replaces("aws_lb_target_group.api", "port");
        terraform.withVariable("port", "8090").write("main.tf", GROUPS.replace("= 60", "= 30"));
        terraform
                .plan()
                .updatesInPlace("aws_lb_target_group.api", "deregistration_delay")
                .changesNothingElse();
        terraform.write("main.tf", GROUPS.replaceAll("resource \"aws_security_group.*", ""));
        terraform.plan().destroys("aws_security_group.api").changesNothingElse();
    }

    @Test
    void an_assertion_that_fails_shows_every_change() {
        TerraformPlan plan = sandbox.terraform(GROUPS).plan();
        assertFails(
                plan::isEmpty,
                "The plan must be empty, got {aws_lb_target_group.api=create, aws_security_group.api=create}");
        assertFails(
                () -> plan.creates("aws_security_group.api").changesNothingElse(),
                "The plan must change nothing else, got {aws_lb_target_group.api=create}");
        assertFails(
                () -> plan.replaces("aws_security_group.api"),
                "The plan of aws_security_group.api must be create/delete or delete/create, got create");
        assertFails(() -> plan.destroys("aws_lb.gone"), "The plan of aws_lb.gone must be delete, got no change");
    }

    @Test
    void an_assertion_names_the_attributes_that_make_the_difference() {
        OfflineTerraform terraform = sandbox.terraform(GROUPS);
        terraform.apply().orThrow();
        TerraformPlan plan = terraform.withVariable("port", "8091").plan();
        assertFails(
                () -> plan.replaces("aws_lb_target_group.api", "name"),
                "Of aws_lb_target_group.api, [name] must force the replacement, got [port]");
    }

    @Test
    void a_state_and_an_account_can_be_looked_at() {
        OfflineTerraform terraform = sandbox.terraform(GROUPS);
        terraform.apply().orThrow();

        TerraformState state = terraform.state();
        state.holdsExactly("aws_lb_target_group.api", "aws_security_group.api")
                .has("aws_lb_target_group.api", "health_check/0/path", "/status")
                .has("aws_lb_target_group.api", "slow_start", 0);
        assertEquals(
                state.resource("aws_lb_target_group.api").path("arn"),
                state.output("arn"),
                state.json()::toPrettyString);
        assertFails(
                () -> state.has("aws_lb_target_group.api", "slow_start", 30),
                "aws_lb_target_group.api must have slow_start = 30, got 0");
        assertFails(
                () -> state.resource("aws_lb.gone"),
                "The state must hold aws_lb.gone, got [aws_lb_target_group.api, aws_security_group.api]");
        assertEquals("api", sandbox.holds("aws_lb_target_group").get(0).text("name"));
        assertFails(sandbox::holdsNothing, "The account must hold nothing, got [aws_lb_target_group arn:aws:");

        terraform.destroy().orThrow();
        sandbox.holdsNothing();
    }

    @Test
    void a_synthesized_stack_is_taken_as_it_is() {
        TerraformStack stack = new TerraformStack(new App(), "api");
        new TargetGroup(stack, "api", TargetGroupAttributes.ips(8080, "vpc-0a1b2c3d4e5f60718"));
        sandbox.terraform(Testing.synth(stack))
                .plan()
                .creates("aws_lb_target_group.api")
                .changesNothingElse();
    }

    @Test
    void two_sandboxes_know_nothing_of_each_other() {
        try (Sandbox other = Sandbox.start()) {
            sandbox.terraform(GROUPS).apply().orThrow();
            other.terraform(GROUPS).apply().orThrow();
            assertEquals(1, sandbox.holds("aws_lb_target_group").size());
            assertEquals(1, other.holds("aws_lb_target_group").size());
            assertEquals(
                    sandbox.holds("aws_lb_target_group").get(0).id(),
                    other.holds("aws_lb_target_group").get(0).id());
        }
    }

    @Test
    void an_account_outlives_a_sandbox(@TempDir Path folder) {
        try (Sandbox first = Sandbox.start(sandbox.account())) {
            first.terraform(folder).write("main.tf", GROUPS).apply().orThrow();
        }
        sandbox.terraform(folder).plan().isEmpty();
    }

    @Test
    void what_stands_in_the_account_can_be_imported() {
        String id = sandbox.existing(
                "aws_security_group",
                Map.of(
                        "region", "eu-central-1",
                        "name", "api",
                        "description", "Managed by Terraform",
                        "vpc_id", "vpc-0a1b2c3d4e5f60718"));
        OfflineTerraform terraform = sandbox.terraform(GROUPS);
        terraform.init().orThrow();
        terraform.run("import", "-input=false", "aws_security_group.api", id).orThrow();
        terraform.plan().creates("aws_lb_target_group.api");
        terraform.state().has("aws_security_group.api", "id", id);
    }

    private static void assertFails(Runnable assertion, String message) {
        AssertionError error = assertThrows(AssertionError.class, assertion::run);
        assertTrue(error.getMessage().startsWith(message), error.getMessage());
    }
}
