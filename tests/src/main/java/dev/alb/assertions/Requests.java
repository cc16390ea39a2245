package dev.alb.assertions;

import dev.alb.routing.Condition;
import dev.alb.routing.Part;
import dev.alb.routing.Pattern;
import dev.alb.routing.RequestSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A class of requests, for {@link SynthesizedStack#nothingElseReaches(String, Requests...)}.
 *
 * <pre>{@code
 * Requests.forPaths("/synchrony", "/synchrony/*").atHosts("wiki.example.com")
 * }</pre>
 *
 * <p>In paths, hosts and headers, {@code *} stands for any characters or none and {@code ?} for one. Of several values one is
 * enough; what is asked for one after the other must hold together.
 *
 * @param conditions what a request of the class has
 */
public record Requests(List<Condition> conditions) {
    /** Copies the list. */
    public Requests {
        conditions = List.copyOf(conditions);
    }

    /** Requests for paths; the case of letters counts. */
    public static Requests forPaths(String... patterns) {
        return new Requests(List.of()).on(Part.PATH, globs(patterns));
    }

    /** Requests for hosts. */
    public static Requests forHosts(String... patterns) {
        return new Requests(List.of()).atHosts(patterns);
    }

    /** Those of them that are for hosts. */
    public Requests atHosts(String... patterns) {
        return on(Part.HOST, globs(patterns));
    }

    /** Those of them that have a method, such as {@code GET}. */
    public Requests withMethods(String... methods) {
        return on(Part.METHOD, globs(methods));
    }

    /** Those of them that have a header with a value. */
    public Requests withHeader(String name, String... patterns) {
        return on(Part.header(name), globs(patterns));
    }

    /**
     * Those of them that come from networks.
     *
     * @throws IllegalArgumentException if one is not written like {@code 10.0.0.0/8}
     */
    public Requests from(String... networks) {
        return on(Part.SOURCE, Stream.of(networks).map(Requests::network).toList());
    }

    private static Pattern network(String text) {
        return Pattern.Network.of(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("network must be like 10.0.0.0/8, got \"" + text + "\""));
    }

    private static List<Pattern> globs(String... patterns) {
        return Stream.of(patterns).<Pattern>map(Pattern.Glob::new).toList();
    }

    private Requests on(Part part, List<Pattern> patterns) {
        List<Condition> more = new ArrayList<>(conditions);
        more.add(new Condition.OnPart(part, patterns));
        return new Requests(more);
    }

    RequestSet set() {
        return Condition.requests(conditions);
    }

    @Override
    public String toString() {
        return Condition.inWords(conditions);
    }
}
