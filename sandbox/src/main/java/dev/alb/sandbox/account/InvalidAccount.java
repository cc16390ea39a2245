package dev.alb.sandbox.account;

import java.util.List;

/**
 * What is kept or said about an account cannot be used: which file, what is wrong in it, and what to change, for all that was
 * found.
 */
public final class InvalidAccount extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Complaint> complaints;

    InvalidAccount(List<Complaint> complaints) {
        super(String.join("\n", complaints.stream().map(Complaint::toString).toList()), null, false, false);
        this.complaints = List.copyOf(complaints);
    }

    InvalidAccount(Complaint complaint) {
        this(List.of(complaint));
    }

    /** Each thing that is wrong. */
    public List<Complaint> complaints() {
        return complaints;
    }

    /**
     * One thing that is wrong.
     *
     * @param where the file, and the place in it
     * @param rule what must be there
     * @param got what is there
     * @param fix what to change
     */
    public record Complaint(String where, String rule, String got, String fix) {
        @Override
        public String toString() {
            return where + " must " + rule + ", got " + got + "\n    " + fix;
        }
    }
}
