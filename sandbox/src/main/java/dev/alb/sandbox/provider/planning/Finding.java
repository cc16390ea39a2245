package dev.alb.sandbox.provider.planning;

import dev.alb.sandbox.values.ValuePath;

/**
 * Something that the provider refuses before it asks AWS.
 *
 * @param path the attribute at fault
 * @param summary the headline of the error
 * @param detail what is wrong, with the attribute and the value
 */
public record Finding(ValuePath path, String summary, String detail) {
    private static final String COMBINATION = "Invalid Attribute Combination";

    /** Attributes that do not go together. */
    static Finding combination(ValuePath path, String detail) {
        return new Finding(path, COMBINATION, detail);
    }

    /** A value that is none of its kind. */
    static Finding value(ValuePath path, String detail) {
        return new Finding(path, "Invalid value", detail);
    }
}
