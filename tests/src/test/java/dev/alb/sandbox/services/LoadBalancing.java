package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Load balancers and what belongs to them, made as the provider makes them, with as little said as AWS asks for. */
final class LoadBalancing {
    static final String VPC = "vpc-0a1b2c3d4e5f60718";
    static final String CERTIFICATE =
            "arn:aws:acm:us-east-1:123456789012:certificate/0c7d92ba-2a19-d5a2-f343-f7b237e3b8c5";
    static final String MISSING = "arn:aws:elasticloadbalancing:us-east-1:123456789012:";

    final SimulatedAws aws;

    LoadBalancing() {
        this(new SimulatedAws());
    }

    LoadBalancing(SimulatedAws aws) {
        this.aws = aws;
    }

    Value.Mapping loadBalancer(String name) {
        return loadBalancer(name, Map.of());
    }

    Value.Mapping loadBalancer(String name, Map<String, ?> more) {
        return aws.create("aws_lb", with(Map.of("name", name, "subnets", List.of("subnet-a", "subnet-b")), more));
    }

    Value.Mapping targetGroup(String name) {
        return targetGroup(name, Map.of());
    }

    Value.Mapping targetGroup(String name, Map<String, ?> more) {
        Map<String, Object> least = Map.of("name", name, "port", 8090, "protocol", "HTTP", "vpc_id", VPC);
        return aws.create("aws_lb_target_group", with(least, more));
    }

    Value.Mapping listener(Value.Mapping loadBalancer, int port, Object... actions) {
        return listener(loadBalancer, Map.of("port", port, "default_action", List.of(actions)));
    }

    Value.Mapping https(Value.Mapping loadBalancer, Object... actions) {
        return listener(
                loadBalancer,
                Map.of(
                        "port",
                        443,
                        "protocol",
                        "HTTPS",
                        "certificate_arn",
                        CERTIFICATE,
                        "default_action",
                        List.of(actions)));
    }

    Value.Mapping listener(Value.Mapping loadBalancer, Map<String, ?> more) {
        return aws.create("aws_lb_listener", with(Map.of("load_balancer_arn", arn(loadBalancer)), more));
    }

    Value.Mapping rule(Value.Mapping listener, int priority) {
        return rule(listener, Map.of("priority", priority));
    }

    Value.Mapping rule(Value.Mapping listener, Map<String, ?> more) {
        Map<String, Object> least = Map.of(
                "listener_arn", arn(listener), "condition", List.of(path("/a")), "action", List.of(answer("200")));
        return aws.create("aws_lb_listener_rule", with(least, more));
    }

    Value.Mapping target(Value.Mapping group, String id) {
        return aws.create("aws_lb_target_group_attachment", Map.of("target_group_arn", arn(group), "target_id", id));
    }

    static Map<String, Object> path(String... values) {
        return Map.of("path_pattern", List.of(Map.of("values", List.of(values))));
    }

    static Map<String, Object> host(String... values) {
        return Map.of("host_header", List.of(Map.of("values", List.of(values))));
    }

    static Map<String, Object> answer(String status) {
        Map<String, Object> response = Map.of("content_type", "text/plain", "status_code", status);
        return Map.of("type", "fixed-response", "fixed_response", List.of(response));
    }

    static Map<String, Object> redirect(Map<String, ?> parts) {
        return Map.of("type", "redirect", "redirect", List.of(with(parts, Map.of("status_code", "HTTP_301"))));
    }

    static Map<String, Object> forward(Value.Mapping group) {
        return forward(arn(group));
    }

    static Map<String, Object> forward(String group) {
        return Map.of("type", "forward", "target_group_arn", group);
    }

    /** A forward to several groups. */
    static Map<String, Object> split(boolean sticky, Value.Mapping... groups) {
        List<Map<String, Object>> blocks = List.of(groups).stream()
                .map(group -> Map.<String, Object>of("arn", arn(group), "weight", 1))
                .toList();
        Map<String, Object> forward = sticky
                ? Map.of("target_group", blocks, "stickiness", List.of(Map.of("enabled", true, "duration", 60)))
                : Map.of("target_group", blocks);
        return Map.of("type", "forward", "forward", List.of(forward));
    }

    static Map<String, Object> signIn() {
        Map<String, Object> oidc = new HashMap<>();
        for (String name : List.of("client_id", "client_secret")) {
            oidc.put(name, name);
        }
        for (String name : List.of("authorization_endpoint", "issuer", "token_endpoint", "user_info_endpoint")) {
            oidc.put(name, "https://id.example.com/" + name);
        }
        return Map.of("type", "authenticate-oidc", "authenticate_oidc", List.of(oidc));
    }

    static Map<String, Object> with(Map<String, ?> some, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    static String arn(Value.Mapping object) {
        return object.get("arn").text();
    }

    /** How the SDK reports an error of a call. */
    static String error(String operation) {
        return "operation error Elastic Load Balancing v2: " + operation
                + ", https response error StatusCode: 400, RequestID: …, ";
    }
}
