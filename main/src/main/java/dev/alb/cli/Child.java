package dev.alb.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A program that this one runs and waits for. While it runs, signals are for it. */
final class Child {
    private final ProcessBuilder builder;

    private Child(ProcessBuilder builder) {
        this.builder = builder;
    }

    static Child of(ProcessBuilder builder) {
        return new Child(builder);
    }

    /** Runs it with the terminal of this program: its input, its output and its colours. */
    int run() {
        builder.inheritIO();
        return await(process -> {});
    }

    /** Runs it with the input of this program, and hands over each line that it writes. */
    int run(Consumer<String> line) {
        builder.redirectErrorStream(true).redirectInput(Redirect.INHERIT);
        return runAndRead(output -> output.lines().forEach(line));
    }

    /** Runs it with the input of this program, and puts what it writes to its two outputs into two files. */
    int run(Path output, Path errors) {
        builder.redirectOutput(output.toFile()).redirectError(errors.toFile()).redirectInput(Redirect.INHERIT);
        return await(process -> {});
    }

    /** What it writes to standard output; nothing where it fails. Its complaints are dropped. */
    String output() {
        builder.redirectError(Redirect.DISCARD).redirectInput(Redirect.INHERIT);
        StringBuilder text = new StringBuilder();
        int ended = runAndRead(output -> output.lines().forEach(text::append));
        return ended == ExitCode.DONE ? text.toString() : "";
    }

    private int runAndRead(Consumer<BufferedReader> reader) {
        return await(process -> {
            try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
                reader.accept(output);
            } catch (IOException e) {
                throw failed(e);
            }
        });
    }

    private int await(Consumer<Process> whileItRuns) {
        try (Signals signals = Signals.divert()) {
            Process process = builder.start();
            signals.concern(process);
            whileItRuns.accept(process);
            return process.waitFor();
        } catch (IOException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts this thread", e);
        }
    }

    private Failure failed(IOException e) {
        String program = builder.command().get(0);
        return Failure.tool(program + " does not start: " + reason(e));
    }

    /** What the system says, without Java's words before it. */
    private static String reason(IOException e) {
        return String.valueOf(e.getMessage()).replaceFirst("^Cannot run program .*error=\\d+, ", "");
    }
}
