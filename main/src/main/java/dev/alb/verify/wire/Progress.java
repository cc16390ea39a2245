package dev.alb.verify.wire;

import dev.alb.verify.probes.Entrance;

/** How far an attempt has come, for the message if it gets no further. */
final class Progress {
    private final Entrance entrance;
    private volatile boolean connected;

    Progress(Entrance entrance) {
        this.entrance = entrance;
    }

    void connected() {
        connected = true;
    }

    boolean isConnected() {
        return connected;
    }

    String where() {
        return entrance.where();
    }
}
