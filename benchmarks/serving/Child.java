import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Another process, which answers a line by a line where it is one of Java. It ends with this object. */
final class Child implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;
    private final BufferedWriter in;

    private Child(Process process) {
        this.process = process;
        this.out = process.inputReader();
        this.in = process.outputWriter();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /** A program of this folder, on this class path. */
    static Child java(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return run(command);
    }

    static Child run(List<String> command) {
        try {
            return new Child(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that a program writes until it ends. */
    static List<String> output(List<String> command) {
        try (Child child = run(command)) {
            return child.out.lines().toList();
        }
    }

    String line() {
        try {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("a process of the benchmark has ended: " + process.info());
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String ask(String question) {
        try {
            in.write(question + "\n");
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line();
    }

    /** The seconds of a processor that it has used, with its own children. */
    double cpu() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .mapToLong(Duration::toNanos)
                .sum()
                / 1e9;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
