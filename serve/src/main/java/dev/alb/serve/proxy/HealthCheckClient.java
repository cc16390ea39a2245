package dev.alb.serve.proxy;

import dev.alb.serve.targets.CheckResult;
import dev.alb.serve.targets.GroupSettings;
import dev.alb.serve.targets.HealthCheck;
import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Sends health checks, each on a connection of its own. */
final class HealthCheckClient {
    private static final String AGENT = "ELB-HealthChecker/2.0";
    private static final int FRAME_HEAD = 5;
    private static final int UNKNOWN = 2;

    private final HttpClient http1;
    private final HttpClient http2;

    HealthCheckClient(Vertx vertx) {
        http1 = vertx.createHttpClient(options().setKeepAlive(false));
        http2 = vertx.createHttpClient(options()
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setUseAlpn(true)
                .setHttp2ClearTextUpgrade(false));
    }

    private static HttpClientOptions options() {
        return new HttpClientOptions().setTrustAll(true).setVerifyHost(false);
    }

    /** Asks a target; does not fail. */
    Future<CheckResult> check(GroupSettings settings, InetSocketAddress address) {
        HealthCheck check = settings.healthCheck();
        boolean isGrpc = settings.protocolVersion().equals("GRPC");
        AtomicReference<@Nullable HttpClientRequest> asked = new AtomicReference<>();
        return client(settings)
                .request(request(check, address, isGrpc))
                .compose(request -> {
                    asked.set(request);
                    request.exceptionHandler(cause -> {});
                    request.connection().exceptionHandler(cause -> {});
                    return isGrpc ? grpcStatus(request) : status(request);
                })
                .timeout(check.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .recover(cause -> Future.succeededFuture(failure(cause)))
                .onComplete(done -> end(asked.get()));
    }

    private HttpClient client(GroupSettings settings) {
        return settings.protocolVersion().equals("HTTP1") ? http1 : http2;
    }

    private static RequestOptions request(HealthCheck check, InetSocketAddress address, boolean isGrpc) {
        return new RequestOptions()
                .setServer(TargetClients.socket(address))
                .setHost(TargetClients.socket(address).host())
                .setPort(address.getPort())
                .setSsl(check.protocol().equals("HTTPS"))
                .setMethod(isGrpc ? HttpMethod.POST : HttpMethod.GET)
                .setURI(check.path())
                .setConnectTimeout(check.timeout().toMillis())
                .putHeader("User-Agent", AGENT);
    }

    private static Future<CheckResult> status(HttpClientRequest request) {
        return request.send().map(response -> {
            response.exceptionHandler(cause -> {});
            return new CheckResult.Answered(response.statusCode());
        });
    }

    /** An empty message; the status stands behind the answer, or in its head where there is nothing else. */
    private static Future<CheckResult> grpcStatus(HttpClientRequest request) {
        request.putHeader("Content-Type", "application/grpc").putHeader("TE", "trailers");
        return request.send(Buffer.buffer(new byte[FRAME_HEAD]))
                .compose(response -> response.end().map(nothing -> grpcStatus(response)));
    }

    private static CheckResult grpcStatus(HttpClientResponse response) {
        @Nullable String inHead = response.getHeader("grpc-status");
        @Nullable String status = inHead == null ? response.getTrailer("grpc-status") : inHead;
        boolean isNumber = status != null && status.matches("[0-9]{1,9}");
        return new CheckResult.Answered(isNumber ? Integer.parseInt(status) : UNKNOWN);
    }

    private static CheckResult failure(Throwable cause) {
        boolean isLate = cause instanceof TimeoutException || cause instanceof ConnectTimeoutException;
        return isLate ? new CheckResult.TimedOut() : new CheckResult.Failed();
    }

    private static void end(@Nullable HttpClientRequest request) {
        if (request != null) {
            TargetClients.abort(request);
        }
    }
}
