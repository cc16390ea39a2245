package dev.alb.cli;

import dev.alb.serve.Exchange;
import dev.alb.serve.accesslog.AccessLogEntry;
import dev.alb.serve.accesslog.ShortLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tells of requests, by a thread of its own, since those that serve them must not wait for a disk or a terminal. */
final class RequestLog implements AutoCloseable {
    private static final String STANDARD_OUTPUT = "-";
    private static final long LONGEST_SECONDS = 5;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "request-log");
        made.setDaemon(true);
        return made;
    });
    private final ShortLine line = new ShortLine(ZoneId.systemDefault());
    private final PrintWriter err;
    private final @Nullable String name;
    private final @Nullable Writer file;
    private boolean failed;

    private RequestLog(@Nullable String name, @Nullable Writer file, PrintWriter err) {
        this.name = name;
        this.file = file;
        this.err = err;
    }

    /**
     * A log for a person, and the access log of a load balancer if somebody wants it.
     *
     * @param accessLog a file that is continued, or {@code -}; {@code null} for none
     * @throws Failure if the file can't be written
     */
    static RequestLog open(@Nullable String accessLog, PrintWriter err) {
        if (accessLog == null || accessLog.equals(STANDARD_OUTPUT)) {
            return new RequestLog(accessLog, null, err);
        }
        try {
            Writer file = Files.newBufferedWriter(
                    Path.of(accessLog), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new RequestLog(accessLog, file, err);
        } catch (IOException e) {
            throw Failure.badInput("--access-log " + accessLog + " cannot be written: " + Reason.of(e));
        }
    }

    /** Whether standard output is for the access log alone. */
    boolean hasStandardOutput() {
        return STANDARD_OUTPUT.equals(name);
    }

    /** Tells of a request. */
    void tell(Exchange exchange, AccessLogEntry entry) {
        thread.execute(() -> {
            say(line.of(exchange));
            if (hasStandardOutput()) {
                StandardOutput.print(entry.of(exchange) + "\n");
            } else if (file != null) {
                write(file, entry.of(exchange));
            }
        });
    }

    /** Tells of something else. */
    void tell(String news) {
        thread.execute(() -> say(news));
    }

    private void say(String text) {
        err.println(text);
        err.flush();
    }

    private void write(Writer to, String entry) {
        try {
            to.write(entry + "\n");
            to.flush();
        } catch (IOException e) {
            if (!failed) {
                failed = true;
                say("alb: " + name + " cannot be written any more: " + Reason.of(e));
            }
        }
    }

    /** Writes what is left. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            thread.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS);
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            say("alb: " + name + " cannot be closed: " + Reason.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
