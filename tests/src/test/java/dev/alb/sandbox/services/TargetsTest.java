package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.LoadBalancing.VPC;
import static dev.alb.sandbox.services.LoadBalancing.arn;
import static dev.alb.sandbox.services.LoadBalancing.error;
import static dev.alb.sandbox.services.LoadBalancing.forward;
import static dev.alb.sandbox.services.SimulatedAws.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Elastic Load Balancing says about the targets of a target group. */
class TargetsTest {
    private static final String TYPE = "aws_lb_target_group_attachment";
    private static final String INSTANCE = "i-0a1b2c3d4e5f60731";

    private final LoadBalancing elb = new LoadBalancing();

    @Test
    void a_group_of_instances_takes_instances() {
        refuses(elb.targetGroup("wiki"), "10.0.0.1", "api error ValidationError: Instance ID '10.0.0.1' is not valid");
        elb.target(elb.targetGroup("other"), INSTANCE);
    }

    @Test
    void a_group_of_addresses_takes_addresses() {
        Value.Mapping wiki = elb.targetGroup("wiki", Map.of("target_type", "ip"));
        refuses(wiki, INSTANCE, "api error ValidationError: The IP address '" + INSTANCE + "' is not valid");
        elb.target(wiki, "10.0.0.1");
        elb.target(wiki, "fd00::1");
    }

    @Test
    void a_group_of_functions_takes_one_function() {
        Value.Mapping group = elb.aws.create("aws_lb_target_group", Map.of("name", "fn", "target_type", "lambda"));
        refuses(group, INSTANCE, "api error ValidationError: The Lambda function ARN '" + INSTANCE + "' is not valid");
        elb.target(group, "arn:aws:lambda:us-east-1:123456789012:function:a");
        refuses(
                group,
                "arn:aws:lambda:us-east-1:123456789012:function:b",
                "TooManyTargets: A target group of type 'lambda' can have only one target");
    }

    @Test
    void an_address_outside_the_vpc_needs_a_zone() {
        String id = elb.aws.holds("aws_vpc", Origin.DECLARED, Map.of("id", VPC, "cidr_block", "10.0.0.0/16"));
        Map<String, String> subnet =
                Map.of("id", "subnet-b", "vpc_id", VPC, "cidr_block", "10.0.1.0/24", "availability_zone", "us-east-1b");
        elb.aws.holds("aws_subnet", Origin.DECLARED, subnet);
        Value.Mapping group = elb.targetGroup("wiki", Map.of("target_type", "ip", "vpc_id", id));
        refuses(
                group,
                "10.4.40.87",
                "api error ValidationError: The Availability Zone is required for IP address '10.4.40.87' because it is"
                        + " not in the VPC");
        register(group, Map.of("target_id", "10.4.40.87", "availability_zone", "all"));
        assertEquals(
                prefix(group)
                        + "api error ValidationError: The IP address '10.0.1.7' is within the VPC, and cannot have"
                        + " its Availability Zone overridden to 'all' from 'us-east-1b'",
                refusal(() -> register(group, Map.of("target_id", "10.0.1.7", "availability_zone", "all"))));
    }

    @Test
    void an_instance_must_be_there_and_run() {
        Value.Mapping group = elb.targetGroup("wiki");
        String stopped = "i-0123456789abcdef0";
        elb.aws.holds("aws_instance", Origin.DECLARED, Map.of("id", stopped, "instance_state", "stopped"));
        refuses(
                group,
                stopped,
                "InvalidTarget: The following targets are not in a running state and cannot be registered: '" + stopped
                        + "'");
        refuses(group, INSTANCE, "InvalidTarget: The following targets do not exist: '" + INSTANCE + "'");
    }

    @Test
    void an_instance_is_in_the_groups_vpc() {
        elb.aws.holds("aws_subnet", Origin.DECLARED, Map.of("id", "subnet-far", "vpc_id", "vpc-far"));
        elb.aws.holds("aws_instance", Origin.DECLARED, Map.of("id", INSTANCE, "subnet_id", "subnet-far"));
        refuses(
                elb.targetGroup("wiki"),
                INSTANCE,
                "InvalidTarget: The following targets are not in the target group VPC '" + VPC + "': '" + INSTANCE
                        + "'");
    }

    @Test
    void its_group_must_be_there() {
        Value.Mapping group = elb.targetGroup("wiki");
        elb.aws.delete("aws_lb_target_group", group);
        refuses(group, INSTANCE, "TargetGroupNotFound: Target group '" + arn(group) + "' not found");
    }

    @Test
    void a_thousand_are_all_that_a_load_balancer_may_have() {
        Value.Mapping first = elb.targetGroup("first", Map.of("target_type", "ip"));
        Value.Mapping second = elb.targetGroup("second", Map.of("target_type", "ip"));
        Value.Mapping alb = elb.loadBalancer("wiki");
        elb.listener(alb, 80, forward(first));
        elb.listener(alb, 81, forward(second));
        for (int i = 0; i < 500; i++) {
            elb.target(first, "10.0." + i / 250 + "." + i % 250);
            elb.target(second, "10.0." + i / 250 + "." + i % 250);
        }
        refuses(
                first,
                "10.1.0.0",
                "TooManyTargets: The maximum number of targets per load balancer '1000' has been reached on load"
                        + " balancer '" + arn(alb) + "'");
    }

    @Test
    void one_that_is_registered_twice_is_one_target() {
        Value.Mapping group = elb.targetGroup("wiki");
        Value.Mapping first = elb.target(group, INSTANCE);
        elb.target(group, INSTANCE);
        register(group, Map.of("target_id", INSTANCE, "port", 8091));
        elb.aws.delete(TYPE, first);
        List<Value.Mapping> left = elb.aws.all(TYPE);
        assertEquals(
                List.of("8091"),
                left.stream().map(one -> one.get("port").text()).toList(),
                left::toString);
    }

    @Test
    void targets_go_with_their_group() {
        Value.Mapping group = elb.targetGroup("wiki");
        elb.target(group, INSTANCE);
        elb.aws.delete("aws_lb_target_group", group);
        assertEquals(List.of(), elb.aws.all(TYPE));
    }

    private Value.Mapping register(Value.Mapping group, Map<String, ?> target) {
        return elb.aws.create(TYPE, LoadBalancing.with(target, Map.of("target_group_arn", arn(group))));
    }

    private void refuses(Value.Mapping group, String id, String error) {
        assertEquals(prefix(group) + error, refusal(() -> elb.target(group, id)));
    }

    private static String prefix(Value.Mapping group) {
        return "registering ELBv2 Target Group (" + arn(group) + ") target: " + error("RegisterTargets");
    }
}
