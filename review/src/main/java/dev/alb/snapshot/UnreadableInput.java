package dev.alb.snapshot;

/** Says what is wrong with a file that is none of those that can be read, and what to do. */
public final class UnreadableInput extends Exception {
    private static final long serialVersionUID = 1L;

    /** A message for a person. */
    public UnreadableInput(String message) {
        super(message);
    }
}
