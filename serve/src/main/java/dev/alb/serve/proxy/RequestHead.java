package dev.alb.serve.proxy;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request as it was received.
 *
 * @param method such as {@code GET}
 * @param authority the host header; {@code null} if there is none
 * @param host the same in small letters without its port; empty if there is none
 * @param uri the path with its query string
 * @param version {@code null} if it is none that is known
 * @param headers all headers
 */
record RequestHead(
        HttpMethod method,
        @Nullable String authority,
        String host,
        String uri,
        @Nullable HttpVersion version,
        MultiMap headers) {

    static RequestHead of(HttpServerRequest request) {
        String authority = authority(request);
        return new RequestHead(
                request.method(),
                authority,
                authority == null ? "" : withoutPort(authority),
                withoutOrigin(request.uri()),
                request.version(),
                request.headers());
    }

    private static @Nullable String authority(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            HostAndPort authority = request.authority();
            return authority == null ? null : authority.toString();
        }
        return request.headers().get("Host");
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        boolean hasPort = colon >= 0 && colon > authority.lastIndexOf(']');
        return (hasPort ? authority.substring(0, colon) : authority).toLowerCase(Locale.ROOT);
    }

    /** A client that takes this for a proxy sends the whole URL. */
    private static String withoutOrigin(String uri) {
        if (uri.startsWith("/") || !uri.contains("://")) {
            return uri;
        }
        int slash = uri.indexOf('/', uri.indexOf("://") + 3);
        return slash < 0 ? "/" : uri.substring(slash);
    }

    boolean isHttp2() {
        return version == HttpVersion.HTTP_2;
    }

    String path() {
        int question = uri.indexOf('?');
        return question < 0 ? uri : uri.substring(0, question);
    }

    /** The query string without its question mark; empty if there is none. */
    String query() {
        int question = uri.indexOf('?');
        return question < 0 ? "" : uri.substring(question + 1);
    }

    /** The port that the client names in the host header; empty if it names none. */
    String portOfAuthority() {
        return authority == null || authority.length() == host.length() ? "" : authority.substring(host.length() + 1);
    }

    String versionText() {
        return version == null
                ? ""
                : switch (version) {
                    case HTTP_1_0 -> "HTTP/1.0";
                    case HTTP_1_1 -> "HTTP/1.1";
                    case HTTP_2 -> "HTTP/2.0";
                };
    }

    boolean isWebSocket() {
        String upgrade = headers.get("Upgrade");
        return upgrade != null
                && version == HttpVersion.HTTP_1_1
                && method.equals(HttpMethod.GET)
                && upgrade.equalsIgnoreCase("websocket")
                && Tokens.has(headers.get("Connection"), "upgrade");
    }

    boolean isGrpc() {
        String type = headers.get("Content-Type");
        return type != null && type.startsWith("application/grpc");
    }

    /** Whether a body follows; with HTTP/2 it may be that nobody knows yet. */
    boolean mayHaveBody() {
        if (headers.contains("Transfer-Encoding")) {
            return true;
        }
        String length = headers.get("Content-Length");
        return length == null ? isHttp2() : !length.equals("0");
    }

    /** How many bytes the head has, more or less, as HTTP/1.1 would have it. */
    long size() {
        long size = method.name().length() + uri.length() + "  HTTP/1.1\r\n\r\n".length();
        for (var header : headers) {
            size += header.getKey().length() + header.getValue().length() + ": \r\n".length();
        }
        return size;
    }
}
