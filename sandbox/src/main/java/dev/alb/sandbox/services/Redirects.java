package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;

/** What AWS refuses in redirects: those that lead to where they come from, or away from HTTPS. */
final class Redirects {
    private Redirects() {}

    static void check(Action action, Value.Mapping listener) {
        for (Value.Mapping redirect : Blocks.of(action.block(), "redirect").all()) {
            boolean stays = isSame(redirect, "host", "#{host}")
                    && isSame(redirect, "path", "/#{path}")
                    && isSame(redirect, "query", "#{query}")
                    && isSame(redirect, "port", listener.get("port").text())
                    && isSame(redirect, "protocol", listener.get("protocol").text());
            if (stays) {
                throw ActionRules.invalid("The redirect configuration is not valid because it creates a loop.");
            }
            boolean loses = listener.get("protocol").text().equals("HTTPS")
                    && redirect.get("protocol").text().equals("HTTP");
            if (loses) {
                throw ActionRules.invalid("Redirects from HTTPS to HTTP are not supported");
            }
        }
    }

    /** A part of a redirect that leaves a request as it is: a keyword such as {@code #{port}}, or the same value. */
    private static boolean isSame(Value.Mapping redirect, String part, String current) {
        String value = redirect.get(part).text();
        return value.isEmpty()
                || value.equals(current)
                || value.equals("#{" + part + "}")
                || part.equals("path") && value.equals("/#{path}");
    }
}
