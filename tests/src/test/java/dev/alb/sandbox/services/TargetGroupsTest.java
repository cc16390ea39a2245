package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.LoadBalancing.VPC;
import static dev.alb.sandbox.services.LoadBalancing.answer;
import static dev.alb.sandbox.services.LoadBalancing.arn;
import static dev.alb.sandbox.services.LoadBalancing.error;
import static dev.alb.sandbox.services.LoadBalancing.forward;
import static dev.alb.sandbox.services.LoadBalancing.split;
import static dev.alb.sandbox.services.SimulatedAws.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.values.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What Elastic Load Balancing says about target groups. */
class TargetGroupsTest {
    private static final String CREATE = "creating ELBv2 Target Group (wiki): " + error("CreateTargetGroup");
    private static final String TYPE = "aws_lb_target_group";

    private final LoadBalancing elb = new LoadBalancing();

    @Test
    void the_provider_finds_a_name_that_is_taken() {
        elb.targetGroup("wiki");
        assertEquals("ELBv2 Target Group (wiki) already exists", refusal(() -> elb.targetGroup("wiki")));
    }

    @Test
    void its_vpc_must_be_there() {
        elb.aws.holds("aws_vpc", Origin.DECLARED, Map.of("id", VPC));
        assertEquals(
                CREATE + "api error ValidationError: The VPC ID 'vpc-gone' is not found",
                refusal(() -> elb.targetGroup("wiki", Map.of("vpc_id", "vpc-gone"))));
    }

    @Test
    void checks_are_further_apart_than_they_take() {
        assertEquals(
                CREATE + "api error ValidationError: Health check interval must be greater than the timeout.",
                refusal(() -> elb.targetGroup("wiki", check(Map.of("interval", 5)))));
        Value.Mapping wiki = elb.targetGroup("wiki", check(Map.of("interval", 10, "timeout", 9)));
        assertEquals(
                "modifying ELBv2 Target Group (" + arn(wiki) + "): " + error("ModifyTargetGroup")
                        + "api error ValidationError: Health check timeout '10' must be smaller than the interval '10'",
                refusal(() -> elb.aws.update(TYPE, wiki, check(Map.of("interval", 10, "timeout", 10)))));
    }

    @Test
    void a_check_expects_codes_that_mean_something() {
        assertEquals(
                CREATE + "api error ValidationError: Health check matcher HTTP code '200,600' must be within '200-499'"
                        + " inclusive",
                refusal(() -> elb.targetGroup("wiki", check(Map.of("matcher", "200,600")))));
    }

    @Test
    void a_check_that_is_partly_given_gets_the_rest_from_aws() {
        Value.Mapping http = block(elb.targetGroup("http", check(Map.of("interval", 20))), "health_check");
        assertEquals(List.of("5", "/", "200"), texts(http, "timeout", "path", "matcher"));
        Map<String, Object> grpc = LoadBalancing.with(check(Map.of()), Map.of("protocol_version", "GRPC"));
        Value.Mapping calls = block(elb.targetGroup("grpc", grpc), "health_check");
        assertEquals(List.of("5", "/AWS.ALB/healthcheck", "12"), texts(calls, "timeout", "path", "matcher"));
        Map<String, Object> tcp = LoadBalancing.with(check(Map.of("protocol", "TCP")), Map.of("protocol", "TCP"));
        Value.Mapping open = block(elb.targetGroup("tcp", tcp), "health_check");
        assertEquals(List.of("10", "", ""), texts(open, "timeout", "path", "matcher"));
    }

    @Test
    void attributes_that_exclude_each_other() {
        refusesAttributes(
                "You cannot enable both slow start and weighted random algorithm on a target group",
                Map.of("slow_start", 30, "load_balancing_algorithm_type", "weighted_random"));
        refusesAttributes(
                "You cannot enable both slow start and least outstanding requests algorithm on a target group",
                Map.of("slow_start", 30, "load_balancing_algorithm_type", "least_outstanding_requests"));
        refusesAttributes(
                "You cannot have both stickiness and weighted random algorithm enabled on the same target group.",
                LoadBalancing.with(
                        sticky(Map.of("type", "lb_cookie")),
                        Map.of("load_balancing_algorithm_type", "weighted_random")));
        refusesAttributes(
                "Anomaly mitigation is supported only with the weighted random algorithm",
                Map.of("load_balancing_anomaly_mitigation", "on"));
        refusesAttributes(
                "Stickiness type 'source_ip' is not supported for target groups with the HTTP protocol",
                sticky(Map.of("type", "source_ip")));
        refusesAttributes(
                "A cookie name must be specified for stickiness type 'app_cookie'",
                sticky(Map.of("type", "app_cookie")));
        refusesAttributes(
                "The cookie name 'AWSALBAPP' is reserved",
                sticky(Map.of("type", "app_cookie", "cookie_name", "AWSALBAPP")));
        refusesAttributes(
                "You cannot enable stickiness if cross-zone load balancing is disabled",
                LoadBalancing.with(
                        sticky(Map.of("type", "lb_cookie")), Map.of("load_balancing_cross_zone_enabled", "false")));
    }

    @Test
    void stickiness_comes_after_group_stickiness() {
        Value.Mapping blue = elb.targetGroup("blue");
        Value.Mapping listener =
                elb.listener(elb.loadBalancer("wiki"), 80, split(false, blue, elb.targetGroup("green")));
        assertEquals(
                "modifying ELBv2 Target Group (" + arn(blue) + ") attributes: " + error("ModifyTargetGroupAttributes")
                        + "InvalidConfigurationRequest: This target group appears behind a rule with group stickiness"
                        + " disabled (" + arn(listener)
                        + "). You must enable group stickiness before enabling target stickiness",
                refusal(() -> elb.aws.update(TYPE, blue, sticky(Map.of("type", "lb_cookie")))));
    }

    @Test
    void one_that_is_in_use_cannot_be_deleted() {
        Value.Mapping wiki = elb.targetGroup("wiki");
        Value.Mapping listener = elb.listener(elb.loadBalancer("wiki"), 80, answer("404"));
        Value.Mapping rule = elb.rule(listener, Map.of("action", List.of(forward(wiki))));
        assertEquals(
                "deleting ELBv2 Target Group (" + arn(wiki) + "): " + error("DeleteTargetGroup")
                        + "ResourceInUse: Target group '" + arn(wiki) + "' is currently in use by a listener or a rule",
                refusal(() -> elb.aws.delete(TYPE, wiki)));
        elb.aws.delete("aws_lb_listener_rule", rule);
        elb.aws.delete(TYPE, wiki);
        assertEquals(List.of(), elb.aws.all(TYPE));
    }

    @Test
    void the_provider_waits_until_nobody_uses_it_any_more() {
        LoadBalancing patient = new LoadBalancing(new SimulatedAws(Duration.ofMinutes(1)));
        Value.Mapping wiki = patient.targetGroup("wiki");
        Value.Mapping listener = patient.listener(patient.loadBalancer("wiki"), 80, forward(wiki));
        CompletableFuture<Void> deletion = CompletableFuture.runAsync(() -> patient.aws.delete(TYPE, wiki));
        patient.aws.delete("aws_lb_listener", listener);
        deletion.join();
        assertEquals(List.of(), patient.aws.all(TYPE));
    }

    @Test
    void its_load_balancers_follow_from_listeners_and_rules() {
        Value.Mapping wiki = elb.targetGroup("wiki");
        assertEquals(
                List.of(), elb.aws.read(TYPE, wiki).get("load_balancer_arns").elements());
        Value.Mapping alb = elb.loadBalancer("wiki");
        Value.Mapping listener = elb.listener(alb, 80, forward(wiki));
        assertEquals(
                List.of(Value.text(arn(alb))),
                elb.aws.read(TYPE, wiki).get("load_balancer_arns").elements());
        elb.aws.delete("aws_lb_listener", listener);
        assertEquals(
                List.of(), elb.aws.read(TYPE, wiki).get("load_balancer_arns").elements());
    }

    @Test
    void its_arn_names_it() {
        Value.Mapping wiki = elb.targetGroup("wiki");
        assertEquals(
                wiki.get("arn_suffix").text(), arn(wiki).substring(arn(wiki).lastIndexOf(':') + 1));
        assertEquals(VPC, wiki.get("vpc_id").text());
        assertEquals(
                "",
                elb.targetGroup("tcp", Map.of("protocol", "TCP"))
                        .get("protocol_version")
                        .text());
    }

    private void refusesAttributes(String error, Map<String, ?> attributes) {
        elb.aws.all(TYPE).forEach(left -> elb.aws.delete(TYPE, left));
        String said = refusal(() -> elb.targetGroup("wiki", attributes));
        Value.Mapping left = elb.aws.all(TYPE).get(0);
        assertEquals(
                "modifying ELBv2 Target Group (" + arn(left) + ") attributes: " + error("ModifyTargetGroupAttributes")
                        + "InvalidConfigurationRequest: " + error,
                said);
        assertEquals("0", left.get("slow_start").text(), left::toString);
        assertEquals(List.of(), left.get("stickiness").elements(), left::toString);
    }

    private static Map<String, Object> check(Map<String, ?> check) {
        return Map.of("health_check", List.of(check));
    }

    private static Map<String, Object> sticky(Map<String, ?> stickiness) {
        return Map.of("stickiness", List.of(stickiness));
    }

    private static Value.Mapping block(Value.Mapping object, String name) {
        return (Value.Mapping) object.get(name).elements().get(0);
    }

    private static List<String> texts(Value.Mapping block, String... names) {
        return List.of(names).stream().map(name -> block.get(name).text()).toList();
    }
}
