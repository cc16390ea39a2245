package dev.alb.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** How load balancers are put together, and what isn't said about those of somebody else. */
class TopologyTest {
    private static String rule(String name, String listener) {
        return "'%s': {'listener_arn': '%s', 'priority': 1, 'condition': [{'path_pattern': {'values': ['/*']}}], %s}"
                .formatted(name, listener, Topologies.forward("app"));
    }

    private static Topology withRules(String more, String... rules) {
        return Topologies.of("""
                {%s 'resource': {'aws_lb_target_group': {'app': {'port': 80, 'protocol': 'HTTP'}},
                  'aws_lb_listener_rule': {%s}}}""".formatted(more, String.join(",", rules)));
    }

    @Test
    void of_a_listener_of_somebody_else_only_its_name_is_known() {
        String arn = "arn:aws:elasticloadbalancing:eu-central-1:1:listener/app/x/1/2";
        Topology topology = withRules("", rule("one", arn), rule("two", arn));
        assertEquals(1, topology.listeners().size(), topology::toString);
        Listener listener = topology.listener(arn).orElseThrow();
        assertEquals(2, listener.rules().size());
        assertFalse(listener.isWhole());
        assertEquals(OptionalInt.empty(), listener.port());
        assertTrue(listener.protocol().isEmpty());
        assertEquals("", listener.title());
    }

    @Test
    void whether_two_listeners_that_nobody_knows_are_one_is_not_known_either() {
        Topology topology = withRules(
                "'variable': {'a': {'type': 'string'}, 'b': {'type': 'string'}},",
                rule("one", "${var.a}"),
                rule("two", "${var.b}"));
        assertEquals(
                List.of("(the listener of aws_lb_listener_rule.one)", "(the listener of aws_lb_listener_rule.two)"),
                topology.listeners().stream().map(Listener::name).sorted().toList());
    }

    private static Topology withListeners(String... rules) {
        return Topologies.of("""
                {'variable': {'a': {'type': 'string'}},
                 'resource': {'aws_lb_target_group': {'app': {'port': 80, 'protocol': 'HTTP'}},
                  'aws_lb_listener': {
                    'http': {'port': 80, 'protocol': 'HTTP', 'default_action': []},
                    'https': {'port': 443, 'protocol': 'HTTPS', 'default_action': []}},
                  'aws_lb_listener_rule': {%s}}}""".formatted(String.join(",", rules)));
    }

    @Test
    void a_rule_that_may_be_on_two_listeners_is_in_doubt_on_both() {
        Topology topology = withListeners(rule("x", "${var.a ? aws_lb_listener.http.arn : aws_lb_listener.https.arn}"));
        assertEquals(2, topology.listeners().size(), topology::toString);
        for (Listener listener : topology.listeners()) {
            assertTrue(listener.isInDoubt("aws_lb_listener_rule.x"), listener::toString);
            assertEquals(List.of(), listener.ownRules());
            assertFalse(listener.table().rules().get(0).isExact(), listener::toString);
        }
    }

    @Test
    void a_listener_that_has_a_rule_of_the_priority_already_does_not_come_into_question() {
        Topology topology = withListeners(
                rule("x", "${var.a ? aws_lb_listener.http.arn : aws_lb_listener.https.arn}"),
                rule("y", "${aws_lb_listener.http.arn}"));
        Listener http = topology.listener("aws_lb_listener.http").orElseThrow();
        assertFalse(http.isInDoubt("aws_lb_listener_rule.x"), http::toString);
        assertEquals(1, http.ownRules().size());
        assertTrue(topology.listener("aws_lb_listener.https").orElseThrow().isInDoubt("aws_lb_listener_rule.x"));
    }

    @Test
    void a_listener_that_comes_from_outside_is_none_of_those_here() {
        Topology topology = withListeners(rule("x", "${var.a}"));
        assertEquals(
                List.of("(the listener of aws_lb_listener_rule.x)", "aws_lb_listener.http", "aws_lb_listener.https"),
                topology.listeners().stream().map(Listener::name).sorted().toList());
        assertFalse(topology.listener("aws_lb_listener.http").orElseThrow().isInDoubt("aws_lb_listener_rule.x"));
    }

    @Test
    void a_listener_of_a_network_load_balancer_has_no_rules_and_is_left_out() {
        Topology topology = Topologies.of("""
                {'resource': {
                  'aws_lb': {'nlb': {'name': 'nlb', 'load_balancer_type': 'network'}},
                  'aws_lb_listener': {'tcp': {'load_balancer_arn': '${aws_lb.nlb.arn}', 'port': 443, 'protocol': 'TCP',
                    'default_action': []}}}}""");
        assertEquals(List.of(), topology.loadBalancers());
        assertEquals(List.of(), topology.listeners());
    }

    @Test
    void a_name_leads_to_a_load_balancer_by_an_alias_or_a_cname_and_has_its_zone() {
        Topology topology = Topologies.of("""
                {'resource': {
                  'aws_lb': {'alb': {'name': 'alb'}, 'other': {'name': 'other'}},
                  'aws_route53_zone': {'main': {'name': 'example.com'}},
                  'aws_route53_record': {
                    'alias': {'zone_id': '${aws_route53_zone.main.zone_id}', 'name': 'wiki', 'type': 'A',
                      'alias': [{'name': '${aws_lb.alb.dns_name}'}]},
                    'cname': {'zone_id': 'Z1', 'name': 'Docs.example.com.', 'type': 'CNAME',
                      'records': ['${aws_lb.alb.dns_name}']},
                    'theirs': {'zone_id': 'Z1', 'name': 'other.example.com', 'type': 'A',
                      'alias': [{'name': '${aws_lb.other.dns_name}'}]}}}}""");
        assertEquals(
                List.of("docs.example.com", "wiki.example.com"),
                topology.hosts(topology.loadBalancer("aws_lb.alb").orElseThrow().resource()),
                topology::toString);
    }

    @Test
    void whoever_registers_targets_of_its_own_is_told() {
        Topology topology = Topologies.of("""
                {'resource': {
                  'aws_lb_target_group': {'app': {'port': 80, 'protocol': 'HTTP'}},
                  'aws_autoscaling_group': {'nodes': {'target_group_arns': ['${aws_lb_target_group.app.arn}']}},
                  'aws_ecs_service': {'web': {'load_balancer': [{'target_group_arn': '${aws_lb_target_group.app.arn}'}]}}}}
                """);
        assertEquals(
                List.of("aws_autoscaling_group.nodes", "aws_ecs_service.web"),
                topology.targetGroup("aws_lb_target_group.app").orElseThrow().registrars());
    }
}
