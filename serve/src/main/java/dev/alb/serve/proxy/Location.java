package dev.alb.serve.proxy;

import dev.alb.routing.Outcome;
import java.util.Locale;

/** Where a redirect leads. */
final class Location {
    private Location() {}

    /** The URL, with the local port instead of AWS's where it leads back to a listener that is served here. */
    static String of(Outcome.Redirect redirect, RequestHead head, Frontend frontend) {
        String protocol = filled(redirect.protocol(), head, frontend).toLowerCase(Locale.ROOT);
        String host = filled(redirect.host(), head, frontend);
        String port = filled(redirect.port(), head, frontend);
        String query = filled(redirect.query(), head, frontend);
        boolean isHere = host.equals(head.host()) || frontend.names().has(host);
        String actual = isHere ? local(port, frontend) : port;
        boolean isUsual = actual.equals(protocol.equals("https") ? "443" : "80");
        return protocol + "://" + host + (isUsual ? "" : ":" + actual) + filled(redirect.path(), head, frontend)
                + (query.isEmpty() ? "" : "?" + query);
    }

    private static String local(String port, Frontend frontend) {
        Integer local = port.matches("[0-9]{1,5}") ? frontend.localPorts().get(Integer.valueOf(port)) : null;
        return local == null ? port : local.toString();
    }

    private static String filled(String template, RequestHead head, Frontend frontend) {
        if (!template.contains("#{")) {
            return template;
        }
        return template.replace("#{protocol}", frontend.protocol())
                .replace("#{host}", head.host())
                .replace("#{port}", String.valueOf(frontend.port()))
                .replace("#{path}", head.path().substring(1))
                .replace("#{query}", head.query());
    }
}
