package dev.alb.topology;

import dev.alb.routing.Condition;
import dev.alb.routing.Part;
import dev.alb.routing.Pattern;
import dev.alb.routing.Request;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A request as clients of a listener send it, so that examples are ones that a reviewer knows. */
final class UsualRequest {
    private static final String UNKNOWN_HOST = "host.example.com";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private UsualRequest() {}

    static Request of(Topology topology, Listener listener) {
        String protocol = listener.protocol().orElse("HTTPS").toLowerCase(Locale.ROOT);
        int port = listener.port().orElse(protocol.equals("http") ? HTTP : HTTPS);
        return Request.of(protocol + "://" + host(topology, listener) + ":" + port + "/");
    }

    private static String host(Topology topology, Listener listener) {
        Optional<String> byDns = listener.loadBalancer()
                .target()
                .flatMap(one -> topology.hosts(one).stream()
                        .filter(UsualRequest::isPlain)
                        .findFirst());
        return byDns.or(() -> inRules(listener).filter(UsualRequest::isPlain).findFirst())
                .orElse(UNKNOWN_HOST);
    }

    private static Stream<String> inRules(Listener listener) {
        return listener.table().rules().stream()
                .flatMap(rule -> rule.conditions().stream())
                .flatMap(condition -> condition instanceof Condition.OnPart onPart
                                && onPart.part().equals(Part.HOST)
                        ? onPart.patterns().stream()
                        : Stream.of())
                .flatMap(pattern -> pattern instanceof Pattern.Glob glob ? Stream.of(glob.pattern()) : Stream.of());
    }

    private static boolean isPlain(String host) {
        return host.matches("[A-Za-z0-9.-]*[A-Za-z0-9]");
    }
}
