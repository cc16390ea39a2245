package dev.alb.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a request must have for a rule to apply; of several values one is enough. */
public sealed interface Condition {

    /**
     * A condition on a part of the request.
     *
     * @param part at which it looks
     * @param patterns of which one must match
     */
    record OnPart(Part part, List<Pattern> patterns) implements Condition {
        /** Copies the patterns. */
        public OnPart {
            patterns = List.copyOf(patterns);
        }

        @Override
        public Answer answer(Request request) {
            Optional<String> text = part.textOf(request);
            return text.isEmpty()
                    ? Answer.CANNOT_TELL
                    : patterns.stream()
                            .map(pattern -> pattern.matches(part, text.get()))
                            .reduce(Answer.NO, Answer::or);
        }

        @Override
        public boolean isExact() {
            return patterns.stream().allMatch(Pattern::isExact);
        }

        TextSet texts() {
            return patterns.stream()
                    .map(pattern -> pattern.texts(part))
                    .reduce(TextSet.nothing(), TextSet::union)
                    .intersection(part.universe());
        }

        @Override
        public String toString() {
            return part + " " + patterns.stream().map(Pattern::toString).collect(Collectors.joining(" or "));
        }
    }

    /**
     * A condition on the parameters of the query string, of which one must match.
     *
     * @param parameters the alternatives
     */
    record OnQuery(List<Parameter> parameters) implements Condition {
        /** Copies the alternatives. */
        public OnQuery {
            parameters = List.copyOf(parameters);
        }

        /**
         * One alternative; a backslash takes the meaning from a wildcard.
         *
         * @param key a pattern; {@code null} for any key
         * @param value a pattern; {@code null} if nobody knows it yet
         */
        public record Parameter(
                @Nullable String key, @Nullable String value) {
            TextSet texts() {
                return TextSet.of(Wildcards.pair(keys(), Universe.SEPARATOR, values()));
            }

            boolean takes(Request.Parameter parameter) {
                return Wildcards.take(keys(), parameter.key().toLowerCase(Locale.ROOT))
                        && Wildcards.take(values(), parameter.value().toLowerCase(Locale.ROOT));
            }

            private int[] keys() {
                return Wildcards.parseEscaped(key == null || value == null ? "*" : key.toLowerCase(Locale.ROOT));
            }

            private int[] values() {
                return Wildcards.parseEscaped(value == null ? "*" : value.toLowerCase(Locale.ROOT));
            }

            @Override
            public String toString() {
                return (key == null ? "" : key + "=") + (value == null ? "(known after apply)" : value);
            }
        }

        @Override
        public Answer answer(Request request) {
            boolean met =
                    parameters.stream().anyMatch(p -> request.query().stream().anyMatch(p::takes));
            return !met ? Answer.NO : isExact() ? Answer.YES : Answer.CANNOT_TELL;
        }

        @Override
        public boolean isExact() {
            return parameters.stream().noneMatch(parameter -> parameter.value() == null);
        }

        TextSet texts() {
            return parameters.stream().map(Parameter::texts).reduce(TextSet.nothing(), TextSet::union);
        }

        @Override
        public String toString() {
            return "query_string "
                    + parameters.stream().map(Parameter::toString).collect(Collectors.joining(" or "));
        }
    }

    /** Something that is known only after the apply, or that this model doesn't know. */
    record Unknown(String what) implements Condition {
        @Override
        public Answer answer(Request request) {
            return Answer.CANNOT_TELL;
        }

        @Override
        public boolean isExact() {
            return false;
        }

        @Override
        public String toString() {
            return what;
        }
    }

    /** Whether a request meets it. */
    Answer answer(Request request);

    /** Whether it is known of each request whether it meets it. */
    boolean isExact();

    /** All of some conditions, as a person says it; empty for none. */
    static String inWords(List<Condition> conditions) {
        return conditions.stream().map(Condition::toString).collect(Collectors.joining(" and "));
    }

    /** The requests that may meet all of some conditions. */
    static RequestSet requests(List<Condition> conditions) {
        RequestSet all = RequestSet.everything();
        List<TextSet> queries = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof OnPart onPart) {
                all = all.narrowed(onPart.part(), onPart.texts());
            } else if (condition instanceof OnQuery onQuery) {
                queries.add(onQuery.texts());
            }
        }
        return all.requiring(queries);
    }
}
