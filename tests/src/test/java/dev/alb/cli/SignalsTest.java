package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Terraform has the user's terminal, and is what Ctrl-C and a kill are for. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SignalsTest {
    private static final long LONGEST_SECONDS = 60;
    private static final String UNTIL_TOLD = """
            trap 'echo TERM >>"$here/signals"' TERM
            trap 'echo INT >>"$here/signals"' INT
            echo >"$here/started"
            until [ -f "$here/go" ]; do sleep 0.05; done
            """;

    @TempDir
    private Path folder;

    private FakeTerraform terraform;

    @BeforeEach
    void writeSites() throws IOException {
        Sites.write(folder.resolve("sites/1.yaml"), "name: a");
        Sites.write(folder.resolve("sites/2.yaml"), "name: b\nvpc_id: vpc-0a1b2c3d4e5f60719");
        terraform = FakeTerraform.in(folder.resolve("tools"));
    }

    @Test
    void a_kill_is_passed_on_once_and_waited_for() throws Exception {
        terraform.on("apply", UNTIL_TOLD + "exit 9");
        Program.Running run = start("deploy", "-c", "sites");
        await("started");
        kill(run, "TERM");
        await("signals");
        kill(run, "TERM");
        assertFalse(run.process().waitFor(300, TimeUnit.MILLISECONDS), "it waits for Terraform");
        Files.createFile(terraform.file("go"));
        Program.Ended ended = run.end().with(9);
        assertEquals("TERM\n", Files.readString(terraform.file("signals")));
        assertTrue(
                ended.err().endsWith("alb: terraform apply failed for a (sites/1.yaml); not run for b\n"), ended.err());
    }

    @Test
    void an_interrupt_reaches_terraform_by_the_terminal_and_ends_nothing_but_what_comes_next() throws Exception {
        terraform.on("plan", UNTIL_TOLD);
        Program.Running run = start("plan", "--no-review", "-c", "sites");
        await("started");
        kill(run, "INT");
        assertFalse(run.process().waitFor(300, TimeUnit.MILLISECONDS), "it waits for Terraform");
        Files.createFile(terraform.file("go"));
        run.end().with(ExitCode.INTERRUPTED);
        assertFalse(Files.exists(terraform.file("signals")), "Terraform has the terminal's own");
        assertEquals(
                List.of("a: [plan]"),
                terraform.calls().stream()
                        .filter(call -> call.contains("[plan]"))
                        .toList());
    }

    @Test
    void an_answer_reaches_terraform_and_its_question_is_not_kept_back() throws Exception {
        terraform.on("apply", "printf 'Enter a value: '; read answer; echo \"got $answer\"; echo oh >&2");
        Program.Running run = start("deploy", "-c", "sites/1.yaml");
        run.process().getOutputStream().write("yes\n".getBytes(StandardCharsets.UTF_8));
        run.process().getOutputStream().close();
        Program.Ended ended = run.end().with(0);
        assertEquals("Enter a value: got yes\n", ended.out());
        assertEquals("oh\n", ended.err());
    }

    @Test
    void in_the_sandbox_terraform_has_nothing_of_the_users_aws_and_no_state_but_its_own() throws Exception {
        terraform.on("plan", "env | sort >\"$here/env\"; cat sandbox_override.tf.json");
        Program.Ended ended = program()
                .with("AWS_PROFILE", "production")
                .with("AWS_ACCESS_KEY_ID", "AKIA")
                .with("AWS_REGION", "eu-west-1")
                .with("TF_DATA_DIR", "/data")
                .with("TF_WORKSPACE", "production")
                .with("TF_CLI_ARGS_init", "-backend-config=bucket=b")
                .with("TF_VAR_secret", "s")
                .run("plan", "--no-review", "--sandbox", "-c", "sites/1.yaml", "-backend-config=bucket=b")
                .with(0);
        assertTrue(ended.out().contains("\"local\": {\"path\": \"terraform.tfstate\"}"), ended.out());
        List<String> names = Files.readAllLines(terraform.file("env")).stream()
                .filter(line -> line.startsWith("AWS_") || line.startsWith("TF_"))
                .map(line -> line.replaceFirst("=.*", ""))
                .filter(name -> !name.equals("TF_CLI_CONFIG_FILE"))
                .toList();
        assertEquals(
                List.of(
                        "AWS_CONFIG_FILE",
                        "AWS_EC2_METADATA_DISABLED",
                        "AWS_REGION",
                        "AWS_SHARED_CREDENTIALS_FILE",
                        "TF_REATTACH_PROVIDERS",
                        "TF_VAR_secret"),
                names);
        assertEquals(List.of("a: [init] [-input=false]", "a: [plan]"), terraform.calls());
    }

    private Program program() {
        return Program.in(folder)
                .with("TERRAFORM_BINARY_NAME", terraform.program().toString())
                .with("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "18,20,22");
    }

    private Program.Running start(String... arguments) throws IOException {
        return program().start(arguments);
    }

    private static void kill(Program.Running run, String signal) throws Exception {
        String pid = String.valueOf(run.process().pid());
        assertEquals(0, new ProcessBuilder("kill", "-" + signal, pid).start().waitFor());
    }

    private void await(String file) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!Files.exists(terraform.file(file))) {
            assertTrue(System.nanoTime() < end, "Terraform never wrote " + file);
            Thread.sleep(20);
        }
    }
}
