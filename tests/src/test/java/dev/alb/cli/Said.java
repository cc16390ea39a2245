package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A command in the JVM of the tests, and what it said itself.
 *
 * @param exitCode how it ended
 * @param out on standard output
 * @param err on standard error
 */
record Said(int exitCode, String out, String err) {

    static Said by(String... arguments) {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            Told told = Told.by(arguments);
            return new Said(told.exitCode(), said.toString(StandardCharsets.UTF_8), told.err());
        } finally {
            System.setOut(before);
        }
    }

    /** Asserts how it ended and all that it said. */
    void is(int expected, String onOutput, String onError) {
        assertEquals(onError, err);
        assertEquals(onOutput, out);
        assertEquals(expected, exitCode);
    }
}
