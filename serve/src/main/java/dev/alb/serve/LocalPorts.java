package dev.alb.serve;

import java.util.Map;

/**
 * Where the ports of AWS are on this machine.
 *
 * @param given the ports here by those in AWS; 0 is any free one
 * @param isAnyPort whether a port that is not among these is any free one here, instead of the usual
 */
public record LocalPorts(Map<Integer, Integer> given, boolean isAnyPort) {
    private static final int FIRST_FREE = 1024;
    private static final int SHIFT = 8000;

    /** Copies the ports. */
    public LocalPorts {
        given = Map.copyOf(given);
    }

    /** The port here; 0 for any free one. */
    public int of(int port) {
        Integer wished = given.get(port);
        if (wished != null) {
            return wished;
        }
        return isAnyPort ? 0 : usual(port);
    }

    /** Where a port is if nobody says anything: 8000 higher if not everybody may open it, or else the same. */
    public static int usual(int port) {
        return port < FIRST_FREE ? port + SHIFT : port;
    }
}
