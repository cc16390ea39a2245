package dev.alb.route;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.routing.Decision;
import dev.alb.routing.Rule;
import dev.alb.snapshot.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Routes as JSON, for programs; the README has the fields. */
public final class RouteJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RouteJson() {}

    /**
     * One document.
     *
     * @param routes in their order; a redirect that is followed stands behind the one that leads to it
     * @param failures the expectations that aren't met
     */
    public static String of(List<Route> routes, List<String> failures) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("routes", routes.stream().map(RouteJson::route).toList());
        document.put("failures", failures);
        return JsonText.write(JSON.valueToTree(document));
    }

    private static Map<String, @Nullable Object> route(Route route) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Map<String, @Nullable Object> request = new LinkedHashMap<>();
        request.put("method", route.request().method());
        request.put("url", route.request().url());
        request.put("headers", new TreeMap<>(route.request().headers()));
        request.put("source_ip", route.request().source());
        json.put("request", request);
        json.put("load_balancer", route.loadBalancer());
        json.put("listener", route.listener().map(one -> one.name()).orElse(null));
        json.put("tls", route.tls().map(RouteJson::tls).orElse(null));
        json.put("rule", route.rule().orElse(null));
        json.put("passed", route.decision().map(RouteJson::passed).orElse(List.of()));
        json.put("possible", route.decision().map(RouteJson::possible).orElse(List.of()));
        json.put("authentication", route.authentication());
        json.put("outcome", route.ending().kind());
        json.putAll(new EndingJson(route.ending()).fields());
        json.put("notes", route.notes());
        return json;
    }

    private static Map<String, Object> tls(Tls tls) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("certificates", tls.certificates());
        json.put(
                "covers_host",
                switch (tls.covers()) {
                    case YES -> "yes";
                    case NO -> "no";
                    case CANNOT_TELL -> "cannot tell";
                });
        json.put("mutual_authentication", tls.mutual());
        return json;
    }

    private static List<Object> passed(Decision decision) {
        List<Object> passed = new ArrayList<>();
        for (Decision.Passed one : decision.passed()) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put("rule", one.rule().name());
            json.put("priority", one.rule().priority());
            json.put("asks_for", one.reason());
            passed.add(json);
        }
        return passed;
    }

    private static List<String> possible(Decision decision) {
        return decision.certain()
                ? List.of()
                : decision.possible().stream().map(Rule::name).toList();
    }
}
