package dev.alb.serve.proxy;

import dev.alb.topology.Topologies;
import dev.alb.topology.Topology;
import java.util.ArrayList;
import java.util.List;

/**
 * A load balancer with an HTTP listener on port 80 and an HTTPS listener on port 443, both of which forward all to the target
 * group app with its target i-app.
 *
 * @param loadBalancer more arguments of the load balancer
 * @param listener more arguments of both listeners
 * @param group more arguments of the target group
 * @param action of both listeners where no rule applies
 * @param rules of the HTTP listener
 * @param resources more resources
 */
record Stack(
        String loadBalancer, String listener, String group, String action, List<String> rules, List<String> resources) {
    static final String UNCHECKED = "'health_check': [{'enabled': false}]";

    static Stack plain() {
        return new Stack(
                "",
                "",
                "",
                "{'type': 'forward', 'target_group_arn': '${aws_lb_target_group.app.arn}'}",
                List.of(),
                List.of());
    }

    Stack withLoadBalancer(String arguments) {
        return new Stack(arguments, listener, group, action, rules, resources);
    }

    Stack withListener(String arguments) {
        return new Stack(loadBalancer, arguments, group, action, rules, resources);
    }

    Stack withGroup(String arguments) {
        return new Stack(loadBalancer, listener, arguments, action, rules, resources);
    }

    Stack withAction(String block) {
        return new Stack(loadBalancer, listener, group, block, rules, resources);
    }

    /** A rule of the HTTP listener; its priority is its place. */
    Stack withRule(String name, String conditions, String action) {
        List<String> more = new ArrayList<>(rules);
        more.add("""
                '%s': {'listener_arn': '${aws_lb_listener.http.arn}', 'priority': %d, 'condition': [%s], %s}""".formatted(name, more.size() + 1, conditions, action));
        return new Stack(loadBalancer, listener, group, action(), more, resources);
    }

    Stack withResource(String resource) {
        List<String> more = new ArrayList<>(resources);
        more.add(resource);
        return new Stack(loadBalancer, listener, group, action, rules, more);
    }

    /** Another target group of one target that is called alike, i-NAME. */
    Stack withTargetGroup(String name, String arguments) {
        return withResource("'aws_lb_target_group': {'%1$s': %2$s}, 'aws_lb_target_group_attachment': {'%1$s': %3$s}"
                .formatted(
                        name,
                        "{'port': 8091, 'protocol': 'HTTP', " + UNCHECKED + more(arguments) + "}",
                        attachment(name)));
    }

    private static String attachment(String group) {
        return "{'target_group_arn': '${aws_lb_target_group.%1$s.arn}', 'target_id': 'i-%1$s'}".formatted(group);
    }

    private static String more(String arguments) {
        return arguments.isEmpty() ? "" : ", " + arguments;
    }

    Topology topology() {
        String spoken = group.contains("'protocol'") ? group : "'protocol': 'HTTP'" + more(group);
        String checked = spoken.contains("health_check") ? spoken : UNCHECKED + more(spoken);
        List<String> all = new ArrayList<>(resources);
        all.add(0, """
                'aws_lb': {'alb': {'name': 'wiki'%1$s}},
                'aws_route53_record': {'wiki': {'name': 'wiki.example.com', 'type': 'A', 'zone_id': 'Z1',
                  'alias': [{'name': '${aws_lb.alb.dns_name}'}]}},
                'aws_acm_certificate': {'main': {'domain_name': 'wiki.example.com'}},
                'aws_lb_target_group': {'app': {'port': 8090, %3$s}},
                'aws_lb_target_group_attachment': {'app': %4$s},
                'aws_lb_listener': {
                  'http': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': 80, 'protocol': 'HTTP'%2$s,
                    'default_action': [%5$s]},
                  'https': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': 443, 'protocol': 'HTTPS'%2$s,
                    'certificate_arn': '${aws_acm_certificate.main.arn}', 'default_action': [%5$s]}},
                'aws_lb_listener_rule': {%6$s}""".formatted(
                more(loadBalancer), more(listener), checked, attachment("app"), action, String.join(",", rules)));
        return Topologies.of("{'resource': {" + merged(all) + "}}");
    }

    /** JSON keeps the last of two keys that are equal, so that types of resources have to be put together. */
    private static String merged(List<String> resources) {
        return Merging.of(resources);
    }
}
