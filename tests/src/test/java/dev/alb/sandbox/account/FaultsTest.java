package dev.alb.sandbox.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.OfflineTerraform;
import dev.alb.sandbox.Sandbox;
import dev.alb.sandbox.TerraformRun;
import dev.alb.terraform.NeedsTerraform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that AWS throttles, refuses or does not answer, and how Terraform recovers. */
@NeedsTerraform
class FaultsTest {
    private static final String CONFIGURATION = """
            resource "aws_lb_target_group" "wiki" {
              name     = "wiki"
              port     = 8090
              protocol = "HTTP"
              vpc_id   = "vpc-0a1b2c3d4e5f60718"
            }
            resource "aws_lb_target_group" "synchrony" {
              name     = "synchrony"
              port     = 8091
              protocol = "HTTP"
              vpc_id   = aws_lb_target_group.wiki.vpc_id
              tags     = { after = aws_lb_target_group.wiki.arn }
            }
            """;
    private static final String WIKI = "aws_lb_target_group.wiki";
    private static final String SYNCHRONY = "aws_lb_target_group.synchrony";
    private static final String OPERATION = "CreateTargetGroup";
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private Account account;

    @AutoClose
    private Sandbox sandbox;

    private OfflineTerraform terraform;

    @BeforeEach
    void open() {
        account = Account.in(folder.resolve("account"));
        sandbox = Sandbox.start(account);
        terraform = sandbox.terraform(CONFIGURATION);
    }

    @Test
    void a_few_throttled_attempts_are_not_seen_and_too_many_are_an_error() {
        account.faults()
                .add(Fault.throttled(24).at(OPERATION))
                .add(Fault.throttled(25).at(OPERATION).fromCall(2));
        String complaint = failure();
        assertTrue(
                complaint.contains("creating ELBv2 Target Group (synchrony): operation error Elastic Load Balancing v2:"
                        + " CreateTargetGroup, exceeded maximum number of attempts, 25, https response error StatusCode:"
                        + " 400, RequestID: "),
                complaint);
        assertTrue(complaint.contains(", api error Throttling: Rate exceeded"), complaint);
        terraform.state().holdsExactly(WIKI);
        assertRecovers();
    }

    @Test
    void a_refused_call_leaves_what_was_done_before_and_the_next_apply_goes_on() {
        account.faults()
                .add(Fault.failing("InternalFailure", "Try again")
                        .withStatus(500)
                        .ofObject("synchrony"));
        String complaint = failure();
        assertTrue(complaint.contains("StatusCode: 500, RequestID: "), complaint);
        assertTrue(complaint.contains(", api error InternalFailure: Try again"), complaint);
        terraform.state().holdsExactly(WIKI);
        assertEquals(List.of("wiki"), names());
        assertRecovers();
    }

    @Test
    void what_was_made_before_the_connection_was_lost_stands_in_the_way() {
        account.faults().add(Fault.losingTheConnection().at(OPERATION).ofObject("synchrony"));
        String complaint = failure();
        assertTrue(complaint.contains("read: connection reset by peer"), complaint);
        terraform.state().holdsExactly(WIKI);
        assertEquals(List.of("synchrony", "wiki"), names());
        assertTrue(failure().contains("already exists"));
        account.delete("aws_lb_target_group", "synchrony");
        assertRecovers();
    }

    @Test
    void a_terraform_that_is_killed_while_a_call_hangs_can_go_on_later() throws Exception {
        account.faults().add(Fault.hanging().at(OPERATION).ofObject("synchrony"));
        Process apply = startApply();
        account.faults().awaitHanging(LONGEST);
        apply.destroyForcibly().waitFor();
        awaitNoHang();
        assertEquals(List.of("wiki"), names());
        assertRecovers();
    }

    @Test
    void ctrl_c_ends_a_call_that_hangs_and_the_next_apply_goes_on() throws Exception {
        account.faults().add(Fault.hanging().at(OPERATION).ofObject("synchrony"));
        Process apply = startApply();
        account.faults().awaitHanging(LONGEST);
        new ProcessBuilder("kill", "-INT", String.valueOf(apply.pid())).start().waitFor();
        assertTrue(apply.waitFor(60, TimeUnit.SECONDS));
        assertEquals(1, apply.exitValue());
        String output = Files.readString(folder.resolve("output"));
        assertTrue(output.contains("canceled, context canceled"), output);
        terraform.state().holdsExactly(WIKI);
        assertRecovers();
    }

    @Test
    void a_hang_ends_when_it_is_released_and_the_call_goes_on() throws Exception {
        account.faults().add(Fault.hanging().at(OPERATION));
        Process apply = startApply();
        account.faults().awaitHanging(LONGEST);
        // Nobody else is held up meanwhile.
        assertEquals(List.of(), names());
        account.faults().release();
        assertTrue(apply.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, apply.exitValue(), Files.readString(folder.resolve("output")));
        terraform.plan().isEmpty();
    }

    @Test
    void a_file_in_the_folder_lets_a_call_fail_once_and_the_next_command_goes_on() throws IOException {
        Path file = folder.resolve("account/faults.json");
        Files.writeString(file, """
                {"faults": [{"operation": "CreateTargetGroup", "from_call": 2,
                             "fail": {"code": "ServiceUnavailable", "message": "Busy", "status": 503}}]}""");
        assertTrue(failure().contains("api error ServiceUnavailable: Busy"));
        try (Sandbox next = Sandbox.start(Account.in(folder.resolve("account")))) {
            OfflineTerraform again = next.terraform(terraform.folder());
            again.apply().orThrow();
            again.plan().isEmpty();
        }
    }

    private void assertRecovers() {
        terraform.apply().orThrow();
        terraform.state().holdsExactly(WIKI, SYNCHRONY);
        terraform.plan().isEmpty();
    }

    private String failure() {
        TerraformRun run = terraform.apply();
        assertFalse(run.succeeded(), run::toString);
        return run.stderr().replaceAll("[│╷╵\\s]+", " ");
    }

    private List<String> names() {
        return sandbox.holds("aws_lb_target_group").stream()
                .map(group -> group.text("name"))
                .sorted()
                .toList();
    }

    private Process startApply() throws IOException {
        terraform.init().orThrow();
        String program = System.getenv().getOrDefault("TERRAFORM_BINARY", "terraform");
        ProcessBuilder apply = new ProcessBuilder(program, "apply", "-input=false", "-no-color", "-auto-approve")
                .directory(terraform.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        apply.environment().putAll(sandbox.environment());
        apply.environment().put("CHECKPOINT_DISABLE", "1");
        return apply.start();
    }

    private void awaitNoHang() throws InterruptedException {
        for (int i = 0; i < 1000 && account.faults().hanging() > 0; i++) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        assertEquals(0, account.faults().hanging());
    }
}
