package dev.alb.route;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody expects of a request.
 *
 * @param aspect what is looked at
 * @param value what it must be
 */
public record Expectation(Aspect aspect, String value) {

    /** What can be expected. */
    public enum Aspect {
        /** The target groups that get the request, all of them, with commas between them. */
        TARGET_GROUP,
        /** The rule that decides, or {@code default action}. */
        RULE,
        /** The status code with which the load balancer itself answers. */
        STATUS,
        /** The URL to which a client is sent. */
        LOCATION,
        /** The URL that targets are asked for. */
        REWRITTEN_URL,
        /** {@code forward}, {@code redirect}, {@code fixed-response} or {@code refused}. */
        OUTCOME,
        /** The certificate that is served. */
        CERTIFICATE,
        /** How a client signs in, such as {@code authenticate-oidc}, or {@code none}. */
        AUTHENTICATION,
        /** The listener. */
        LISTENER,
        /** The load balancer. */
        LOAD_BALANCER;

        /** The name as it is written in an option. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The aspect of a name, in which an underscore is as good as a hyphen. */
        public static Optional<Aspect> of(String name) {
            return Stream.of(values())
                    .filter(aspect -> aspect.toString().equals(name.strip().replace('_', '-')))
                    .findFirst();
        }

        /** All names, for messages. */
        public static String names() {
            return Stream.of(values()).map(Aspect::toString).collect(Collectors.joining(", "));
        }
    }

    /**
     * An expectation out of {@code aspect=value}.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Expectation parse(String text) {
        int equals = text.indexOf('=');
        Optional<Aspect> aspect = Aspect.of(equals < 0 ? text : text.substring(0, equals));
        if (equals < 0 || aspect.isEmpty() || text.substring(equals + 1).isBlank()) {
            throw new IllegalArgumentException("must be one of " + Aspect.names()
                    + " with = and a value, as in target-group=aws_lb_target_group.synchrony, got \"" + text + "\"");
        }
        return new Expectation(aspect.get(), text.substring(equals + 1).strip());
    }

    /** Why a route isn't as expected; nothing if it is. */
    public Optional<String> failure(Route route) {
        Optional<String> actual = actual(route);
        if (actual.filter(this::isMetBy).isPresent()) {
            return Optional.empty();
        }
        boolean isUnknown = route.ending() instanceof Ending.Unknown;
        String got = actual.map(text -> "got " + text)
                .orElse(isUnknown ? "which can't be told" : "got none, as it ends with " + Words.of(route.ending()));
        return Optional.of(route.request() + ": " + aspect + " must be " + value + ", " + got);
    }

    private boolean isMetBy(String actual) {
        return switch (aspect) {
            case TARGET_GROUP -> set(actual).equals(set(value));
            case AUTHENTICATION, CERTIFICATE -> set(actual).equals(set(value)) || actual.startsWith(value + " ");
            default -> actual.equals(value);
        };
    }

    private static Set<String> set(String list) {
        return new TreeSet<>(Arrays.stream(list.split(",")).map(String::strip).toList());
    }

    private Optional<String> actual(Route route) {
        Ending ending = route.ending();
        return switch (aspect) {
            case TARGET_GROUP ->
                forwarded(ending)
                        .map(one -> one.destinations().stream()
                                .filter(Destination::gets)
                                .map(Destination::targetGroup)
                                .collect(Collectors.joining(", ")));
            case RULE -> route.rule();
            case STATUS -> status(ending);
            case LOCATION ->
                ending instanceof Ending.Redirected redirected ? Optional.of(redirected.location()) : Optional.empty();
            case REWRITTEN_URL -> forwarded(ending).map(Ending.Forwarded::url);
            case OUTCOME -> ending instanceof Ending.Unknown ? Optional.empty() : Optional.of(ending.kind());
            case CERTIFICATE -> route.tls().map(Tls::certificates).flatMap(Expectation::joined);
            case AUTHENTICATION ->
                ending instanceof Ending.Unknown
                        ? Optional.empty()
                        : joined(route.authentication()).or(() -> Optional.of("none"));
            case LISTENER -> route.listener().map(one -> one.name());
            case LOAD_BALANCER -> Optional.of(route.loadBalancer());
        };
    }

    private static Optional<String> joined(List<String> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", texts));
    }

    private static Optional<Ending.Forwarded> forwarded(Ending ending) {
        return ending instanceof Ending.Forwarded forwarded ? Optional.of(forwarded) : Optional.empty();
    }

    private static Optional<String> status(Ending ending) {
        if (ending instanceof Ending.Redirected redirected) {
            return Optional.of(redirected.statusCode());
        }
        return ending instanceof Ending.Answered answered ? Optional.of(answered.statusCode()) : Optional.empty();
    }
}
