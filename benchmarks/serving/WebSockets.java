import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Many open WebSockets; each sends a message every few seconds, which has to come back. */
final class WebSockets {
    private static final int PAUSE = 2000;
    private static final long LOST = TimeUnit.SECONDS.toNanos(30);
    private static final int AT_ONCE = 20;

    private final Vertx vertx;
    private final WebSocketClient client;
    private final int port;
    private final boolean isHttps;
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong open = new AtomicLong();
    private final AtomicReference<String> firstError = new AtomicReference<>("");
    private volatile boolean isOn = true;

    WebSockets(Vertx vertx, int port, boolean isHttps) {
        this.vertx = vertx;
        this.port = port;
        this.isHttps = isHttps;
        client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxConnections(100_000)
                .setTrustAll(true)
                .setVerifyHost(false));
    }

    void open(int number) throws Exception {
        List<Future<WebSocket>> some = new ArrayList<>();
        for (int i = 1; i <= number; i++) {
            some.add(client.connect(new WebSocketConnectOptions()
                    .setHost("127.0.0.1")
                    .setPort(port)
                    .setSsl(isHttps)
                    .setURI("/synchrony/v1/socket")));
            if (some.size() == AT_ONCE || i == number) {
                for (Future<WebSocket> one : some) {
                    talk(one.await(30, TimeUnit.SECONDS));
                }
                some.clear();
            }
        }
    }

    private void talk(WebSocket socket) {
        open.incrementAndGet();
        AtomicReference<String> expected = new AtomicReference<>();
        AtomicLong sent = new AtomicLong();
        socket.textMessageHandler(text -> {
            if (text.equals(expected.getAndSet(null))) {
                messages.incrementAndGet();
            } else {
                failed("a message came back changed");
            }
        });
        socket.closeHandler(closed -> {
            open.decrementAndGet();
            if (isOn) {
                failed("a WebSocket was closed, code " + socket.closeStatusCode());
            }
        });
        socket.exceptionHandler(e -> {});
        vertx.setPeriodic((long) (Math.random() * PAUSE) + 1, PAUSE, timer -> {
            if (!isOn) {
                vertx.cancelTimer(timer);
            } else if (expected.compareAndSet(null, "text " + System.nanoTime())) {
                sent.set(System.nanoTime());
                socket.writeTextMessage(expected.get());
            } else if (System.nanoTime() - sent.get() > LOST) {
                sent.set(System.nanoTime());
                failed("a message did not come back in 30 s");
            }
        });
    }

    private void failed(String why) {
        errors.incrementAndGet();
        firstError.compareAndSet("", why);
    }

    void stop() {
        isOn = false;
        client.close();
    }

    long messages() {
        return messages.get();
    }

    long open() {
        return open.get();
    }

    long errors() {
        return errors.get();
    }

    String firstError() {
        return firstError.get();
    }
}
