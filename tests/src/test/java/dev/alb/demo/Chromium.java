package dev.alb.demo;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A browser without a screen, which is told by its DevTools protocol what to do. */
final class Chromium implements AutoCloseable, WebSocket.Listener {
    /** What a window says while one page is gone and the next is not there; then it is asked again. */
    private static final String BETWEEN_PAGES = "Cannot find default execution context";

    private static final long LONGEST_SECONDS = 30;
    private static final String ANNOUNCEMENT = "DevTools listening on ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private final StringBuilder parts = new StringBuilder();
    private final Process process;
    private final WebSocket socket;

    private Chromium(Process process) throws IOException {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address(process.errorReader(StandardCharsets.UTF_8))), this)
                .join();
    }

    /** The program, as {@code CHROMIUM} names it or under its usual names. */
    static Optional<Path> binary() {
        String named = System.getenv().getOrDefault("CHROMIUM", "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "chrome")
                        .map(name -> Path.of(folder).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it.
     *
     * @param profile where it keeps what it needs
     * @param hosts what it takes for this machine
     */
    static Chromium start(Path profile, List<String> hosts) throws IOException {
        String rules = String.join(
                ", ", hosts.stream().map(host -> "MAP " + host + " 127.0.0.1").toList());
        ProcessBuilder builder = new ProcessBuilder(
                binary().orElseThrow().toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--ignore-certificate-errors",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--host-resolver-rules=" + rules,
                "about:blank");
        return new Chromium(
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start());
    }

    private static String address(BufferedReader errors) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = errors.readLine(); line != null; line = errors.readLine()) {
            if (line.startsWith(ANNOUNCEMENT)) {
                // Nobody reads the rest, and a full pipe would stop it.
                Thread drain = new Thread(() -> errors.lines().forEach(more -> {}), "chromium-errors");
                drain.setDaemon(true);
                drain.start();
                return line.substring(ANNOUNCEMENT.length()).strip();
            }
            said.append(line).append("\n");
        }
        throw new AssertionError("Chromium does not start:\n" + said);
    }

    /** Opens a page in a window with cookies of its own, as another user would. */
    Page open(String url) throws Exception {
        String context = call(null, "Target.createBrowserContext", JSON.createObjectNode())
                .path("browserContextId")
                .asText();
        String target = call(
                        null,
                        "Target.createTarget",
                        JSON.createObjectNode().put("url", url).put("browserContextId", context))
                .path("targetId")
                .asText();
        ObjectNode attach = JSON.createObjectNode().put("targetId", target).put("flatten", true);
        return new Page(
                call(null, "Target.attachToTarget", attach).path("sessionId").asText());
    }

    private JsonNode call(@Nullable String session, String method, ObjectNode parameters) throws Exception {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", parameters);
        if (session != null) {
            message.put("sessionId", session);
        }
        socket.sendText(message.toString(), true).join();
        JsonNode answered = answer.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        if (answered.toString().contains(BETWEEN_PAGES)) {
            Thread.sleep(30);
            return call(session, method, parameters);
        }
        assertFalse(answered.has("error"), answered::toString);
        return answered.path("result");
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            receive(parts.toString());
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void receive(String text) {
        try {
            JsonNode message = JSON.readTree(text);
            CompletableFuture<JsonNode> answer =
                    answers.remove(message.path("id").asInt());
            if (answer != null) {
                answer.complete(message);
            }
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }

    /** A page in one of its windows. */
    final class Page {
        private final String session;

        private Page(String session) {
            this.session = session;
        }

        /** The value of an expression in JavaScript. */
        String value(String expression) throws Exception {
            ObjectNode parameters =
                    JSON.createObjectNode().put("expression", expression).put("returnByValue", true);
            return call(session, "Runtime.evaluate", parameters)
                    .path("result")
                    .path("value")
                    .asText();
        }

        /** Waits until an expression is true. */
        void await(String expression) throws Exception {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
            while (!value("!!(" + expression + ")").equals("true")) {
                if (System.nanoTime() > end) {
                    throw new AssertionError(expression + " never came true at " + value("location.href") + ":\n"
                            + value("document.documentElement.innerText + document.querySelector('textarea')?.value"));
                }
                Thread.sleep(30);
            }
        }

        /** Types a text where the cursor is. */
        void type(String text) throws Exception {
            call(session, "Input.insertText", JSON.createObjectNode().put("text", text));
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
