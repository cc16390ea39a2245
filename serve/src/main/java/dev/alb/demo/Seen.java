package dev.alb.demo;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The address at which a page was opened, as far as a node behind a load balancer can tell.
 *
 * @param scheme by {@code X-Forwarded-Proto}
 * @param authority the host with its port, by the host header
 */
record Seen(String scheme, String authority) {
    /** What a request says of it. */
    static Seen by(HttpServerRequest request) {
        String forwarded = request.getHeader("X-Forwarded-Proto");
        HostAndPort host = request.authority();
        String scheme = forwarded == null ? request.scheme() : forwarded;
        return new Seen(scheme.toLowerCase(Locale.ROOT), host == null ? "" : authority(scheme, host));
    }

    private static String authority(String scheme, HostAndPort host) {
        int usual = scheme.equalsIgnoreCase("https") ? 443 : 80;
        boolean isUsual = host.port() < 0 || host.port() == usual;
        return host.host().toLowerCase(Locale.ROOT) + (isUsual ? "" : ":" + host.port());
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    /** Scheme and host, as a browser has it. */
    String url() {
        return scheme + "://" + authority;
    }

    /** What Confluence would complain of; nothing where the address is the base URL, or none was set. */
    Optional<String> mismatch(List<String> baseUrls) {
        if (baseUrls.isEmpty() || baseUrls.contains(url())) {
            return Optional.empty();
        }
        String base = baseUrls.stream().collect(Collectors.joining(" or "));
        return Optional.of("The base URL is " + base + ", and this page was asked for at " + url()
                + ", as X-Forwarded-Proto and the host header say. A real Confluence warns of that, and its links, its"
                + " redirects and collaborative editing lead to the base URL.");
    }
}
