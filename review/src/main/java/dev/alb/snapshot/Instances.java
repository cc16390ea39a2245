package dev.alb.snapshot;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which instances of which resources there are. */
final class Instances {
    private final Map<String, Set<String>> keys = new HashMap<>();

    /** Those of some addresses. */
    Instances(Collection<String> addresses) {
        for (String text : addresses) {
            Address address = Address.of(text);
            keys.computeIfAbsent(address.withoutKey(), name -> new TreeSet<>()).add(address.key());
        }
    }

    /** The keys of a resource; an empty key is that of the only instance. */
    Set<String> keysOf(String resource) {
        return keys.getOrDefault(resource, Set.of());
    }
}
