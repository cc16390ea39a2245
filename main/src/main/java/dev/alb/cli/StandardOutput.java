package dev.alb.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Where results go. */
final class StandardOutput {
    private StandardOutput() {}

    /** In UTF-8, as formats for programs need it, whatever the terminal is set to. */
    static void print(String text) {
        PrintStream out = System.out;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }
}
