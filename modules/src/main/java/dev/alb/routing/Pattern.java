package dev.alb.routing;

import dev.alb.terraform.Cidr;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** One value of a condition, against which a part of the request is held. */
public sealed interface Pattern {

    /** A text in which {@code *} stands for any characters or none and {@code ?} for one. */
    record Glob(String pattern) implements Pattern {
        @Override
        public TextSet texts(Part part) {
            String text = textOf(part);
            return part.kind() == Part.Kind.METHOD ? TextSet.only(text) : TextSet.glob(text);
        }

        @Override
        public boolean isExact() {
            return true;
        }

        @Override
        public Answer matches(Part part, String text) {
            return Answer.of(
                    part.kind() == Part.Kind.METHOD
                            ? pattern.equals(text)
                            : Wildcards.take(Wildcards.parse(textOf(part)), text));
        }

        private String textOf(Part part) {
            String text = part.ignoresCase() ? pattern.toLowerCase(Locale.ROOT) : pattern;
            return part.kind() == Part.Kind.HEADER ? Universe.PRESENT + text : text;
        }

        @Override
        public String toString() {
            return pattern;
        }
    }

    /** A network of addresses. */
    record Network(Cidr cidr) implements Pattern {
        /** A network such as {@code 10.0.0.0/8}; none if a text is not one. */
        public static Optional<Pattern> of(String text) {
            return Cidr.ofNetwork(text).map(Network::new);
        }

        @Override
        public TextSet texts(Part part) {
            return Addresses.of(cidr);
        }

        @Override
        public boolean isExact() {
            return true;
        }

        @Override
        public Answer matches(Part part, String text) {
            return Answer.of(text.startsWith(Addresses.prefix(cidr)));
        }

        @Override
        public String toString() {
            return cidr.toString();
        }
    }

    /**
     * A regular expression. AWS doesn't say whether it has to match the whole text or a part of it, so only what comes out
     * the same in both cases is certain.
     */
    record Regex(String regex) implements Pattern {
        @Override
        public TextSet texts(Part part) {
            return part.universe();
        }

        @Override
        public boolean isExact() {
            return false;
        }

        @Override
        public Answer matches(Part part, String text) {
            if (part.kind() == Part.Kind.HEADER && text.isEmpty()) {
                return Answer.NO;
            }
            String value = part.kind() == Part.Kind.HEADER ? text.substring(1) : text;
            return compiled(part)
                    .map(pattern -> pattern.matcher(value))
                    .map(matcher -> matcher.matches() ? Answer.YES : matcher.find() ? Answer.CANNOT_TELL : Answer.NO)
                    .orElse(Answer.CANNOT_TELL);
        }

        private Optional<java.util.regex.Pattern> compiled(Part part) {
            try {
                int flags = part.ignoresCase() ? java.util.regex.Pattern.CASE_INSENSITIVE : 0;
                return Optional.of(java.util.regex.Pattern.compile(regex, flags));
            } catch (PatternSyntaxException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return "regex " + regex;
        }
    }

    /** A value that nobody knows yet. */
    record Unknown() implements Pattern {
        @Override
        public TextSet texts(Part part) {
            return part.universe();
        }

        @Override
        public boolean isExact() {
            return false;
        }

        @Override
        public Answer matches(Part part, String text) {
            return Answer.CANNOT_TELL;
        }

        @Override
        public String toString() {
            return "(known after apply)";
        }
    }

    /** The texts that can match at all, as a part has them. */
    TextSet texts(Part part);

    /** Whether each of these texts does match. */
    boolean isExact();

    /** Whether a text of a part matches. */
    Answer matches(Part part, String text);
}
