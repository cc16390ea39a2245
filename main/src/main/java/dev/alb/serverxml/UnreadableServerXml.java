package dev.alb.serverxml;

import org.jspecify.annotations.Nullable;

/** Why a file can't be taken for a {@code server.xml}, in one sentence without the file's name in front. */
public final class UnreadableServerXml extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable Position position;

    UnreadableServerXml(String message) {
        super(message);
        this.position = null;
    }

    UnreadableServerXml(Position position, String message) {
        super(message);
        this.position = position;
    }

    /** The place as {@code :line:column}, or "" where there is none. */
    public String place() {
        return position == null ? "" : ":" + position.line() + ":" + position.column();
    }
}
