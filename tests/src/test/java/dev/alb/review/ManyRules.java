package dev.alb.review;

import dev.alb.snapshot.Plan;
import dev.alb.snapshot.Snapshot;
import dev.alb.snapshot.SynthesizedJson;
import dev.alb.snapshot.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A listener with as many rules as it may have, before and after. */
final class ManyRules {
    private ManyRules() {}

    /** Rules of five values each; the one of a number goes to another target group after. */
    static Comparison of(int count, int changed) {
        Snapshot before = snapshot(rules(count, -1));
        Snapshot after = snapshot(rules(count, changed));
        return new Comparison(new Plan("1.11.4", before, after, List.of(), List.of(), false, true));
    }

    private static String rules(int count, int changed) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> rule(number, number == changed ? "b" : "a"))
                .collect(Collectors.joining(","));
    }

    private static String rule(int number, String group) {
        return """
                'r%1$d': {'listener_arn': '${aws_lb_listener.http.arn}', 'priority': %1$d,
                  'condition': [
                    {'host_header': {'values': ['h%2$d.example.com', '*.h%2$d.example.com']}},
                    {'path_pattern': {'values': ['/s%1$d/*', '/*/s%1$d', '/t%1$d*x']}}],
                  'action': [{'type': 'forward', 'target_group_arn': '${aws_lb_target_group.%3$s.arn}'}]}""".formatted(number, number % 7, group);
    }

    private static Snapshot snapshot(String rules) {
        String json = """
                {'resource': {
                  'aws_lb': {'alb': {'name': 'alb'}},
                  'aws_lb_target_group': {'a': {'port': 8090, 'protocol': 'HTTP'}, 'b': {'port': 8091, 'protocol': 'HTTP'}},
                  'aws_lb_listener': {'http': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': 80, 'protocol': 'HTTP',
                    'default_action': [{'type': 'fixed-response', 'fixed_response': {'status_code': '404',
                      'content_type': 'text/plain'}}]}},
                  'aws_lb_listener_rule': {%s}}}""".formatted(rules).replace('\'', '"');
        try {
            return SynthesizedJson.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "cdk.tf.json");
        } catch (UnreadableInput e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
