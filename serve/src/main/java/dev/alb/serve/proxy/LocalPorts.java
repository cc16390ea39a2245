package dev.alb.serve.proxy;

import java.util.Map;

/**
 * Where the ports of AWS are on this machine.
 *
 * @param given 0 for any free one
 * @param isAnyPort whether all others are any free one
 */
record LocalPorts(Map<Integer, Integer> given, boolean isAnyPort) {
    private static final int FIRST_FREE = 1024;
    private static final int SHIFT = 8000;
    private static final Map<Integer, Integer> USUAL = Map.of(80, 8080, 443, 8443);

    /** The port here; 0 for any free one. */
    int of(int port) {
        Integer wished = given.get(port);
        if (wished != null) {
            return wished;
        }
        return isAnyPort ? 0 : USUAL.getOrDefault(port, port < FIRST_FREE ? port + SHIFT : port);
    }
}
