package dev.alb.serve.proxy;

import dev.alb.serve.targets.GroupSettings;
import dev.alb.serve.targets.Pick;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.HostAndPort;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** The connections of one thread with targets, which are kept for the next request. */
final class TargetClients {
    private static final int HEAD_LIMIT = 32 * 1024;
    private static final int CONNECTIONS = 8192;
    private static final int KEEP_ALIVE_SECONDS = 60;

    private final HttpClient http1;
    private final HttpClient http2;
    private final Set<HttpConnection> used = Collections.newSetFromMap(new IdentityHashMap<>());

    TargetClients(Vertx vertx, Duration connectTimeout) {
        http1 = vertx.createHttpClient(options(connectTimeout), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        http2 = vertx.createHttpClient(
                options(connectTimeout)
                        .setProtocolVersion(HttpVersion.HTTP_2)
                        .setUseAlpn(true)
                        .setHttp2ClearTextUpgrade(false),
                new PoolOptions().setHttp2MaxSize(CONNECTIONS));
    }

    /** As an Application Load Balancer does, any certificate of a target is taken. */
    private static HttpClientOptions options(Duration connectTimeout) {
        return new HttpClientOptions()
                .setConnectTimeout((int) connectTimeout.toMillis())
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                .setMaxInitialLineLength(HEAD_LIMIT)
                .setMaxHeaderSize(HEAD_LIMIT)
                .setTrustAll(true)
                .setVerifyHost(false);
    }

    /** A request to a target that was picked, of which nothing is sent yet. */
    Future<HttpClientRequest> request(Pick pick, HttpMethod method, String uri) {
        GroupSettings settings = pick.pool().settings();
        SocketAddress address = socket(pick.target().address());
        RequestOptions options = new RequestOptions()
                .setServer(address)
                .setHost(address.host())
                .setPort(address.port())
                .setSsl(settings.protocol().equals("HTTPS"))
                .setMethod(method)
                .setURI(uri);
        return (settings.protocolVersion().equals("HTTP1") ? http1 : http2).request(options);
    }

    /** The address as numbers, so that no name has to be looked up. */
    static SocketAddress socket(InetSocketAddress address) {
        InetAddress resolved = address.getAddress();
        return SocketAddress.inetSocketAddress(
                address.getPort(), resolved == null ? address.getHostString() : resolved.getHostAddress());
    }

    /** Says for which host a request is. */
    static void name(HttpClientRequest request, String host) {
        if (request.version() == HttpVersion.HTTP_2) {
            HostAndPort authority = HostAndPort.parseAuthority(host, -1);
            if (authority != null) {
                request.authority(authority);
            }
        } else if (!host.isEmpty()) {
            request.headers().set("Host", host);
        }
    }

    /** Ends a request wherever it is. A connection of HTTP/1.1 is of no use after half a request. */
    static void abort(HttpClientRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.reset();
        } else {
            request.connection().close();
        }
    }

    /** Whether a connection had a request before; from then on it has. */
    boolean isReused(HttpConnection connection) {
        if (!used.add(connection)) {
            return true;
        }
        connection.closeHandler(closed -> used.remove(connection));
        connection.exceptionHandler(cause -> {});
        return false;
    }
}
