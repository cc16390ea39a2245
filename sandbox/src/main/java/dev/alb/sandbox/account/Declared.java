package dev.alb.sandbox.account;

import java.util.Map;
import java.util.TreeMap;

/** Which objects an account file declared, each with a fingerprint of what it said. */
record Declared(Map<ObjectKey, String> fingerprints) {
    Declared {
        fingerprints = new TreeMap<>(fingerprints);
    }

    static Declared nothing() {
        return new Declared(Map.of());
    }
}
