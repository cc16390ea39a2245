package dev.alb.routing;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as a load balancer sees it.
 *
 * @param protocol {@code http} or {@code https}
 * @param host the host of the URL, in small letters
 * @param port the port that it was sent to
 * @param path the path, which begins with a slash; nothing is decoded
 * @param query the parameters of the query string, in their order; nothing is decoded
 * @param method such as {@code GET}
 * @param headers the other headers, by their names in small letters
 * @param source the address that the connection comes from; {@code null} if that is left open
 */
public record Request(
        String protocol,
        String host,
        int port,
        String path,
        List<Parameter> query,
        String method,
        Map<String, String> headers,
        @Nullable String source) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** A parameter of a query string; one without a value has an empty one. */
    public record Parameter(String key, String value) {
        @Override
        public String toString() {
            return value.isEmpty() ? key : key + "=" + value;
        }
    }

    /** Copies what may change. */
    public Request {
        query = List.copyOf(query);
        headers = Map.copyOf(headers);
        host = host.toLowerCase(Locale.ROOT);
    }

    /**
     * A request for a URL, by GET and without headers.
     *
     * @throws IllegalArgumentException if it is no URL with {@code http} or {@code https} and a host
     */
    public static Request of(String url) {
        URI uri = parse(url);
        boolean isHttps = "https".equals(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : isHttps ? HTTPS : HTTP;
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Request(
                uri.getScheme(), uri.getHost(), port, path, parameters(uri.getRawQuery()), "GET", Map.of(), null);
    }

    private static URI parse(String url) {
        try {
            URI uri = new URI(url);
            boolean known = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (known && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(notAUrl(url), e);
        }
        throw new IllegalArgumentException(notAUrl(url));
    }

    private static String notAUrl(String url) {
        return "URL must be like https://wiki.example.com/path, got \"" + url + "\"";
    }

    private static List<Parameter> parameters(@Nullable String query) {
        List<Parameter> parameters = new ArrayList<>();
        for (String part : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = part.indexOf('=');
            parameters.add(
                    equals < 0
                            ? new Parameter(part, "")
                            : new Parameter(part.substring(0, equals), part.substring(equals + 1)));
        }
        return parameters;
    }

    /** The same with another method. */
    public Request withMethod(String other) {
        return new Request(protocol, host, port, path, query, other, headers, source);
    }

    /** The same with a header. */
    public Request withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name.toLowerCase(Locale.ROOT), value);
        return new Request(protocol, host, port, path, query, method, more, source);
    }

    /** The same from an address. */
    public Request from(String address) {
        return new Request(protocol, host, port, path, query, method, headers, address);
    }

    /** A header; none if the request lacks it. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The URL, without what is usual in it. */
    public String url() {
        boolean usual = port == ("https".equals(protocol) ? HTTPS : HTTP);
        return protocol + "://" + host + (usual ? "" : ":" + port) + path + queryString();
    }

    private String queryString() {
        return query.isEmpty()
                ? ""
                : "?" + String.join("&", query.stream().map(Parameter::toString).toList());
    }

    /** The request as a person would write it down: method, URL, and what else is particular. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(method.equals("GET") ? "" : method + " ").append(url());
        new TreeMap<>(headers)
                .forEach((name, value) ->
                        text.append(", ").append(name).append(": ").append(value));
        return text.append(source == null ? "" : ", from " + source).toString();
    }
}
