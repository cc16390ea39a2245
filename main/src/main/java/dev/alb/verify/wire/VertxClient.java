package dev.alb.verify.wire;

import dev.alb.verify.probes.Answer;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Http;
import dev.alb.verify.probes.Names;
import dev.alb.verify.probes.Unreachable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks over HTTP, with a connection for each request.
 *
 * <p>It takes any certificate. Whether it can be trusted is asked by a check of its own, so that a wrong one is told once and not
 * with each request; nothing secret is ever sent.
 */
public final class VertxClient implements Http, AutoCloseable {
    /** What an Application Load Balancer lets through in the headers of an answer. */
    private static final int LONGEST_HEADERS = 32 * 1024;

    private static final int LARGEST_BODY = 2 * 1024 * 1024;

    private final Vertx vertx;
    private final HttpClient client;
    private final ClientSSLOptions tls;
    private final Names names;
    private final Deadline deadline;

    private VertxClient(Vertx vertx, HttpClient client, ClientSSLOptions tls, Names names, Deadline deadline) {
        this.vertx = vertx;
        this.client = client;
        this.tls = tls;
        this.names = names;
        this.deadline = deadline;
    }

    /**
     * A client.
     *
     * @param certificate its own, for listeners that ask for one
     * @param timeout for each request as a whole
     */
    public static VertxClient start(Optional<ClientCertificate> certificate, Names names, Duration timeout) {
        Vertx vertx = Vertx.vertx(Settings.small());
        int connect = Math.toIntExact(timeout.toMillis());
        HttpClientOptions options = new HttpClientOptions()
                .setKeepAlive(false)
                .setConnectTimeout(connect)
                .setMaxHeaderSize(LONGEST_HEADERS)
                .setMaxInitialLineLength(LONGEST_HEADERS);
        return new VertxClient(
                vertx, vertx.createHttpClient(options), Settings.tls(certificate), names, new Deadline(timeout));
    }

    @Override
    public Answer get(Entrance entrance, String path, Map<String, String> headers) throws Unreachable {
        RequestOptions options = new RequestOptions()
                .setServer(address(entrance))
                .setHost(entrance.domain())
                .setPort(entrance.port())
                .setSsl(entrance.isTls())
                .setSslOptions(tls)
                .setURI(path);
        options.putHeader("User-Agent", Settings.AGENT).putHeader("Accept", "*/*");
        headers.forEach(options::putHeader);
        Progress progress = new Progress(entrance);
        Future<Answer> answer = client.request(options)
                .onSuccess(request -> progress.connected())
                .compose(HttpClientRequest::send)
                .compose(VertxClient::whole);
        return deadline.await(answer, progress);
    }

    private static Future<Answer> whole(HttpClientResponse response) {
        CompletableFuture<Answer> whole = new CompletableFuture<>();
        Buffer body = Buffer.buffer();
        response.handler(chunk -> {
            body.appendBuffer(chunk);
            if (body.length() > LARGEST_BODY) {
                whole.completeExceptionally(new TooLarge());
                response.request().reset();
            }
        });
        response.exceptionHandler(whole::completeExceptionally);
        response.endHandler(end -> whole.complete(new Answer(
                response.statusCode(), Settings.headers(response.headers()), body.toString(StandardCharsets.UTF_8))));
        return Future.fromCompletionStage(whole);
    }

    private SocketAddress address(Entrance entrance) throws Unreachable {
        return SocketAddress.inetSocketAddress(Places.of(entrance, names));
    }

    /** Says that an answer is larger than anything that is looked for. */
    static final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
