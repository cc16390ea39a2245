package dev.alb.serve.proxy;

import dev.alb.routing.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rules of a listener see of a request; no more than they look at. */
final class RuleRequest {
    private RuleRequest() {}

    static Request of(Passage passage) {
        RequestHead head = passage.head();
        Frontend frontend = passage.frontend();
        return new Request(
                frontend.protocol(),
                frontend.names().deciding(head.host()),
                frontend.port(),
                head.path(),
                frontend.asked().isQuery() ? parameters(head.query()) : List.of(),
                head.method().name(),
                headers(head, frontend.asked().headers()),
                passage.connection().source());
    }

    private static Map<String, String> headers(RequestHead head, Set<String> asked) {
        if (asked.isEmpty()) {
            return Map.of();
        }
        Map<String, String> headers = new HashMap<>();
        for (String name : asked) {
            if (head.headers().contains(name)) {
                headers.put(name, String.join(", ", head.headers().getAll(name)));
            }
        }
        return headers;
    }

    private static List<Request.Parameter> parameters(String query) {
        List<Request.Parameter> parameters = new ArrayList<>();
        for (String part : query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = part.indexOf('=');
            String key = equals < 0 ? part : part.substring(0, equals);
            parameters.add(new Request.Parameter(key, equals < 0 ? "" : part.substring(equals + 1)));
        }
        return parameters;
    }
}
