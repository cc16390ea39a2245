package dev.alb.verify.probes;

import java.util.Map;

/** Sends requests. */
@FunctionalInterface
public interface Http {

    /**
     * Sends one GET and follows nothing.
     *
     * @param path with the query
     * @param headers besides the host
     * @throws Unreachable if no whole answer comes
     */
    Answer get(Entrance entrance, String path, Map<String, String> headers) throws Unreachable;

    /** The same with no further header. */
    default Answer get(Entrance entrance, String path) throws Unreachable {
        return get(entrance, path, Map.of());
    }
}
