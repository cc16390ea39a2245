package dev.alb.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.assertions.SynthesizedStack;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The invariants see what they are there for: each is broken by hand once. */
class InvariantsTest {
    private static final SynthesizedSite WIKI = SynthesizedSite.wiki(
            "rules: {x: {priority: 5, conditions: [path_pattern: '/x'], actions: [forward: confluence]}}");

    @Test
    void hold_for_the_smallest_site() {
        assertEquals(List.of(), Invariants.broken(WIKI.site(), WIKI.stack().json(), WIKI.told()));
    }

    @Test
    void see_a_number_of_resources_that_is_wrong() {
        assertEquals(
                List.of("broken: the command tells 18 resources, and there are 19"),
                Invariants.broken(WIKI.site(), WIKI.stack().json(), 18));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /resource/aws_lb/alb/name                       | 'internal-x'                | aws_lb.alb has a name of 1 to 32 characters, got internal-x
            /resource/aws_lb/alb/tags                       | '${path.module}/x ${x}'     | .resource.aws_lb.alb.tags is a plain reference, got ${x}
            /resource/aws_lb/alb/subnets                    | '${aws_subnet.a.id}'        | .resource.aws_lb.alb.subnets refers to something that is there, got aws_subnet.a.id
            /resource/aws_lb/alb/subnets                    | '${TfToken[TOKEN.3]}'       | .resource.aws_lb.alb.subnets holds no token of CDKTF, got "${TfToken[TOKEN.3]}"
            /resource/aws_lb_listener/https/default_action  | []                          | at least one listener serves Confluence
            /resource/aws_lb_listener_rule/x/priority       | 10000                       | x has a priority of its own, got 10000
            /resource/aws_lb_listener_rule/x/priority       | 50001                       | x has a priority from 1 to 50000, got 50001
            /resource/aws_lb_listener_rule/x/condition      | [{path_pattern: {values: ['/syn*']}}]      | the rule for Synchrony comes before whatever would swallow it, which is x
            /resource/aws_lb_listener_rule/x/condition      | [{host_header: {values: ['*.example.com']}}] | the rule for Synchrony comes before whatever would swallow it, which is x
            /resource/aws_lb_listener_rule/synchrony/condition | [{path_pattern: {values: ['/synchrony/*']}}] | the rule for Synchrony takes [/synchrony, /synchrony/heartbeat, /synchrony/v1/data/x]
            /resource/aws_lb_target_group/confluence/health_check/path | '/'               | Confluence is checked at its /status, got /
            /resource/aws_lb_target_group/synchrony/port    | 8092                        | nodes are reached at [8090, 8092], got [8090, 8091]
            /resource/aws_lb_target_group_attachment/synchrony-i-0a1b2c3d4e5f60732/target_id | 'i-3' | both hold the same nodes, got [i-0a1b2c3d4e5f60731, i-0a1b2c3d4e5f60732] and [i-0a1b2c3d4e5f60731, i-3]
            /resource/aws_vpc_security_group_ingress_rule/load_balancer-from-anybody-80/to_port | 90 | load_balancer-from-anybody-80 opens one port
            /resource/aws_vpc_security_group_ingress_rule/load_balancer-from-anybody-80/ip_protocol | '-1' | load_balancer-from-anybody-80 is for TCP
            /resource/aws_vpc_security_group_ingress_rule/nodes-from-load_balancer-synchrony-8091/referenced_security_group_id | 'sg-1' | nodes-from-load_balancer-synchrony-8091 lets the load balancer in and nobody else
            /resource/aws_security_group/nodes/ingress      | []                          | aws_security_group.nodes has no rules of its own
            """, quoteCharacter = '`')
    void see_what_is_broken(String pointer, String value, String expected) {
        ObjectNode json = WIKI.stack().json().deepCopy();
        int last = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) json.at(pointer.substring(0, last));
        parent.set(pointer.substring(last + 1), SynthesizedStack.json(value));
        sees(expected, json);
    }

    @Test
    void see_a_port_that_is_open_for_nothing() {
        ObjectNode json = WIKI.stack().json().deepCopy();
        ObjectNode rules = (ObjectNode) json.at("/resource/aws_vpc_security_group_ingress_rule");
        JsonNode rule = rules.path("load_balancer-from-anybody-443");
        rules.set(
                "load_balancer-from-anybody-8443",
                ((ObjectNode) rule.deepCopy()).put("from_port", 8443).put("to_port", 8443));
        sees("nobody comes in but at [80, 443], got [80, 443, 8443]", json);
    }

    @Test
    void see_a_port_of_the_cluster_and_a_rule_that_stands_twice() {
        ObjectNode json = WIKI.stack().json().deepCopy();
        ObjectNode rules = (ObjectNode) json.at("/resource/aws_vpc_security_group_egress_rule");
        JsonNode rule = rules.path("load_balancer-to-nodes-synchrony-8091");
        rules.set("twice", ((ObjectNode) rule.deepCopy()).put("description", "Another"));
        sees("twice stands once", json);
        rules.set(
                "9lives", ((ObjectNode) rule.deepCopy()).put("from_port", 5701).put("to_port", 5701));
        sees("9lives opens no port of the cluster", json);
        sees("9lives is a name in Terraform's grammar", json);
        sees("the load balancer goes out at [8090, 8091], got [5701, 8090, 8091]", json);
    }

    @Test
    void see_what_is_taken_over_and_is_not_there() {
        ObjectNode json = WIKI.stack().json().deepCopy();
        json.set("import", SynthesizedStack.json("[{to: 'aws_lb.wiki', id: 'x'}]"));
        sees("what is taken over is there, got {\"to\":\"aws_lb.wiki\",\"id\":\"x\"}", json);
    }

    private static void sees(String expected, JsonNode json) {
        List<String> broken = Invariants.broken(WIKI.site(), json, WIKI.told());
        if (!broken.contains("broken: " + expected)) {
            throw new AssertionError("Expected broken: " + expected + "\nGot " + broken + "\n" + json.toPrettyString());
        }
    }
}
