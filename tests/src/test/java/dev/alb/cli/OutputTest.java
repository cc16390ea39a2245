package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The output folder, whatever happens while it is written. */
class OutputTest {
    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void begin() {
        folder = temporary.resolve("out");
    }

    @Test
    void is_replaced_as_a_whole() throws IOException {
        publish("old", "one", "two");
        publish("new", "one", "two");
        assertEquals(made("new", "one", "two"), Sites.output(folder));
        leavesNothingBehind();
    }

    @Test
    void stays_as_it_was_when_nothing_is_published() throws IOException {
        publish("old", "one");
        try (Output output = Output.open(folder)) {
            write(output.staging(), "new", "one");
        }
        assertEquals(made("old", "one"), Sites.output(folder));
        leavesNothingBehind();
    }

    @Test
    void keeps_what_terraform_and_people_put_there() throws IOException {
        publish("old", "one", "two");
        Map<String, String> foreign = Map.of(
                "stacks/one/.terraform/providers/x", "provider",
                "stacks/one/.terraform.lock.hcl", "lock",
                "stacks/one/override.tf", "mine",
                "stacks/two/terraform.tfstate", "state",
                "stacks/README", "a file among the stacks",
                "notes.txt", "mine");
        for (Map.Entry<String, String> file : foreign.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.writeString(target, file.getValue());
        }
        publish("new", "one");
        Map<String, String> expected = made("new", "one");
        expected.putAll(foreign);
        assertEquals(expected, Sites.output(folder), "two is gone, but what Terraform keeps of it is not");
    }

    /** The steps of a publication after which a process may be killed. */
    @ParameterizedTest
    @CsvSource({
        // how many files have been moved, and which output there is once the next run has begun
        "-1, old",
        "0, new",
        "1, new",
        "2, new",
        "3, new",
        "4, new"
    })
    void is_finished_by_the_next_run_when_a_run_was_killed(int moved, String afterwards) throws IOException {
        publish("old", "one", "two", "gone");
        Path written = folder.resolve(moved < 0 ? ".alb/staging" : ".alb/complete");
        write(written, "new", "one", "two", "three");
        // A stack is moved file by file, the manifest at the end.
        String[] files = {"stacks/one", "stacks/two", "stacks/three"};
        for (int i = 0; i < Math.min(moved, files.length); i++) {
            move(written, files[i] + "/cdk.tf.json");
        }
        if (moved > 0) {
            Files.delete(folder.resolve("stacks/gone/cdk.tf.json"));
        }
        if (moved > files.length) {
            move(written, "manifest.json");
        }
        Output.open(folder).close();
        String[] stacks =
                afterwards.equals("old") ? new String[] {"one", "two", "gone"} : new String[] {"one", "two", "three"};
        assertEquals(made(afterwards, stacks), Sites.output(folder));
        leavesNothingBehind();
    }

    @Test
    void is_not_written_by_two_runs_at_once() throws Exception {
        Output first = Output.open(folder);
        Program.Running second =
                Program.in(temporary).start("synth", "-c", site("b").toString(), "-o", "out");
        Thread.sleep(3000);
        assertTrue(second.process().isAlive(), "it waits");
        write(first.staging(), "first", "wiki");
        first.publish();
        first.close();
        second.end().with(0);
        assertTrue(Sites.output(folder).get("stacks/wiki/cdk.tf.json").contains("\"version\": \"b\""));
        leavesNothingBehind();
    }

    @Test
    void tells_why_it_cannot_be_written() throws IOException {
        Path file = Files.writeString(temporary.resolve("file"), "mine");
        refuses(file, "Not a directory");
        refuses(file.resolve("below"), "Not a directory");
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void tells_that_a_folder_is_read_only() throws IOException {
        Path closed = Files.createDirectory(temporary.resolve("closed"));
        assertTrue(closed.toFile().setWritable(false));
        assumeFalse(Files.isWritable(closed), "whoever may write everywhere, as root, finds no folder closed");
        refuses(closed, "no permission for");
    }

    private static void refuses(Path folder, String reason) {
        Failure failure = assertThrows(Failure.class, () -> Output.open(folder));
        assertEquals(ExitCode.BAD_INPUT, failure.exitCode());
        assertTrue(failure.getMessage().startsWith("cannot write to " + folder + ": "), failure.getMessage());
        assertTrue(failure.getMessage().contains(reason), failure.getMessage());
    }

    private Path site(String tag) throws IOException {
        return Sites.write(temporary.resolve(tag + ".yaml"), "tags: {version: " + tag + "}");
    }

    private void publish(String content, String... stacks) throws IOException {
        try (Output output = Output.open(folder)) {
            write(output.staging(), content, stacks);
            output.publish();
        }
    }

    private static void write(Path target, String content, String... stacks) throws IOException {
        for (String stack : stacks) {
            Path file = target.resolve("stacks").resolve(stack).resolve("cdk.tf.json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        }
        Files.writeString(target.resolve("manifest.json"), content);
    }

    private void move(Path from, String file) throws IOException {
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        Files.deleteIfExists(target);
        Files.move(from.resolve(file), target);
    }

    private static Map<String, String> made(String content, String... stacks) {
        Map<String, String> made = new TreeMap<>(Map.of("manifest.json", content));
        Set.of(stacks).forEach(stack -> made.put("stacks/" + stack + "/cdk.tf.json", content));
        return made;
    }

    private void leavesNothingBehind() {
        assertFalse(Files.exists(folder.resolve(".alb/staging")));
        assertFalse(Files.exists(folder.resolve(".alb/complete")));
    }
}
