package dev.alb.assertions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A file that holds, byte for byte, what a program wrote when somebody last looked at it and found it right. */
public final class GoldenFile {
    /** The system property that has the file written anew: {@code -Dgolden.update=true}. */
    public static final String UPDATE = "golden.update";

    private GoldenFile() {}

    /**
     * Asserts that a text is what the file holds.
     *
     * <p>A failure shows the lines that differ. With the system property {@link #UPDATE} set to {@code true} nothing is
     * asserted; the file is written if it differs, for a review as a change of its own.
     *
     * @param golden a file in UTF-8
     */
    public static void matches(Path golden, String actual) {
        byte[] bytes = actual.getBytes(StandardCharsets.UTF_8);
        byte[] expected = Files.exists(golden) ? read(golden) : new byte[0];
        if (Files.exists(golden) && Arrays.equals(expected, bytes)) {
            return;
        }
        if (!Boolean.getBoolean(UPDATE)) {
            throw new AssertionError(message(golden, new String(expected, StandardCharsets.UTF_8), actual));
        }
        write(golden, bytes);
    }

    private static String message(Path golden, String expected, String actual) {
        String what = Files.exists(golden)
                ? golden + " is not what was made (- expected, + actual)\n" + LineDiff.of(expected, actual)
                : golden + " does not exist; it would be\n" + actual;
        return what + "\nIf the change is right, run again with -D" + UPDATE + "=true.";
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
