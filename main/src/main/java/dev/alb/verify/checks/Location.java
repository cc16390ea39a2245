package dev.alb.verify.checks;

import dev.alb.verify.probes.Entrance;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a redirect leads.
 *
 * @param scheme in lower case
 * @param host in lower case
 * @param port the scheme's own where none is given
 * @param path with the query
 */
record Location(String scheme, String host, int port, String path) {

    /** What a header says, seen from a URL; empty if it is no place. */
    static Optional<Location> of(String header, Entrance from, String path) {
        try {
            URI uri = new URI(from.url(path)).resolve(new URI(header));
            if (uri.getScheme() == null || uri.getHost() == null) {
                return Optional.empty();
            }
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            int usual = scheme.equals("https") ? 443 : 80;
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            String target = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            return Optional.of(new Location(
                    scheme,
                    uri.getHost().toLowerCase(Locale.ROOT),
                    uri.getPort() < 0 ? usual : uri.getPort(),
                    target + query));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it leads to a listener: by its port, or by the one that stands for it on this machine. */
    boolean isAt(Entrance entrance) {
        boolean isPort = port == entrance.port() || port == entrance.connectPort();
        return scheme.equals(entrance.scheme()) && host.equals(entrance.domain().toLowerCase(Locale.ROOT)) && isPort;
    }
}
