import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** A stream of requests over connections that are kept, either at a steady rate or as fast as answers come. */
final class Requests {
    private static final int RATE_TICK = 10;
    private static final int STATUS_OK = 200;

    private final Vertx vertx;
    private final HttpClientAgent client;
    private final int port;
    private final int connections;
    private final Latencies latencies = new Latencies();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicReference<String> firstError = new AtomicReference<>("");
    private volatile boolean isOn = true;

    Requests(Vertx vertx, int port, boolean isHttps, int connections) {
        this.vertx = vertx;
        this.port = port;
        this.connections = connections;
        HttpClientOptions options = new HttpClientOptions()
                .setSsl(isHttps)
                .setTrustAll(true)
                .setVerifyHost(false)
                .setKeepAliveTimeout(3600);
        client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(connections).setEventLoopSize(1));
    }

    /** Sends a number of requests each second, or as many as are answered, until it is stopped. */
    void atRate(int perSecond, String path) {
        int perTick = Math.max(1, perSecond * RATE_TICK / 1000);
        vertx.setPeriodic(RATE_TICK, id -> {
            if (!isOn) {
                vertx.cancelTimer(id);
            }
            for (int i = 0; isOn && i < perTick && inFlight.get() < connections; i++) {
                send(path, () -> {});
            }
        });
    }

    /** Sends the next request when an answer is there, on each connection, until it is stopped. */
    void asFastAsPossible(String path) {
        for (int i = 0; i < connections; i++) {
            next(path);
        }
    }

    private void next(String path) {
        if (isOn) {
            send(path, () -> next(path));
        }
    }

    private void send(String path, Runnable then) {
        long begin = System.nanoTime();
        inFlight.incrementAndGet();
        client.request(new RequestOptions()
                        .setMethod(HttpMethod.GET)
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setURI(path))
                .compose(request -> request.send())
                .compose(response -> response.body().map(body -> response.statusCode()))
                .onComplete(done -> {
                    inFlight.decrementAndGet();
                    if (done.succeeded() && done.result() == STATUS_OK) {
                        answers.incrementAndGet();
                        latencies.add(System.nanoTime() - begin);
                    } else {
                        errors.incrementAndGet();
                        firstError.compareAndSet("", done.succeeded() ? "status " + done.result() : "" + done.cause());
                    }
                    then.run();
                });
    }

    /** Sends no more, and waits for what is in flight. */
    void stop() throws InterruptedException {
        isOn = false;
        for (int i = 0; i < 100 && inFlight.get() > 0; i++) {
            Thread.sleep(100);
        }
        errors.addAndGet(inFlight.get());
    }

    long answers() {
        return answers.get();
    }

    long errors() {
        return errors.get();
    }

    String firstError() {
        return firstError.get();
    }

    Latencies latencies() {
        return latencies;
    }
}
