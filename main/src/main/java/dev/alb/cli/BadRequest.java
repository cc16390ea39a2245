package dev.alb.cli;

/** Says what is wrong with a request that somebody has written down. */
final class BadRequest extends Exception {
    private static final long serialVersionUID = 1L;

    private final String key;
    private final String rule;
    private final String actual;

    /**
     * A violation.
     *
     * @param key the part of the request, as files call it
     * @param rule what it must be
     * @param actual what it is
     */
    BadRequest(String key, String rule, String actual) {
        super(key.replace('_', ' ') + " must " + rule + ", got " + actual);
        this.key = key;
        this.rule = rule;
        this.actual = actual;
    }

    String key() {
        return key;
    }

    String rule() {
        return rule;
    }

    String actual() {
        return actual;
    }
}
