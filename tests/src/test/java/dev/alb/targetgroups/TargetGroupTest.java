package dev.alb.targetgroups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.assertions.SynthesizedStack;
import dev.alb.loadbalancer.LoadBalancer;
import dev.alb.loadbalancer.LoadBalancerAttributes;
import dev.alb.terraform.Inventory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TargetGroupTest {
    private static final TargetGroupAttributes WIKI = TargetGroupAttributes.instances(8090, "vpc-1");
    private static final String FUNCTION = "arn:aws:lambda:eu-central-1:123456789012:function:sorry";
    private static final String FOREIGN =
            "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/wiki/0123456789abcdef";

    private final App app = Testing.app();
    private final TerraformStack stack = new TerraformStack(app, "site");

    private TargetGroup group(String id, TargetGroupAttributes attributes) {
        return new TargetGroup(stack, id, attributes);
    }

    private static String nameOf(TargetGroupAttributes attributes) {
        return String.valueOf(new TargetGroup(new TerraformStack(Testing.app(), "site"), "confluence", attributes)
                .arguments()
                .get("name"));
    }

    private List<String> violations() {
        return Inventory.of(stack).violations().stream().map(Object::toString).toList();
    }

    @Test
    void is_created_before_the_old_one_goes() {
        TargetGroup confluence = group("confluence", WIKI.withHealthCheck(HealthCheck.at("/status")));
        assertEquals("aws_lb_target_group.confluence", confluence.address());
        SynthesizedStack.of(stack)
                .resource("aws_lb_target_group", "confluence")
                .has("port", 8090)
                .has("health_check.path", "/status")
                .has("lifecycle.create_before_destroy", true)
                .lacks("name_prefix");
    }

    @Test
    void has_a_name_that_stays_for_ever() {
        assertEquals("confluence-94200a48", nameOf(WIKI));
    }

    static Stream<TargetGroupAttributes> replacing() {
        return Stream.of(
                WIKI.withPort(8091),
                WIKI.withProtocol(TargetProtocol.HTTPS),
                WIKI.withProtocolVersion(ProtocolVersion.HTTP2),
                WIKI.withTargetType(TargetType.IP),
                WIKI.withVpcId("vpc-2"),
                WIKI.withIpAddressType(TargetGroupIpAddressType.IPV6),
                WIKI.withTargetControlPort(3000));
    }

    @ParameterizedTest
    @MethodSource("replacing")
    void changes_its_name_with_what_replaces_it(TargetGroupAttributes changed) {
        assertNotEquals(nameOf(WIKI), nameOf(changed));
    }

    static Stream<TargetGroupAttributes> updating() {
        return Stream.of(
                WIKI.withDeregistrationDelay(Duration.ofSeconds(30)),
                WIKI.withHealthCheck(HealthCheck.at("/status")),
                WIKI.withStickiness(Stickiness.disabled()),
                WIKI.withTags(Map.of("a", "b")),
                WIKI.withProtocolVersion(ProtocolVersion.HTTP1),
                WIKI.withIpAddressType(TargetGroupIpAddressType.IPV4));
    }

    @ParameterizedTest
    @MethodSource("updating")
    void keeps_its_name_with_everything_else(TargetGroupAttributes changed) {
        assertEquals(nameOf(WIKI), nameOf(changed));
    }

    @Test
    void keeps_its_name_whatever_stands_for_the_vpc() {
        assertEquals(nameOf(WIKI.withVpcId("${TfToken[TOKEN.1]}")), nameOf(WIKI.withVpcId("${TfToken[TOKEN.7]}")));
    }

    @Test
    void has_a_legal_name_whatever_its_id() {
        String name = String.valueOf(
                group("a_group/with-a-rather-long-identifier", WIKI).arguments().get("name"));
        assertTrue(name.matches("a-group-with-a-rather-l-[0-9a-f]{8}"), name);
    }

    @Test
    void has_the_name_or_the_prefix_that_is_given() {
        group("named", WIKI.withName("wiki"));
        group("prefixed", WIKI.withNamePrefix("wiki-"));
        SynthesizedStack json = SynthesizedStack.of(stack);
        json.resource("aws_lb_target_group", "named").has("name", "wiki").has("lifecycle.create_before_destroy", true);
        json.resource("aws_lb_target_group", "prefixed")
                .has("name_prefix", "wiki-")
                .lacks("name");
    }

    @Test
    void refuses_one_name_for_two_groups() {
        group("one", WIKI.withName("wiki"));
        group("other", WIKI.withName("wiki").withVpcId("vpc-2"));
        group("third", WIKI.withName("wiki").withRegion("us-east-1").withVpcId("vpc-3"));
        String violation = "aws_lb_target_group.other name must be another than that of aws_lb_target_group.one,"
                + " got \"wiki\"\n  Rename one of the two, or leave the name out to have one made.";
        assertEquals(List.of(violation), violations());
    }

    @Test
    void takes_one_name_in_two_stacks_unless_they_share_a_vpc() {
        group("wiki", WIKI.withName("wiki"));
        TerraformStack other = new TerraformStack(app, "other");
        new TargetGroup(other, "elsewhere", WIKI.withName("wiki").withVpcId("vpc-2"));
        assertEquals(List.of(), violations());
        new TargetGroup(other, "here", WIKI.withName("wiki"));
        assertEquals(1, violations().size());
    }

    @Test
    void makes_different_names_for_equal_ids() {
        group("wiki", WIKI);
        new TargetGroup(new TerraformStack(app, "other"), "wiki", WIKI);
        assertEquals(List.of(), violations());
    }

    @Test
    void registers_targets_under_their_keys() {
        TargetGroup confluence = group("confluence", WIKI.withRegion("eu-west-1"));
        TargetGroupAttachment first = confluence.addTarget("node1", Target.instance("i-0a"));
        confluence.addTarget("node2", Target.instance("i-0b").withPort(8092));
        assertEquals("aws_lb_target_group_attachment.confluence-node1", first.address());
        SynthesizedStack json = SynthesizedStack.of(stack);
        json.hasExactly("aws_lb_target_group_attachment", "confluence-node1", "confluence-node2");
        json.resource("aws_lb_target_group_attachment", "confluence-node1")
                .refersTo("target_group_arn", "aws_lb_target_group.confluence.arn")
                .has("target_id", "i-0a")
                .has("region", "eu-west-1")
                .has("lifecycle.create_before_destroy", true)
                .lacks("port");
        json.resource("aws_lb_target_group_attachment", "confluence-node2").has("port", 8092);
    }

    @Test
    void has_an_auto_scaling_group_fill_it() {
        TargetGroup confluence = group("confluence", WIKI);
        assertEquals(
                "aws_autoscaling_attachment.confluence-nodes",
                confluence.addAutoScalingGroup("nodes", "wiki-nodes").address());
        SynthesizedStack.of(stack)
                .resource("aws_autoscaling_attachment", "confluence-nodes")
                .has("autoscaling_group_name", "wiki-nodes")
                .refersTo("lb_target_group_arn", "aws_lb_target_group.confluence.arn")
                .has("lifecycle.create_before_destroy", true);
    }

    @Test
    void lets_load_balancers_invoke_a_function_before_it_is_registered() {
        TargetGroup sorry = group("sorry", TargetGroupAttributes.lambda());
        sorry.addTarget("page", Target.lambda(FUNCTION + ":live"));
        SynthesizedStack json = SynthesizedStack.of(stack);
        json.resource("aws_lb_target_group_attachment", "sorry-page")
                .has("target_id", FUNCTION + ":live")
                .hasExactly("depends_on", List.of("aws_lambda_permission.sorry-page-permission"))
                .lacks("port");
        json.resource("aws_lambda_permission", "sorry-page-permission")
                .has("action", "lambda:InvokeFunction")
                .has("principal", "elasticloadbalancing.amazonaws.com")
                .has("function_name", FUNCTION)
                .has("qualifier", "live")
                .refersTo("source_arn", "aws_lb_target_group.sorry.arn")
                .has("lifecycle.create_before_destroy", true);
    }

    private static String statementOf(TargetGroupAttributes attributes, Target target) {
        TerraformStack stack = new TerraformStack(Testing.app(), "site");
        new TargetGroup(stack, "sorry", attributes).addTarget("page", target);
        return SynthesizedStack.of(stack)
                .resource("aws_lambda_permission")
                .json("statement_id")
                .asText();
    }

    @Test
    void gives_the_permission_another_statement_when_the_group_is_another() {
        TargetGroupAttributes lambda = TargetGroupAttributes.lambda();
        String statement = statementOf(lambda.withName("one"), Target.lambda(FUNCTION));
        assertTrue(statement.matches("sorry-page-[0-9a-f]{8}"), statement);
        assertEquals(statement, statementOf(lambda.withName("one"), Target.lambda(FUNCTION)));
        assertNotEquals(statement, statementOf(lambda.withName("two"), Target.lambda(FUNCTION)));
        assertNotEquals(statement, statementOf(lambda.withName("one"), Target.lambda(FUNCTION + ":live")));
    }

    @Test
    void makes_no_permission_for_other_targets() {
        group("wiki", WIKI).addTarget("node", Target.instance("i-0a"));
        SynthesizedStack.of(stack).hasNo("aws_lambda_permission");
    }

    @Test
    void registers_targets_in_a_group_that_is_made_elsewhere() {
        new TargetGroupAttachment(stack, "guest", TargetGroupAttachmentAttributes.of(FOREIGN, Target.ip("10.0.0.9")));
        SynthesizedStack.of(stack)
                .resource("aws_lb_target_group_attachment", "guest")
                .hasExactly("target_group_arn", FOREIGN)
                .has("target_id", "10.0.0.9");
        Refused.with(
                "target_group_arn must be an ARN such as arn:aws:elasticloadbalancing:…:targetgroup/…, got \"wiki\"\n"
                        + "  Copy the ARN from the AWS console, or pass an attribute.",
                () -> TargetGroupAttachmentAttributes.of("wiki", Target.ip("10.0.0.9")));
    }

    @Test
    void refuses_targets_of_another_type() {
        group("wiki", WIKI).addTarget("node", Target.ip("10.0.0.9"));
        assertEquals(
                List.of("aws_lb_target_group_attachment.wiki-node target_id must be of the same type as"
                        + " aws_lb_target_group.wiki, instance, got ip 10.0.0.9\n"
                        + "  Register it in a group of its own type."),
                violations());
    }

    @Test
    void refuses_targets_of_two_types_in_a_group_that_is_made_elsewhere() {
        new TargetGroupAttachment(stack, "one", TargetGroupAttachmentAttributes.of(FOREIGN, Target.instance("i-0a")));
        new TargetGroupAttachment(stack, "two", TargetGroupAttachmentAttributes.of(FOREIGN, Target.ip("10.0.0.9")));
        assertEquals(
                List.of("aws_lb_target_group_attachment.two target_id must be of the same type as"
                        + " aws_lb_target_group_attachment.one, instance, got ip 10.0.0.9\n"
                        + "  Register it in a group of its own type."),
                violations());
    }

    @Test
    void refuses_addresses_of_the_other_version() {
        TargetGroupAttributes ips = TargetGroupAttributes.ips(80, "vpc-1");
        group("v4", ips).addTarget("node", Target.ip("2001:db8::1"));
        group("v6", ips.withIpAddressType(TargetGroupIpAddressType.IPV6)).addTarget("node", Target.ip("10.0.0.9"));
        String fix = "\n  Register the other address of the host, or change the group's ip_address_type.";
        assertEquals(
                List.of(
                        "aws_lb_target_group_attachment.v4-node target_id must be an IPv4 address as in"
                                + " aws_lb_target_group.v4, got 2001:db8::1" + fix,
                        "aws_lb_target_group_attachment.v6-node target_id must be an IPv6 address as in"
                                + " aws_lb_target_group.v6, got 10.0.0.9" + fix),
                violations());
    }

    @Test
    void warns_of_a_public_address() {
        group("wiki", TargetGroupAttributes.ips(80, "vpc-1")).addTarget("node", Target.ip("8.8.8.8"));
        assertEquals(
                List.of("aws_lb_target_group_attachment.wiki-node target_id must be in 10.0.0.0/8, 172.16.0.0/12,"
                        + " 192.168.0.0/16 or 100.64.0.0/10 unless the VPC has public addresses of its own,"
                        + " got 8.8.8.8\n  Register the private address of the host."),
                violations());
        SynthesizedStack.of(stack).hasExactly("aws_lb_target_group_attachment", "wiki-node");
    }

    @Test
    void refuses_a_second_function() {
        TargetGroup sorry = group("sorry", TargetGroupAttributes.lambda());
        sorry.addTarget("page", Target.lambda(FUNCTION));
        sorry.addTarget("other", Target.lambda(FUNCTION + "2"));
        assertEquals(
                List.of("aws_lb_target_group_attachment.sorry-other target_id must be the only Lambda function of its"
                        + " target group, got " + FUNCTION + "2\n  Make a target group for each function."),
                violations());
    }

    @Test
    void refuses_a_target_twice_on_a_port() {
        TargetGroup wiki = group("wiki", WIKI);
        wiki.addTarget("node", Target.instance("i-0a"));
        wiki.addTarget("second", Target.instance("i-0a").withPort(8091));
        assertEquals(List.of(), violations());
        wiki.addTarget("again", Target.instance("i-0a").withPort(8090));
        assertEquals(
                List.of("aws_lb_target_group_attachment.wiki-again target_id must be registered once on a port,"
                        + " got i-0a\n  Take the repeated one out, or give it another port."),
                violations());
    }

    @Test
    void refuses_more_than_a_thousand_targets() {
        TargetGroup wiki = group("wiki", WIKI);
        for (int i = 0; i < 1000; i++) {
            wiki.addTarget("node" + i, Target.instance("i-" + Integer.toHexString(i)));
        }
        assertEquals(List.of(), violations());
        wiki.addTarget("last", Target.instance("i-ffff"));
        assertEquals(
                List.of("aws_lb_target_group_attachment.wiki-last target_group_arn must name a group with at most"
                        + " 1000 targets, got 1001\n  Spread the targets over several groups."),
                violations());
    }

    @Test
    void refuses_an_auto_scaling_group_where_no_instances_go() {
        group("wiki", TargetGroupAttributes.ips(80, "vpc-1")).addAutoScalingGroup("nodes", "wiki-nodes");
        assertEquals(
                List.of("aws_autoscaling_attachment.wiki-nodes lb_target_group_arn must name a target group of type"
                        + " instance, got aws_lb_target_group.wiki of type ip\n"
                        + "  Make the group with TargetGroupAttributes.instances."),
                violations());
    }

    @Test
    void refuses_an_auto_scaling_group_twice() {
        TargetGroup wiki = group("wiki", WIKI);
        wiki.addAutoScalingGroup("nodes", "wiki-nodes");
        wiki.addAutoScalingGroup("again", "wiki-nodes");
        group("other", WIKI).addAutoScalingGroup("nodes", "wiki-nodes");
        assertEquals(
                List.of("aws_autoscaling_attachment.wiki-again autoscaling_group_name must be attached to a target"
                        + " group once, got \"wiki-nodes\"\n  Take the repeated one out."),
                violations());
    }

    @Test
    void stops_the_synthesis_with_an_error() {
        group("wiki", WIKI).addTarget("node", Target.ip("10.0.0.9"));
        RuntimeException stopped = assertThrows(RuntimeException.class, () -> SynthesizedStack.of(stack));
        assertTrue(stopped.getMessage().contains("must be of the same type as"), stopped::getMessage);
    }

    @Test
    void takes_the_vpc_of_another_construct() {
        LoadBalancer alb =
                new LoadBalancer(stack, "alb", LoadBalancerAttributes.internal(List.of("subnet-1", "subnet-2")));
        group("wiki", WIKI.withVpcId(alb.vpcId()));
        SynthesizedStack.of(stack).resource("aws_lb_target_group", "wiki").refersTo("vpc_id", "aws_lb.alb.vpc_id");
    }
}
