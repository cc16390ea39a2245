package dev.alb.cli;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What libraries would print by themselves, of which a user understands nothing; {@code ALB_DEBUG=1} shows it. */
final class LibraryLogs {
    /** Kept, as a logger that nobody holds is forgotten with its level. */
    private static final List<Logger> HELD = List.of(Logger.getLogger("io.vertx"), Logger.getLogger("io.netty"));

    private LibraryLogs() {}

    /** Holds it back; to be called before a library is used. */
    static void holdBack() {
        if (System.getenv("ALB_DEBUG") != null) {
            return;
        }
        // AWS's SDK brings SLF4J along, which complains that nobody gives it anything to log with.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        HELD.forEach(logger -> logger.setLevel(Level.OFF));
    }
}
