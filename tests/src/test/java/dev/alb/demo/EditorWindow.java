package dev.alb.demo;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A window of the demo's editor, as far as messages go. */
public final class EditorWindow implements WebSocket.Listener, AutoCloseable {
    private static final long LONGEST_SECONDS = 20;

    private final LinkedBlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Integer> end = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();
    private @Nullable WebSocket socket;

    private EditorWindow() {}

    /** Opens it, with headers such as a cookie, a name and a value each. */
    public static EditorWindow open(HttpClient client, URI uri, String... headers) {
        EditorWindow window = new EditorWindow();
        WebSocket.Builder builder = client.newWebSocketBuilder();
        for (int i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        window.socket = builder.buildAsync(uri, window).join();
        return window;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            messages.add(parts.toString());
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        end.add(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end.add(1006);
    }

    /** Sends a message. */
    public void send(String message) {
        java.util.Objects.requireNonNull(socket).sendText(message, true).join();
    }

    /** Waits for a message with a text in it. */
    public String until(String part) throws InterruptedException {
        String message;
        do {
            message = messages.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
            assertNotNull(message, () -> "nothing with " + part + " came");
        } while (!message.contains(part));
        return message;
    }

    /** Waits for its end; the status code. */
    public int closed() throws InterruptedException {
        Integer status = end.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertNotNull(status, "nobody closed it");
        return status;
    }

    @Override
    public void close() {
        if (socket != null) {
            socket.abort();
        }
    }
}
