package dev.alb.serve.proxy;

import dev.alb.serve.Exchange;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The headers with which a target gets a request. */
final class RequestHeaders {
    /** Those that belong to one connection, and those that the load balancer writes itself. */
    private static final Set<String> NOT_COPIED = ignoringCase(List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "TE",
            "Transfer-Encoding",
            "Upgrade",
            "HTTP2-Settings",
            "Expect",
            "Host",
            ":authority",
            ":path",
            ":method",
            ":scheme",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Port",
            TraceId.HEADER));

    private static final Set<String> SIMPLE = Set.of("keep-alive", "close", "upgrade");

    private RequestHeaders() {}

    /** Writes them; the host stands for itself, as HTTP/2 has it elsewhere. */
    static void write(Passage passage, MultiMap to) {
        RequestHead head = passage.head();
        LoadBalancerAttributes attributes = passage.frontend().loadBalancer();
        Set<String> ofConnection = ofConnection(head);
        for (Map.Entry<String, String> header : head.headers()) {
            String name = header.getKey();
            if (!NOT_COPIED.contains(name)
                    && (ofConnection.isEmpty() || !ofConnection.contains(name))
                    && (!attributes.dropsInvalidHeaders() || isValid(name))) {
                to.add(name, header.getValue());
            }
        }
        ForwardedFor.write(passage, to);
        to.add("X-Forwarded-Proto", passage.frontend().protocol());
        to.add("X-Forwarded-Port", String.valueOf(passage.frontend().port()));
        to.add(TraceId.HEADER, passage.record().traceId());
        Exchange.Encryption encryption = passage.connection().encryption();
        if (encryption != null && attributes.hasTlsHeaders()) {
            to.set(passage.frontend().attributes().tlsVersionHeader(), encryption.protocol());
            to.set(passage.frontend().attributes().tlsCipherHeader(), encryption.cipher());
        }
        if (head.isGrpc()) {
            to.add("TE", "trailers");
        }
    }

    /** The headers by which a target is asked for a WebSocket. */
    static void writeUpgrade(MultiMap to) {
        to.set("Connection", "Upgrade");
        to.set("Upgrade", "websocket");
    }

    private static Set<String> ofConnection(RequestHead head) {
        String named = head.headers().get("Connection");
        if (named == null || named.equalsIgnoreCase("keep-alive") || named.equalsIgnoreCase("close")) {
            return Set.of();
        }
        Set<String> names = ignoringCase(Tokens.of(named));
        names.removeAll(SIMPLE);
        return names;
    }

    /** Letters, digits and hyphens. */
    private static boolean isValid(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean isValid = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
            if (!isValid) {
                return false;
            }
        }
        return true;
    }

    static Set<String> ignoringCase(Iterable<String> names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.forEach(set::add);
        return set;
    }
}
