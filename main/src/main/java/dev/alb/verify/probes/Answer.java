package dev.alb.verify.probes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer to a request.
 *
 * @param status such as 200
 * @param headers by names in lower case
 * @param body all of it
 */
public record Answer(int status, Map<String, List<String>> headers, String body) {
    private static final int SHOWN = 60;

    /** Keeps headers whatever their names' case is. */
    public Answer {
        Map<String, List<String>> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .addAll(values));
        headers = lower;
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** Each value of a header. */
    public List<String> all(String name) {
        return List.copyOf(headers.getOrDefault(name, List.of()));
    }

    /** Where a redirect leads; empty if it is none. */
    public Optional<String> redirect() {
        return status >= 300 && status < 400 ? header("location") : Optional.empty();
    }

    /** Whether it is a page for people. */
    public boolean isHtml() {
        boolean says = header("content-type")
                .filter(type -> type.startsWith("text/html"))
                .isPresent();
        return says || body.stripLeading().regionMatches(true, 0, "<!doctype html", 0, 14);
    }

    /** Whether the load balancer answered by itself, without a target. */
    public boolean isFromLoadBalancer() {
        return header("server").filter(server -> server.startsWith("awselb/")).isPresent();
    }

    /** The beginning of the body, on one line and without signs that steer a terminal. */
    public String excerpt() {
        String line = body.replaceAll("[\\s\\p{C}]+", " ").strip();
        return "\"" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line) + "\"";
    }
}
