package dev.alb.topology;

import dev.alb.snapshot.SynthesizedJson;
import dev.alb.snapshot.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Topologies out of synthesized JSON, in which ' stands for ". */
public final class Topologies {
    private Topologies() {}

    /** The topology of a whole document. */
    public static Topology of(String json) {
        try {
            byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            return Topology.of(SynthesizedJson.read(new ByteArrayInputStream(bytes), "cdk.tf.json"));
        } catch (UnreadableInput e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** One HTTPS listener with rules, each of a name, a priority, conditions and actions; the default action answers 404. */
    public static Topology withRules(List<String> rules) {
        return of("""
                {'resource': {
                  'aws_lb': {'alb': {'name': 'wiki', 'idle_timeout': 300}},
                  'aws_route53_record': {'wiki': {'name': 'wiki.example.com', 'type': 'A', 'zone_id': 'Z1',
                    'alias': [{'name': '${aws_lb.alb.dns_name}'}]}},
                  'aws_acm_certificate': {'main': {'domain_name': 'wiki.example.com'}},
                  'aws_lb_target_group': {
                    'confluence': {'port': 8090, 'protocol': 'HTTP'},
                    'synchrony': {'port': 8091, 'protocol': 'HTTP', 'target_type': 'ip'},
                    'grpc': {'port': 9000, 'protocol': 'HTTP', 'protocol_version': 'GRPC'},
                    'function': {'target_type': 'lambda'}},
                  'aws_lb_target_group_attachment': {
                    'one': {'target_group_arn': '${aws_lb_target_group.synchrony.arn}', 'target_id': '10.0.0.7',
                      'port': 18091}},
                  'aws_autoscaling_attachment': {
                    'nodes': {'lb_target_group_arn': '${aws_lb_target_group.confluence.arn}',
                      'autoscaling_group_name': 'nodes'}},
                  'aws_lb_listener': {
                    'https': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': 443, 'protocol': 'HTTPS',
                      'certificate_arn': '${aws_acm_certificate.main.arn}',
                      'default_action': [{'type': 'fixed-response',
                        'fixed_response': {'status_code': '404', 'content_type': 'text/plain', 'message_body': 'none'}}]},
                    'http': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': 80, 'protocol': 'HTTP',
                      'default_action': [{'type': 'redirect',
                        'redirect': {'protocol': 'HTTPS', 'port': '443', 'status_code': 'HTTP_301'}}]}},
                  'aws_lb_listener_rule': {%s}}}""".formatted(String.join(",", rules)));
    }

    /** A rule of the HTTPS listener. */
    public static String rule(String name, int priority, String conditions, String actions) {
        return "'%s': {'listener_arn': '${aws_lb_listener.https.arn}', 'priority': %d, 'condition': [%s], %s}"
                .formatted(name, priority, conditions, actions);
    }

    /** The action of a rule that forwards. */
    public static String forward(String group) {
        return "'action': [{'type': 'forward', 'target_group_arn': '${aws_lb_target_group.%s.arn}'}]".formatted(group);
    }

    /** A condition with one value. */
    public static String condition(String kind, String value) {
        return "{'%s': {'values': ['%s']}}".formatted(kind, value);
    }
}
