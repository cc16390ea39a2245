package dev.alb.serve.proxy;

import io.vertx.core.MultiMap;

/** The header in which each proxy on the way writes who it got a request from. */
final class ForwardedFor {
    static final String HEADER = "X-Forwarded-For";

    private ForwardedFor() {}

    /** Writes what a target gets. */
    static void write(Passage passage, MultiMap to) {
        LoadBalancerAttributes attributes = passage.frontend().loadBalancer();
        MultiMap from = passage.head().headers();
        switch (attributes.forwardedFor()) {
            case "remove" -> {}
            case "preserve" -> {
                if (from.contains(HEADER)) {
                    to.add(HEADER, from.getAll(HEADER));
                }
            }
            default -> to.add(HEADER, appended(from, client(passage, attributes.hasClientPort())));
        }
    }

    private static String appended(MultiMap from, String client) {
        return from.contains(HEADER) ? String.join(", ", from.getAll(HEADER)) + ", " + client : client;
    }

    private static String client(Passage passage, boolean withPort) {
        String source = passage.connection().source();
        if (!withPort) {
            return source;
        }
        int port = passage.connection().client().getPort();
        return source.contains(":") ? "\"[" + source + "]:" + port + "\"" : source + ":" + port;
    }
}
