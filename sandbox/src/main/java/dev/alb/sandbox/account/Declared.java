package dev.alb.sandbox.account;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an account file declared.
 *
 * @param file where it lies, if it is a file
 * @param fingerprints which objects it declared, each with a fingerprint of what it said
 */
record Declared(Optional<String> file, Map<ObjectKey, String> fingerprints) {
    Declared {
        fingerprints = new TreeMap<>(fingerprints);
    }

    static Declared nothing() {
        return new Declared(Optional.empty(), Map.of());
    }
}
