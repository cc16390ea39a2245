package dev.alb.verify.probes;

import java.util.List;

/** Says that whoever knows something didn't tell it. */
public final class Untold extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> remedies;

    /**
     * A failure.
     *
     * @param message what isn't known and why, as a sentence
     * @param remedies what to do
     */
    public Untold(String message, String... remedies) {
        super(message);
        this.remedies = List.of(remedies);
    }

    /** What to do, most likely first. */
    public List<String> remedies() {
        return remedies;
    }
}
