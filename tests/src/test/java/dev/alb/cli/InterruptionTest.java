package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are killed, as by a cancelled pipeline. */
class InterruptionTest {
    private static final List<String> SITES = List.of("one", "two", "three", "four");
    private static final long SLOWEST_RUN_MILLIS = 2500;

    @TempDir
    private Path folder;

    @Test
    void leave_each_file_old_or_new_and_the_next_run_completes() throws Exception {
        write("before");
        Program.in(folder).run("synth", "-c", "sites").with(0);
        Map<String, String> before = output();
        write("after");
        for (int seed = 1; seed <= 6; seed++) {
            Program.Running run = Program.in(folder).start("synth", "-c", "sites");
            waitUntilItIsTimeToKill(run.process(), new Random(seed), seed % 2 == 0);
            run.process().destroyForcibly().waitFor();
            String killed = "killed with seed " + seed;
            Map<String, String> now = output();
            assertEquals(before.keySet(), now.keySet(), killed);
            now.forEach((file, content) -> assertTrue(
                    content.equals(before.get(file))
                            || content.equals(before.get(file).replace("\"before\"", "\"after\"")),
                    killed + ": " + file));
        }
        Program.in(folder).run("synth", "-c", "sites").with(0);
        Map<String, String> after = output();
        before.replaceAll((file, content) -> content.replace("\"before\"", "\"after\""));
        assertEquals(before, after);
        assertFalse(Files.exists(folder.resolve("cdktf.out/.alb/staging")));
        assertFalse(Files.exists(folder.resolve("cdktf.out/.alb/complete")));
    }

    /** At any moment; or, since that one is short, at one of the first moments in which files take their places. */
    private void waitUntilItIsTimeToKill(Process process, Random random, boolean whilePublishing)
            throws InterruptedException {
        if (!whilePublishing) {
            process.waitFor((long) (random.nextDouble() * SLOWEST_RUN_MILLIS), TimeUnit.MILLISECONDS);
            return;
        }
        Path complete = folder.resolve("cdktf.out/.alb/complete");
        while (process.isAlive() && Files.notExists(complete)) {
            Thread.onSpinWait();
        }
        long later = System.nanoTime() + random.nextInt(3_000_000);
        while (System.nanoTime() < later) {
            Thread.onSpinWait();
        }
    }

    private void write(String version) throws IOException {
        for (String site : SITES) {
            Sites.write(
                    folder.resolve("sites/" + site + ".yaml"), "name: " + site + "\ntags: {version: " + version + "}");
        }
    }

    private Map<String, String> output() throws IOException {
        return Sites.output(folder.resolve("cdktf.out"));
    }
}
