package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A command in the JVM of the tests, and what it said on standard error.
 *
 * @param exitCode how it ended
 */
record Told(int exitCode, String err) {

    static Told by(String... arguments) {
        PrintStream before = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            int exitCode = Main.run(arguments);
            return new Told(exitCode, told.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
        }
    }

    /** Asserts how it ended and all that it said. */
    void is(int expected, String message) {
        assertEquals(message.strip(), err.strip());
        assertEquals(expected, exitCode, err);
    }
}
