package dev.alb.routing;

import java.util.Optional;

/**
 * A set of texts of printable ASCII, often an infinite one, with exact operations.
 *
 * <p>It is a finite automaton: every set that wildcards, alternatives and exclusions can describe is one, and nothing is
 * lost by combining them.
 */
public final class TextSet {
    private static final TextSet NOTHING = new TextSet(Automaton.constant(false));
    private static final TextSet EVERYTHING = new TextSet(Automaton.constant(true));

    private final Automaton automaton;

    private TextSet(Automaton automaton) {
        this.automaton = automaton;
    }

    /** No text at all. */
    public static TextSet nothing() {
        return NOTHING;
    }

    /** Every text. */
    public static TextSet everything() {
        return EVERYTHING;
    }

    /** One text alone. */
    public static TextSet only(String text) {
        return of(Wildcards.automaton(text.chars().toArray()));
    }

    /** The texts that a pattern takes: {@code *} is any characters or none, {@code ?} exactly one. */
    public static TextSet glob(String pattern) {
        return of(Wildcards.automaton(Wildcards.parse(pattern)));
    }

    /** The texts that some automaton accepts. */
    static TextSet of(Automaton automaton) {
        return automaton.isConstant() ? (automaton.isEmpty() ? NOTHING : EVERYTHING) : new TextSet(automaton);
    }

    /** The texts that are in one of both. */
    public TextSet union(TextSet other) {
        if (this == EVERYTHING || other == NOTHING) {
            return this;
        }
        return other == EVERYTHING || this == NOTHING ? other : combined(other, (a, b) -> a || b);
    }

    /** The texts that are in both. */
    public TextSet intersection(TextSet other) {
        if (this == NOTHING || other == EVERYTHING) {
            return this;
        }
        return other == NOTHING || this == EVERYTHING ? other : combined(other, (a, b) -> a && b);
    }

    /** The texts that are in this one and not in the other. */
    public TextSet minus(TextSet other) {
        return other == NOTHING || this == NOTHING ? this : combined(other, (a, b) -> a && !b);
    }

    /** Whether both have no text in common. */
    public boolean isDisjoint(TextSet other) {
        return Product.areDisjoint(automaton, other.automaton);
    }

    /** Whether there is no text in it. */
    public boolean isEmpty() {
        return automaton.isEmpty();
    }

    /** Whether every text of the other is in it. */
    public boolean contains(TextSet other) {
        return this == other || other.minus(this).isEmpty();
    }

    /** Whether a text is in it. */
    public boolean contains(String text) {
        return automaton.accepts(text);
    }

    /** One of the shortest texts in it, the same one each time; none if it is empty. */
    public Optional<String> example() {
        return automaton.example();
    }

    private TextSet combined(TextSet other, Acceptance operator) {
        return of(Product.of(automaton, other.automaton, operator));
    }

    /** Whether both hold the same texts. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TextSet set && automaton.equals(set.automaton);
    }

    @Override
    public int hashCode() {
        return automaton.hashCode();
    }

    @Override
    public String toString() {
        return example().map(text -> "texts such as \"" + text + "\"").orElse("no text");
    }
}
