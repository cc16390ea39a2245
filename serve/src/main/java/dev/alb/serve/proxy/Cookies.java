package dev.alb.serve.proxy;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cookies of a request. */
final class Cookies {
    private Cookies() {}

    /** By their names; of two that are called the same, the first. */
    static Map<String, String> of(@Nullable String header) {
        if (header == null) {
            return Map.of();
        }
        Map<String, String> cookies = new HashMap<>();
        for (String part : header.split(";")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                cookies.putIfAbsent(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
            }
        }
        return cookies;
    }
}
