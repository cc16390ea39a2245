package dev.alb.verify.probes;

import java.time.Duration;
import java.util.Optional;

/** Opens WebSockets. */
@FunctionalInterface
public interface WebSockets {

    /**
     * Opens one, sends nothing for a time, then asks by a ping whether the other end is still there, and closes it.
     *
     * @throws Refused if the answer isn't 101
     * @throws Unreachable if no answer comes, or one that breaks the protocol
     */
    Conversation open(Entrance entrance, String path, Duration quiet) throws Unreachable, Refused;

    /**
     * How it went.
     *
     * @param survived whether it was still open after the quiet, and answered
     * @param lasted until it was closed by the other end, or until the answer to the ping
     * @param closeCode the other end's, if it gave one
     */
    record Conversation(boolean survived, Duration lasted, Optional<Integer> closeCode) {}

    /** Says that a server answered, and didn't switch to WebSocket. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Answer answer;

        /** A refusal. */
        public Refused(Answer answer) {
            super("HTTP " + answer.status());
            this.answer = answer;
        }

        /** What came instead. */
        public Answer answer() {
            return answer;
        }
    }
}
