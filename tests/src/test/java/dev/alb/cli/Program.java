package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The application in a process of its own, in a folder. */
final class Program {
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final long LONGEST_SECONDS = 120;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> options = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));

    private Program(Path folder) {
        this.folder = folder;
    }

    static Program in(Path folder) {
        return new Program(folder);
    }

    /** With a variable of the environment. */
    Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** With options of the Java virtual machine. */
    Program withJava(String... more) {
        options.addAll(Arrays.asList(more));
        return this;
    }

    /** Runs it to its end, in which it never shows a stack trace. */
    Ended run(String... arguments) throws IOException, InterruptedException {
        Ended ended = start(arguments).end();
        assertFalse(ended.err().contains("\tat ") || ended.err().contains("Exception"), ended.err());
        return ended;
    }

    Running start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(JAVA.toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), "dev.alb.cli.Main"));
        command.addAll(Arrays.asList(arguments));
        Path out = Files.createTempFile("alb", ".out");
        Path err = Files.createTempFile("alb", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("CDKTF_OUTDIR");
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }

    /** Its own class path has relative entries in some editors. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(entry -> Path.of(entry).toAbsolutePath().toString())
                        .toList());
    }

    /** A process that has been started. */
    record Running(Process process, Path out, Path err) {
        Ended end() throws IOException, InterruptedException {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("It does not end");
            }
            Ended ended = new Ended(process.exitValue(), text(out), text(err), Files.readAllBytes(out));
            Files.delete(out);
            Files.delete(err);
            return ended;
        }

        private static String text(Path file) throws IOException {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        }
    }

    /**
     * How a process ended.
     *
     * @param out what it wrote to standard output
     * @param err what it wrote to standard error
     */
    record Ended(int exitCode, String out, String err, byte[] bytes) {

        /** Asserts an exit code; a failure shows what was said. */
        Ended with(int expected) {
            assertEquals(expected, exitCode, out + err);
            return this;
        }

        /** Asserts all that was said on standard error, and that there is nothing on standard output. */
        void refusesWith(int expected, String message) {
            with(expected);
            assertEquals(message.strip(), err.strip());
            assertEquals("", out);
        }
    }
}
