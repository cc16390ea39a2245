package dev.alb.cli;

import dev.alb.routing.Request;
import dev.alb.terraform.Cidr;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a request has besides its URL. */
final class RequestOptions {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

    @Option(
            names = {"-H", "--header"},
            paramLabel = "'NAME: VALUE'",
            description = "A header; repeatable.")
    private List<String> headers = List.of();

    @Option(
            names = {"-X", "--method"},
            paramLabel = "METHOD",
            description = "Default: GET")
    private String method = "GET";

    @Option(
            names = "--source-ip",
            paramLabel = "ADDRESS",
            description = "Where the client comes from. Without it a rule that asks for that can't be told.")
    private @Nullable String source;

    /** The request for a URL. */
    Request request(String url) throws BadRequest {
        Map<String, String> named = new TreeMap<>();
        for (String header : headers) {
            int colon = header.indexOf(':');
            if (colon < 0) {
                throw new BadRequest("headers", "be like 'Name: value'", quoted(header));
            }
            named.put(header.substring(0, colon), header.substring(colon + 1).strip());
        }
        return request(url, method, named, source);
    }

    /** A request out of texts. */
    static Request request(String url, String method, Map<String, String> headers, @Nullable String source)
            throws BadRequest {
        Request request = ofUrl(url);
        require(TOKEN.matcher(method).matches(), "method", "be like GET", quoted(method));
        request = request.withMethod(method);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            String name = header.getKey().strip();
            require(TOKEN.matcher(name).matches(), "headers", "have names like X-Beta", quoted(name));
            boolean isHost = name.toLowerCase(Locale.ROOT).equals("host");
            require(!isHost, "headers", "leave the host to the URL", quoted(name));
            request = request.withHeader(name, header.getValue());
        }
        if (source == null) {
            return request;
        }
        require(Cidr.ofAddress(source).isPresent(), "source_ip", "be an address like 192.0.2.7", quoted(source));
        return request.from(source);
    }

    private static Request ofUrl(String url) throws BadRequest {
        try {
            return Request.of(url);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("url", "be like https://wiki.example.com/path", quoted(url));
        }
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    private static void require(boolean holds, String key, String rule, String actual) throws BadRequest {
        if (!holds) {
            throw new BadRequest(key, rule, actual);
        }
    }
}
