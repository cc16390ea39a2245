package dev.alb.sandbox.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.alb.sandbox.OfflineTerraform;
import dev.alb.sandbox.Sandbox;
import dev.alb.terraform.NeedsTerraform;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody works in AWS's console while Terraform does not look. */
class DriftTest {
    private static final String CONFIGURATION = """
            resource "aws_lb_target_group" "wiki" {
              name     = "wiki"
              port     = 8090
              protocol = "HTTP"
              vpc_id   = "vpc-0a1b2c3d4e5f60718"
              tags     = { team = "wiki" }
              health_check {
                path = "/status"
              }
            }
            resource "aws_security_group" "nodes" {
              name = "nodes"
            }
            """;

    @Test
    @NeedsTerraform
    void a_plan_shows_what_was_changed_and_what_was_deleted(@TempDir Path folder) {
        try (Sandbox sandbox = Sandbox.start(Account.in(folder))) {
            OfflineTerraform terraform = sandbox.terraform(CONFIGURATION);
            terraform.apply().orThrow();
            terraform.plan().isEmpty();
            // Another command has the account open at the same time.
            Account console = Account.in(folder);
            console.change(
                    "aws_lb_target_group",
                    "wiki",
                    Map.of("health_check.0.path", "/broken", "tags", Map.of("team", "other")));
            console.delete("aws_security_group", "nodes");
            terraform
                    .plan()
                    .updatesInPlace("aws_lb_target_group.wiki", "health_check", "tags", "tags_all")
                    .creates("aws_security_group.nodes")
                    .changesNothingElse();
            terraform.apply().orThrow();
            terraform.plan().isEmpty();
            assertEquals(
                    "/status",
                    ((dev.alb.sandbox.values.Value.Mapping) console.object("aws_lb_target_group", "wiki")
                                    .attributes()
                                    .get("health_check")
                                    .elements()
                                    .get(0))
                            .get("path")
                            .text());
        }
    }

    @Test
    void texts_of_a_command_line_become_what_the_attribute_is() {
        Account account = Account.inMemory(AccountFile.parse("f", """
                {"objects": {"aws_lb_target_group": [
                  {"id": "tg", "name": "wiki", "port": 80, "deregistration_delay": "300"}]}}"""));
        AwsObject changed =
                account.change("aws_lb_target_group", "tg", Map.of("port", "81", "deregistration_delay", 20));
        assertEquals("81", changed.text("port"));
        assertEquals(changed, account.object("aws_lb_target_group", "tg"));
        assertEquals(
                dev.alb.sandbox.values.Value.text("20"), changed.attributes().get("deregistration_delay"));
    }

    @Test
    void what_is_no_attribute_is_refused() {
        Account account = Account.inMemory(AccountFile.parse("f", """
                {"objects": {"aws_security_group": [{"id": "sg-1", "name": "one"}]}}"""));
        assertEquals(
                "aws_security_group sg-1 nam must be the path of an attribute, got \"nam\"\n"
                        + "    Use Terraform's attributes; a path leads into blocks, such as health_check.0.path.",
                assertThrows(
                                InvalidAccount.class,
                                () -> account.change("aws_security_group", "sg-1", Map.of("nam", "two")))
                        .getMessage());
        assertEquals(
                "aws_security_group sg-1 tags must be an object, got 5\n"
                        + "    Use Terraform's attributes; a path leads into blocks, such as health_check.0.path.",
                assertThrows(
                                InvalidAccount.class,
                                () -> account.change("aws_security_group", "sg-1", Map.of("tags", 5)))
                        .getMessage());
    }

    @Test
    void what_does_not_stand_there_is_refused_with_what_does() {
        Account account = Account.inMemory(AccountFile.parse("f", """
                {"objects": {"aws_security_group": [{"id": "sg-1"}, {"id": "sg-2"}]}}"""));
        assertEquals(
                "The account must hold one aws_security_group sg-3, got none\n    It has [sg-1, sg-2].",
                assertThrows(InvalidAccount.class, () -> account.delete("aws_security_group", "sg-3"))
                        .getMessage());
    }
}
