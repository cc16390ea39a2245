package dev.alb.topology;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.routing.Condition;
import dev.alb.routing.Outcome;
import dev.alb.routing.Part;
import dev.alb.routing.Pattern;
import dev.alb.routing.RoutingTable;
import dev.alb.routing.Rule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes a table as somebody writes Terraform JSON, so that what is read is compared with what was meant. */
public final class WrittenTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WrittenTable() {}

    /** A listener on port 443 with the rules of a table, whose target groups are those of its outcomes. */
    public static Topology read(RoutingTable table) {
        Map<String, Object> rules = new TreeMap<>();
        Map<String, Object> groups = new TreeMap<>();
        for (Rule rule : table.rules()) {
            Map<String, Object> written = new LinkedHashMap<>();
            written.put("listener_arn", "${aws_lb_listener.https.arn}");
            written.put("priority", rule.priority());
            written.put(
                    "condition",
                    rule.conditions().stream().map(WrittenTable::condition).toList());
            written.put("action", List.of(action(rule.outcome(), groups)));
            rules.put(rule.name(), written);
        }
        Map<String, Object> listener = new LinkedHashMap<>();
        listener.put("load_balancer_arn", "${aws_lb.alb.arn}");
        listener.put("port", 443);
        listener.put("protocol", "HTTPS");
        listener.put("default_action", List.of(action(table.defaultOutcome(), groups)));
        Map<String, Object> resources = new TreeMap<>();
        resources.put("aws_lb", Map.of("alb", Map.of("name", "alb")));
        resources.put("aws_lb_listener", Map.of("https", listener));
        resources.put("aws_lb_listener_rule", rules);
        resources.put("aws_lb_target_group", groups);
        return Topologies.of(JSON.valueToTree(Map.of("resource", resources)).toString());
    }

    private static Map<String, Object> action(Outcome outcome, Map<String, Object> groups) {
        Outcome.Forward forward = (Outcome.Forward) outcome.steps().get(0);
        String group = forward.targetGroups().get(0).targetGroup();
        groups.put(group, Map.of("port", 8090, "protocol", "HTTP"));
        return Map.of("type", "forward", "target_group_arn", "${aws_lb_target_group." + group + ".arn}");
    }

    private static Map<String, Object> condition(Condition condition) {
        if (condition instanceof Condition.OnQuery query) {
            return Map.of(
                    "query_string",
                    query.parameters().stream().map(WrittenTable::parameter).toList());
        }
        Condition.OnPart onPart = (Condition.OnPart) condition;
        List<String> values = onPart.patterns().stream().map(Pattern::toString).toList();
        Part part = onPart.part();
        return part.kind() == Part.Kind.HEADER
                ? Map.of("http_header", Map.of("http_header_name", part.header(), "values", values))
                : Map.of(part.kind().terraformName(), Map.of("values", values));
    }

    private static Map<String, Object> parameter(Condition.OnQuery.Parameter parameter) {
        Map<String, Object> written = new LinkedHashMap<>();
        if (parameter.key() != null) {
            written.put("key", parameter.key());
        }
        written.put("value", String.valueOf(parameter.value()));
        return written;
    }
}
