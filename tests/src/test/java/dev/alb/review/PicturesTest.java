package dev.alb.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.terraform.NeedsTerraform;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The drawing of a plan: what is there before and after, each once. */
class PicturesTest {
    @AutoClose
    private final PlannedRouting planned = new PlannedRouting();

    @Test
    @NeedsTerraform
    void a_rule_that_goes_elsewhere_has_an_arrow_that_goes_and_one_that_comes() {
        String rule = PlannedRouting.rule("api", "10", PlannedRouting.forward("other"), "path_pattern /api/*");
        Comparison comparison = planned.plan(
                PlannedRouting.base() + rule, PlannedRouting.base() + rule.replace(".other.", ".synchrony."));
        assertEquals("""
                CLIENT Clients SAME
                LOAD_BALANCER aws_lb.alb, internet-facing SAME
                LISTENER HTTP 80, aws_lb_listener.http SAME
                RULE aws_lb_listener_rule.api, priority 10, path_pattern /api/* CHANGED
                TARGET_GROUP aws_lb_target_group.other, HTTP 8090 SAME
                TARGET_GROUP aws_lb_target_group.synchrony, HTTP 8090 SAME
                TARGET_GROUP aws_lb_target_group.confluence, HTTP 8090 SAME
                Clients -> aws_lb.alb SAME
                aws_lb.alb -> HTTP 80 SAME
                HTTP 80 -> aws_lb_listener_rule.api SAME
                aws_lb_listener_rule.api -> aws_lb_target_group.other REMOVED
                aws_lb_listener_rule.api -> aws_lb_target_group.synchrony ADDED
                HTTP 80 -> aws_lb_target_group.confluence default SAME""", text(Pictures.of(comparison)));
    }

    @Test
    void of_many_rules_those_that_stay_are_one_node() {
        Picture picture = Pictures.of(ManyRules.of(100, 50));
        String text = text(picture);
        assertTrue(text.contains("RULE 99 rules that stay as before SAME"), text);
        assertTrue(text.contains("99 rules that stay as before -> aws_lb_target_group.a SAME"), text);
        assertTrue(text.contains("aws_lb_listener_rule.r50 -> aws_lb_target_group.b ADDED"), text);
        assertTrue(picture.nodes().size() < 10, text);
    }

    private static String text(Picture picture) {
        Map<String, String> names = picture.nodes().stream()
                .collect(Collectors.toMap(Picture.Node::id, node -> node.lines().get(0)));
        String nodes = picture.nodes().stream()
                .map(node -> node.shape() + " " + String.join(", ", node.lines()) + " " + node.mark() + "\n")
                .collect(Collectors.joining());
        return nodes
                + picture.edges().stream()
                        .map(edge -> names.get(edge.from()) + " -> " + names.get(edge.to()) + " "
                                + (edge.label().isEmpty() ? "" : edge.label() + " ") + edge.mark())
                        .collect(Collectors.joining("\n"));
    }
}
