package dev.alb.routing;

import dev.alb.terraform.Cidr;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A part of a request at which a condition looks, as one text.
 *
 * @param kind which one
 * @param header the name of the header in small letters; empty for all other kinds
 */
public record Part(Kind kind, String header) implements Comparable<Part> {
    /** The host. */
    public static final Part HOST = new Part(Kind.HOST, "");
    /** The path. */
    public static final Part PATH = new Part(Kind.PATH, "");
    /** The method. */
    public static final Part METHOD = new Part(Kind.METHOD, "");
    /** The address that the connection comes from. */
    public static final Part SOURCE = new Part(Kind.SOURCE, "");

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH");

    /** The kinds of parts, by Terraform's names of their conditions. */
    public enum Kind {
        HOST("host_header"),
        PATH("path_pattern"),
        METHOD("http_request_method"),
        SOURCE("source_ip"),
        HEADER("http_header");

        private final String terraformName;

        Kind(String terraformName) {
            this.terraformName = terraformName;
        }

        /** Terraform's name of the condition. */
        public String terraformName() {
            return terraformName;
        }
    }

    /** A header, whatever the case of its name. */
    public static Part header(String name) {
        return new Part(Kind.HEADER, name.toLowerCase(Locale.ROOT));
    }

    /** Whether upper and lower case are the same in it. */
    boolean ignoresCase() {
        return kind == Kind.HOST || kind == Kind.HEADER;
    }

    /** Every text that can stand there. */
    TextSet universe() {
        return switch (kind) {
            case HOST -> Universe.HOSTS;
            case PATH -> Universe.PATHS;
            case METHOD -> Universe.METHODS;
            case SOURCE -> Addresses.ALL;
            case HEADER -> Universe.HEADERS;
        };
    }

    /** The text of a request; none where it is left open. */
    Optional<String> textOf(Request request) {
        return switch (kind) {
            case HOST -> Optional.of(request.host());
            case PATH -> Optional.of(request.path());
            case METHOD -> Optional.of(request.method());
            case SOURCE ->
                Optional.ofNullable(request.source()).flatMap(Cidr::ofAddress).map(Addresses::text);
            case HEADER ->
                Optional.of(request.header(header)
                        .map(value -> Universe.PRESENT + value.toLowerCase(Locale.ROOT))
                        .orElse(""));
        };
    }

    /** A request like another one, with a text of a set in this part. */
    Request example(TextSet texts, Request request) {
        String text = familiar(request).stream()
                .filter(texts::contains)
                .findFirst()
                .or(texts::example)
                .orElse("");
        return switch (kind) {
            case HOST -> Universe.withHost(request, text);
            case PATH -> Universe.withPath(request, text);
            case METHOD -> request.withMethod(text);
            case SOURCE -> request.from(Addresses.address(text));
            case HEADER -> text.isEmpty() ? request : request.withHeader(header, text.substring(1));
        };
    }

    /** What a person would rather read than the shortest text there is. */
    private List<String> familiar(Request request) {
        return switch (kind) {
            case METHOD -> METHODS;
            case HOST -> List.of("other." + request.host().replaceFirst("^[^.]*\\.", ""), "other.example.com");
            default -> List.of();
        };
    }

    @Override
    public int compareTo(Part other) {
        return kind == other.kind ? header.compareTo(other.header) : kind.compareTo(other.kind);
    }

    @Override
    public String toString() {
        return kind == Kind.HEADER ? "header " + header : kind.terraformName();
    }
}
