package dev.alb.serve.proxy;

import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a load balancer refuses before any rule is asked. */
final class RequestCheck {
    static final int LINE_LIMIT = 16 * 1024;
    static final int HEADER_LIMIT = 16 * 1024;
    static final int HEADERS_LIMIT = 64 * 1024;
    private static final int ADDRESS_LIMIT = 30;
    private static final int TOO_MANY_ADDRESSES = 463;

    private RequestCheck() {}

    /** The answer to what could not be read. */
    static Answer unreadable(@Nullable Throwable cause) {
        return cause instanceof TooLongHttpLineException
                ? Answer.last(414, "the request line is longer than 16 K")
                : Answer.last(400, "the request is malformed, or its headers are longer than 64 K");
    }

    /** The answer that refuses a request; {@code null} if rules may decide. */
    static @Nullable Answer refusal(RequestHead head) {
        if (head.version() == null) {
            return Answer.last(505, "the version of HTTP is not supported");
        }
        if (head.method().equals(HttpMethod.TRACE)) {
            return Answer.error(405, "TRACE is not allowed");
        }
        if (head.method().equals(HttpMethod.CONNECT) || !head.uri().startsWith("/")) {
            return Answer.last(400, "the request names no path");
        }
        if (head.uri().length() > LINE_LIMIT) {
            return Answer.last(414, "the request line is longer than 16 K");
        }
        if (head.host().isEmpty() && head.version() != HttpVersion.HTTP_1_0
                || head.headers().getAll("Host").size() > 1) {
            return Answer.last(400, "the request has no host header, or several");
        }
        return headers(head.headers());
    }

    private static @Nullable Answer headers(MultiMap headers) {
        long all = 0;
        for (Map.Entry<String, String> header : headers) {
            int size = header.getKey().length() + header.getValue().length() + ": ".length();
            if (size > HEADER_LIMIT) {
                return Answer.last(400, "the header " + header.getKey() + " is longer than 16 K");
            }
            all += size;
        }
        if (all > HEADERS_LIMIT) {
            return Answer.last(400, "the headers are longer than 64 K");
        }
        String encoding = headers.get("Transfer-Encoding");
        if (encoding != null && !isSupported(encoding)) {
            return Answer.last(501, "the transfer encoding " + encoding + " is not supported");
        }
        return addresses(headers) > ADDRESS_LIMIT
                ? Answer.error(TOO_MANY_ADDRESSES, "X-Forwarded-For has more than 30 addresses")
                : null;
    }

    private static boolean isSupported(String encoding) {
        String name = encoding.strip().toLowerCase(Locale.ROOT);
        return name.equals("chunked") || name.equals("identity");
    }

    private static int addresses(MultiMap headers) {
        if (!headers.contains(ForwardedFor.HEADER)) {
            return 0;
        }
        return headers.getAll(ForwardedFor.HEADER).stream()
                .mapToInt(value -> value.split(",").length)
                .sum();
    }
}
