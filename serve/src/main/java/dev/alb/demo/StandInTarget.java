package dev.alb.demo;

/**
 * What a stand-in listens for: one port of one target.
 *
 * @param id of the target, such as {@code i-1}
 * @param port its port in AWS
 * @param kind what runs there
 * @param context where Confluence is, such as {@code /wiki}; empty for the root and for Synchrony
 * @param isEncrypted whether the load balancer speaks HTTPS to it
 */
record StandInTarget(String id, int port, Kind kind, String context, boolean isEncrypted) {
    /** What runs behind a port. */
    enum Kind {
        /** Confluence itself. */
        CONFLUENCE,
        /** The process behind collaborative editing. */
        SYNCHRONY
    }

    /** By which it is found. */
    String key() {
        return key(id, port);
    }

    static String key(String id, int port) {
        return id + " " + port;
    }
}
