package dev.alb.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.OfflineTerraform;
import dev.alb.sandbox.Sandbox;
import dev.alb.terraform.NeedsTerraform;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Plans that the real Terraform makes are read as they are meant. */
@NeedsTerraform
class PlanOfTerraformTest {
    private static final String PROVIDER = "provider \"aws\" { region = \"eu-central-1\" }\n";

    private static final String GROUP = """
            resource "aws_lb_target_group" "app" {
              name     = "app"
              port     = 8090
              protocol = "HTTP"
              vpc_id   = "vpc-0a1b2c3d4e5f60718"
            }
            """;

    private static final String OTHER = GROUP.replace("\"app\"", "\"other\"");

    private static final String BALANCER = """
            resource "aws_lb" "alb" {
              name    = "alb"
              subnets = ["subnet-0a1b2c3d4e5f60721", "subnet-0a1b2c3d4e5f60722"]
            }
            resource "aws_lb_listener" "http" {
              load_balancer_arn = aws_lb.alb.arn
              port              = 80
              protocol          = "HTTP"
              default_action {
                type             = "forward"
                target_group_arn = aws_lb_target_group.app.arn
              }
            }
            """;

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    private static Plan plan(OfflineTerraform terraform) {
        return Given.planFile(terraform.plan().planJson().toString());
    }

    private OfflineTerraform applied(String hcl) {
        OfflineTerraform terraform = sandbox.terraform(PROVIDER + hcl);
        terraform.apply().orThrow();
        return terraform;
    }

    private static Plan planOf(OfflineTerraform terraform, String hcl) {
        return plan(terraform.write("main.tf", PROVIDER + hcl));
    }

    private static Change change(Plan plan, String address) {
        return plan.changes().stream()
                .filter(change -> change.address().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + address + " in " + plan.changes()));
    }

    private static Value after(Plan plan, String address, String name) {
        return plan.after().at(address).orElseThrow().at(name);
    }

    @Test
    void what_is_not_known_yet_is_found_by_the_configuration() {
        Plan plan = plan(sandbox.terraform(PROVIDER + GROUP + BALANCER));
        Value balancer = after(plan, "aws_lb_listener.http", "load_balancer_arn");
        assertTrue(balancer.isUnknown());
        assertEquals("aws_lb.alb", plan.after().link(balancer, "aws_lb").name());
        Value target = after(plan, "aws_lb_listener.http", "default_action")
                .items()
                .get(0)
                .at("target_group_arn");
        assertEquals(
                "aws_lb_target_group.app",
                plan.after().link(target, "aws_lb_target_group").name());
        assertEquals(List.of(), plan.before().resources());
    }

    @Test
    void what_is_known_is_found_by_its_arn() {
        Plan plan = plan(applied(GROUP + BALANCER));
        Value balancer = after(plan, "aws_lb_listener.http", "load_balancer_arn");
        assertEquals("aws_lb.alb", plan.before().link(balancer, "aws_lb").name());
        assertEquals(Change.Action.NO_OP, change(plan, "aws_lb.alb").action());
    }

    @Test
    void a_replacement_says_what_forces_it() {
        Change change = change(planOf(applied(GROUP), GROUP.replace("8090", "8091")), "aws_lb_target_group.app");
        assertTrue(change.action().isReplacement(), change::toString);
        assertEquals(List.of("port"), change.replacePaths());
        assertEquals("replace_because_cannot_update", change.reason());
        assertTrue(change.after().at("arn").isUnknown());
    }

    @Test
    void what_is_moved_is_the_same_on_both_sides() {
        String moved = GROUP.replace("\" \"app\"", "\" \"new\"")
                + "moved {\n from = aws_lb_target_group.app\n to = aws_lb_target_group.new\n}\n";
        Plan plan = planOf(applied(GROUP), moved);
        assertEquals(
                "aws_lb_target_group.app",
                change(plan, "aws_lb_target_group.new").previousAddress());
        assertEquals(1, plan.before().resources().size());
        assertEquals(
                plan.before().at("aws_lb_target_group.new").orElseThrow().values(),
                plan.after().at("aws_lb_target_group.new").orElseThrow().values());
    }

    @Test
    void what_is_forgotten_stays() {
        String removed = "removed {\n from = aws_lb_target_group.app\n lifecycle { destroy = false }\n}\n";
        Plan plan = planOf(applied(GROUP), removed);
        assertEquals(
                Change.Action.FORGET, change(plan, "aws_lb_target_group.app").action());
        assertEquals("app", after(plan, "aws_lb_target_group.app", "name").text(""));
    }

    @Test
    void what_is_imported_says_so() {
        String id = sandbox.existing(
                "aws_security_group",
                Map.of("region", "eu-central-1", "name", "web", "vpc_id", "vpc-0a1b2c3d4e5f60718"));
        String hcl = "import {\n to = aws_security_group.web\n id = \"" + id + "\"\n}\n"
                + "resource \"aws_security_group\" \"web\" { name = \"web\" }\n";
        Change change = change(plan(sandbox.terraform(PROVIDER + hcl)), "aws_security_group.web");
        assertTrue(change.isImport(), change::toString);
        assertEquals(id, change.before().at("id").text(""));
    }

    @Test
    void what_a_target_leaves_out_stays_as_it_is() {
        OfflineTerraform terraform = applied(GROUP + OTHER);
        terraform.write("main.tf", PROVIDER + GROUP.replace("8090", "8091") + OTHER.replace("8090", "8092"));
        String file = terraform.folder().resolve("plan.bin").toString();
        terraform.run("plan", "-target=aws_lb_target_group.app", "-out=" + file).orThrow();
        Plan plan =
                Given.planFile(terraform.run("show", "-json", file).orThrow().stdout());
        assertEquals("8090", after(plan, "aws_lb_target_group.other", "port").text(""));
        assertEquals("8091", after(plan, "aws_lb_target_group.app", "port").text(""));
        assertEquals(false, plan.isComplete());
    }

    @Test
    void what_was_changed_by_others_is_drift() {
        OfflineTerraform terraform = applied(GROUP);
        sandbox.account().change("aws_lb_target_group", "app", Map.of("deregistration_delay", "77"));
        Plan plan = plan(terraform);
        assertEquals(
                List.of("aws_lb_target_group.app"),
                plan.drift().stream().map(Change::address).toList());
        assertEquals(
                "77", plan.drift().get(0).after().at("deregistration_delay").text(""));
        assertEquals(
                "77",
                plan.before().resources().get(0).at("deregistration_delay").text(""));
        assertEquals(
                Change.Action.UPDATE, change(plan, "aws_lb_target_group.app").action());
    }

    @Test
    void a_data_source_is_known_or_read_in_the_apply() {
        String data = "data \"aws_lb\" \"found\" { arn = aws_lb.alb.arn }\n";
        OfflineTerraform terraform = sandbox.terraform(PROVIDER + GROUP + BALANCER + data);
        Plan first = plan(terraform);
        assertEquals(Change.Action.READ, change(first, "data.aws_lb.found").action());
        assertTrue(after(first, "data.aws_lb.found", "name").isUnknown());
        assertEquals(
                List.of("aws_lb.alb"), after(first, "data.aws_lb.found", "arn").references());
        terraform.apply().orThrow();
        Plan second = plan(terraform);
        assertEquals("alb", after(second, "data.aws_lb.found", "name").text(""));
        assertTrue(second.before().at("data.aws_lb.found").isPresent());
    }

    @Test
    void secrets_are_marked() {
        String rule = """
                variable "hidden" {
                  default   = "10.0.0.0/8"
                  sensitive = true
                }
                resource "aws_lb_listener_rule" "login" {
                  listener_arn = aws_lb_listener.http.arn
                  action {
                    type             = "forward"
                    target_group_arn = aws_lb_target_group.app.arn
                  }
                  condition {
                    source_ip { values = [var.hidden] }
                  }
                }
                """;
        Plan plan = plan(sandbox.terraform(PROVIDER + GROUP + BALANCER + rule));
        Value condition = after(plan, "aws_lb_listener_rule.login", "condition");
        assertTrue(condition.isSensitive(), condition::toString);
        assertEquals("(sensitive)", condition.toString());
    }
}
