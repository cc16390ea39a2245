package dev.alb.verify.probes;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A target group of a site.
 *
 * @param service {@code confluence} or {@code synchrony}
 * @param name in AWS; "" where AWS completes it
 * @param nodes ids or addresses that must be in it; empty where an auto scaling group says which
 */
public record Group(String service, String name, Set<String> nodes) {

    /** Keeps the nodes in order. */
    public Group {
        nodes = new TreeSet<>(nodes);
    }

    /** The service as a name: {@code Confluence} or {@code Synchrony}. */
    public String title() {
        return service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
    }
}
