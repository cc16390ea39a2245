package dev.alb.serverxml;

import java.util.Optional;

/**
 * A system property of Confluence's JVM that has to do with Synchrony.
 *
 * @param name such as {@code synchrony.port}
 * @param value what it has to be; empty where it has to be left out
 * @param need what it means that it isn't given
 * @param why what becomes of a site on which it is otherwise
 */
record JvmProperty(String name, Optional<String> value, Need need, String why) {
    /** What it means that a property isn't given. */
    enum Need {
        /** Something doesn't work. */
        REQUIRED,
        /** It works, by a way round. */
        ADVISED,
        /** The same, as it is the default. */
        DEFAULT
    }

    static JvmProperty of(String name, String value, Need need, String why) {
        return new JvmProperty(name, Optional.of(value), need, why);
    }

    static JvmProperty leftOut(String name, String why) {
        return new JvmProperty(name, Optional.empty(), Need.DEFAULT, why);
    }

    /** How Java is told, as in {@code -Dsynchrony.port=8091}; empty where it is left out. */
    Optional<String> option() {
        return value.map(given -> "-D" + name + "=" + given);
    }
}
