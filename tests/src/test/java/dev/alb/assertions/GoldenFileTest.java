package dev.alb.assertions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Comparison with a file that was looked at before. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class GoldenFileTest {
    @TempDir
    private Path folder;

    private Path golden;
    private String before;

    @BeforeEach
    void writeTheFile() throws IOException {
        before = System.getProperty(GoldenFile.UPDATE, "false");
        System.setProperty(GoldenFile.UPDATE, "false");
        golden = Files.writeString(folder.resolve("golden.txt"), "one\ntwo\nthree\nfour\nfive\nsix\n");
    }

    @AfterEach
    void restoreTheProperty() {
        System.setProperty(GoldenFile.UPDATE, before);
    }

    @Test
    void the_same_bytes_match() {
        GoldenFile.matches(golden, "one\ntwo\nthree\nfour\nfive\nsix\n");
    }

    @Test
    void shows_the_lines_that_differ() {
        String message =
                Failure.of(() -> GoldenFile.matches(golden, "one\ntwo\nthree\n4\nfive\nfive and a half\nsix\n"));
        assertEquals(golden + """
                 is not what was made (- expected, + actual)
                line 4:
                  two
                  three
                - four
                + 4
                  five
                + five and a half
                  six
                If the change is right, run again with -Dgolden.update=true.""", message);
    }

    @Test
    void differences_that_cannot_be_seen_are_made_visible() {
        assertEquals("""
                line 6:
                  four
                  five
                - six
                + six (no newline at the end)""", diff("one\ntwo\nthree\nfour\nfive\nsix"));
        assertEquals("""
                line 1:
                - one
                + one␍
                  two
                  three""", diff("one\r\ntwo\nthree\nfour\nfive\nsix\n"));
    }

    @Test
    void a_long_diff_is_cut() {
        String diff = diff("x\n".repeat(100));
        assertEquals(61, diff.lines().count());
        assertEquals("… and 47 lines more", diff.lines().toList().get(60));
    }

    @Test
    void says_that_the_file_does_not_exist() {
        Path missing = folder.resolve("missing.txt");
        assertEquals(
                missing + " does not exist; it would be\nnew\n\n"
                        + "If the change is right, run again with -Dgolden.update=true.",
                Failure.of(() -> GoldenFile.matches(missing, "new\n")));
        assertFalse(Files.exists(missing));
    }

    @Test
    void rewrites_the_file_on_request() throws IOException {
        System.setProperty(GoldenFile.UPDATE, "true");
        GoldenFile.matches(golden, "new\n");
        GoldenFile.matches(folder.resolve("deep/down/golden.txt"), "ä\n");
        assertEquals("new\n", Files.readString(golden));
        assertEquals("ä\n", Files.readString(folder.resolve("deep/down/golden.txt")));
    }

    private String diff(String actual) {
        String message = Failure.of(() -> GoldenFile.matches(golden, actual));
        return message.substring(message.indexOf('\n') + 1, message.lastIndexOf('\n'));
    }
}
