package dev.alb.review.checks;

/**
 * A rule of a security group, for one source or destination and for TCP.
 *
 * @param source who
 * @param from the first port
 * @param to the last port
 * @param via the address of what says so
 */
record Grant(Source source, int from, int to, String via) {
    private static final int LAST_PORT = 65535;

    /** Whatever a group lets in of which nothing is known. */
    static Grant unknown(String via) {
        return new Grant(new Source.Unknown(), 0, LAST_PORT, via);
    }

    boolean opens(int port) {
        return from <= port && port <= to;
    }

    /** Whether it lets the same in, whoever says so. */
    boolean isLike(Grant other) {
        return source.equals(other.source) && from == other.from && to == other.to;
    }
}
