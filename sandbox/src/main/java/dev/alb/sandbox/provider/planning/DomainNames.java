package dev.alb.sandbox.provider.planning;

import java.util.Locale;

/** Domain names as Route 53 has them: in small letters, without the dot at the end. */
final class DomainNames {
    private DomainNames() {}

    static String normalize(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.length() > 1 && small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
    }
}
