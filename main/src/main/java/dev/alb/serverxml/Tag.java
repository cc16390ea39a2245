package dev.alb.serverxml;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The start tag of an element, with where everything stands.
 *
 * @param name of the element
 * @param start where {@code <} stands
 * @param parent the element around it; {@code null} for the root
 * @param attributes in their order
 * @param end where the name or the last attribute ends
 */
record Tag(String name, int start, @Nullable Tag parent, List<Attribute> attributes, int end) {

    /**
     * An attribute of a start tag.
     *
     * @param name of it
     * @param start where its name begins
     * @param valueStart behind the opening quote
     * @param valueEnd where the closing quote stands
     * @param value what the file means by what stands between
     */
    record Attribute(String name, int start, int valueStart, int valueEnd, String value) {}

    Optional<Attribute> attribute(String wanted) {
        return attributes.stream().filter(one -> one.name.equals(wanted)).findFirst();
    }

    Optional<String> value(String wanted) {
        return attribute(wanted).map(Attribute::value);
    }

    /** Whether it stands in elements of these names, from the root to the one around it. */
    boolean isBelow(String... names) {
        Tag around = parent;
        for (int i = names.length - 1; i >= 0; i--) {
            if (around == null || !around.name.equals(names[i])) {
                return false;
            }
            around = around.parent;
        }
        return around == null;
    }

    /** The change by which an attribute gets a value. */
    Edit set(String text, String wanted, String value) {
        return attribute(wanted)
                .map(there -> new Edit(there.valueStart, there.valueEnd, value))
                .orElseGet(() -> add(text, wanted, value));
    }

    /** Behind the last attribute, on a line of its own if that one has one, and quoted alike. */
    private Edit add(String text, String wanted, String value) {
        if (attributes.isEmpty()) {
            return new Edit(end, end, " " + wanted + "=\"" + value + "\"");
        }
        Attribute last = attributes.get(attributes.size() - 1);
        int from = last.start;
        while (isBlank(text.charAt(from - 1))) {
            from--;
        }
        char quote = text.charAt(last.valueEnd);
        return new Edit(end, end, separator(text.substring(from, last.start)) + wanted + "=" + quote + value + quote);
    }

    /** One line break and the indentation, though there may be empty lines before; or a blank. */
    private static String separator(String blanks) {
        int line = Math.max(blanks.lastIndexOf('\n'), blanks.lastIndexOf('\r'));
        if (line < 0) {
            return " ";
        }
        boolean isSecondOfTwo = line > 0 && blanks.charAt(line) == '\n' && blanks.charAt(line - 1) == '\r';
        return blanks.substring(isSecondOfTwo ? line - 1 : line);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
