package dev.alb.securitygroups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.assertions.SynthesizedStack;
import dev.alb.terraform.Inventory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecurityGroupTest {
    private static final SecurityGroupAttributes ALB = SecurityGroupAttributes.inVpc("vpc-1", "Load balancer");
    private static final SecurityGroupAttributes NODES = SecurityGroupAttributes.inVpc("vpc-1", "Confluence nodes");
    private static final String INGRESS = "aws_vpc_security_group_ingress_rule";
    private static final String EGRESS = "aws_vpc_security_group_egress_rule";

    private final App app = Testing.app();
    private final TerraformStack stack = new TerraformStack(app, "site");

    private SecurityGroup group(String id, SecurityGroupAttributes attributes) {
        return new SecurityGroup(stack, id, attributes);
    }

    private static String nameOf(String id, SecurityGroupAttributes attributes) {
        return String.valueOf(new SecurityGroup(new TerraformStack(Testing.app(), "site"), id, attributes)
                .arguments()
                .get("name"));
    }

    private List<String> violations() {
        return Inventory.of(stack).violations().stream().map(Object::toString).toList();
    }

    @Test
    void has_no_rules_by_itself() {
        SecurityGroup alb = group("alb", ALB);
        assertEquals("aws_security_group.alb", alb.address());
        SynthesizedStack json = SynthesizedStack.of(stack);
        json.hasExactlyTheAddresses("aws_security_group.alb");
        json.resource("aws_security_group", "alb")
                .has("description", "Load balancer")
                .has("vpc_id", "vpc-1")
                .has("lifecycle.create_before_destroy", true)
                .lacks("ingress")
                .lacks("egress");
    }

    @Test
    void has_a_name_that_stays_until_it_is_replaced() {
        assertEquals("alb-c3cb3e02", nameOf("alb", ALB));
        assertNotEquals(nameOf("alb", ALB), nameOf("alb", ALB.withDescription("Other")));
        assertNotEquals(nameOf("alb", ALB), nameOf("alb", ALB.withVpcId("vpc-2")));
        assertEquals(
                nameOf("alb", ALB), nameOf("alb", ALB.withTags(Map.of("a", "b")).withRevokeRulesOnDelete(true)));
        assertEquals(
                nameOf("alb", ALB.withVpcId("${TfToken[TOKEN.1]}")),
                nameOf("alb", ALB.withVpcId("${TfToken[TOKEN.7]}")));
    }

    @Test
    void keeps_its_name_when_the_default_description_is_spelled_out() {
        assertEquals(
                nameOf("alb", ALB.withDescription(null)), nameOf("alb", ALB.withDescription("Managed by Terraform")));
    }

    @Test
    void has_a_legal_name_whatever_its_id() {
        assertTrue(nameOf("sg-alb", ALB).matches("alb-[0-9a-f]{8}"), nameOf("sg-alb", ALB));
    }

    @Test
    void has_the_name_or_the_prefix_that_is_given() {
        group("named", ALB.withName("wiki"));
        group("prefixed", ALB.withNamePrefix("wiki-"));
        SynthesizedStack json = SynthesizedStack.of(stack);
        json.resource("aws_security_group", "named").has("name", "wiki");
        json.resource("aws_security_group", "prefixed")
                .has("name_prefix", "wiki-")
                .lacks("name");
    }

    @Test
    void refuses_one_name_for_two_groups_of_a_vpc() {
        group("one", ALB.withName("wiki"));
        group("elsewhere", ALB.withName("wiki").withVpcId("vpc-2"));
        new SecurityGroup(new TerraformStack(app, "other"), "second", ALB.withName("wiki"));
        assertEquals(
                List.of("aws_security_group.second name must be another than that of aws_security_group.one,"
                        + " got \"wiki\"\n  Rename one of the two, or leave the name out to have one made."),
                violations());
    }

    @Test
    void refuses_one_name_for_two_groups_of_the_default_vpc_in_a_stack() {
        SecurityGroupAttributes named = ALB.withVpcId(null).withName("wiki");
        group("one", named);
        new SecurityGroup(new TerraformStack(app, "other"), "elsewhere", named);
        assertEquals(List.of(), violations());
        group("two", named);
        assertEquals(1, violations().size());
    }

    @Test
    void refuses_one_name_for_two_ids_that_differ_in_what_aws_reserves() {
        group("sg-alb", ALB);
        group("alb", ALB);
        assertEquals(1, violations().size());
    }

    @Test
    void lets_traffic_in() {
        IngressRule rule = group("alb", ALB).allowFrom("office", Peer.ipv4("203.0.113.0/24"), Ports.tcp(443), "Office");
        assertEquals(INGRESS + ".alb-from-office", rule.address());
        SynthesizedStack.of(stack)
                .hasNo(EGRESS)
                .resource(INGRESS, "alb-from-office")
                .refersTo("security_group_id", "aws_security_group.alb.id")
                .has("{cidr_ipv4: '203.0.113.0/24', ip_protocol: 'tcp', from_port: 443, to_port: 443}")
                .has("description", "Office")
                .has("lifecycle.create_before_destroy", true)
                .lacks("peer")
                .lacks("ports");
    }

    @Test
    void lets_traffic_out() {
        SecurityGroup alb = group("alb", ALB.withRegion("eu-west-1"));
        alb.allowTo("all", Peer.ipv6("::/0"), Ports.all(), "Everywhere");
        alb.allowTo("store", Peer.prefixList("pl-0a1b"), Ports.tcp(443), "S3");
        SynthesizedStack json = SynthesizedStack.of(stack);
        json.hasNo(INGRESS).hasExactly(EGRESS, "alb-to-all", "alb-to-store");
        json.resource(EGRESS, "alb-to-all")
                .has("{cidr_ipv6: '::/0', ip_protocol: '-1', region: 'eu-west-1'}")
                .lacks("from_port")
                .lacks("to_port");
        json.resource(EGRESS, "alb-to-store").has("prefix_list_id", "pl-0a1b");
    }

    @Test
    void refuses_a_description_that_ec2_refuses() {
        SecurityGroupRuleAttributes rule =
                SecurityGroupRuleAttributes.of("sg-1", Peer.ipv4("10.0.0.0/8"), Ports.tcp(443));
        Refused.with(
                "description must consist of letters without accents, digits, blanks and ._-:/()#,@[]+=&;{}!$*,"
                        + " got \"Büro\"\n  Take the other characters out, quotes and line breaks among them.",
                () -> rule.withDescription("Büro"));
        Refused.with(
                "description must have 1 to 255 characters, got \"" + "x".repeat(256)
                        + "\" (256)\n  Give a text of that length.",
                () -> rule.withDescription("x".repeat(256)));
    }

    @Test
    void writes_both_sides_of_a_way() {
        Reach reach = group("alb", ALB).mayReach(group("nodes", NODES), "http", Ports.tcp(8090), "Confluence");
        assertEquals(EGRESS + ".alb-to-nodes-http", reach.egress().address());
        assertEquals(INGRESS + ".nodes-from-alb-http", reach.ingress().address());
        SynthesizedStack json = SynthesizedStack.of(stack);
        json.hasExactly(EGRESS, "alb-to-nodes-http").hasExactly(INGRESS, "nodes-from-alb-http");
        json.resource(EGRESS, "alb-to-nodes-http")
                .refersTo("security_group_id", "aws_security_group.alb.id")
                .refersTo("referenced_security_group_id", "aws_security_group.nodes.id")
                .has("{from_port: 8090, to_port: 8090, description: 'Confluence'}");
        json.resource(INGRESS, "nodes-from-alb-http")
                .refersTo("security_group_id", "aws_security_group.nodes.id")
                .refersTo("referenced_security_group_id", "aws_security_group.alb.id")
                .has("{from_port: 8090, to_port: 8090, description: 'Confluence'}");
    }

    @Test
    void lets_the_members_of_one_group_reach_each_other() {
        SecurityGroup nodes = group("nodes", NODES);
        nodes.mayReach(nodes, "hazelcast", Ports.tcp(5801), "Cluster");
        SynthesizedStack.of(stack)
                .hasExactly(EGRESS, "nodes-to-nodes-hazelcast")
                .hasExactly(INGRESS, "nodes-from-nodes-hazelcast");
        assertEquals(List.of(), violations());
    }

    @Test
    void writes_the_rules_of_a_group_that_is_there_already() {
        ExistingSecurityGroup nodes = new ExistingSecurityGroup(stack, "nodes", "sg-0a1b");
        group("alb", ALB).mayReach(nodes, "http", Ports.tcp(8090), "Confluence");
        SynthesizedStack json = SynthesizedStack.of(stack);
        json.resource(INGRESS, "nodes-from-alb-http")
                .has("security_group_id", "sg-0a1b")
                .refersTo("referenced_security_group_id", "aws_security_group.alb.id");
        json.resource(EGRESS, "alb-to-nodes-http").has("referenced_security_group_id", "sg-0a1b");
        json.hasExactly("aws_security_group", "alb");
    }

    @Test
    void writes_ways_between_two_groups_that_are_there_already() {
        ExistingSecurityGroup nodes = new ExistingSecurityGroup(stack, "nodes", "sg-0a1b");
        ExistingSecurityGroup database = new ExistingSecurityGroup(stack, "database", "sg-0c2d", "eu-west-1");
        nodes.mayReach(database, "sql", Ports.tcp(5432), "Database");
        SynthesizedStack json = SynthesizedStack.of(stack);
        json.hasExactlyTheAddresses(EGRESS + ".nodes-to-database-sql", INGRESS + ".database-from-nodes-sql");
        json.resource(INGRESS, "database-from-nodes-sql").has("region", "eu-west-1");
        json.resource(EGRESS, "nodes-to-database-sql").lacks("region");
    }

    @Test
    void refuses_an_existing_group_without_its_id() {
        Refused.with(
                "id must be the id of a security group, got \"nodes\"\n"
                        + "  Write it as in \"sg-0123456789abcdef0\", neither the name nor the ARN.",
                () -> new ExistingSecurityGroup(stack, "nodes", "nodes"));
    }

    @Test
    void writes_a_way_across_stacks_without_a_circle() {
        SecurityGroup nodes = new SecurityGroup(new TerraformStack(app, "nodes"), "nodes", NODES);
        group("alb", ALB).mayReach(nodes, "http", Ports.tcp(8090), "Confluence");
        SynthesizedStack json = SynthesizedStack.of(stack);
        json.resource(INGRESS, "nodes-from-alb-http")
                .refersTo("security_group_id", "nodes/aws_security_group.nodes.id");
        json.stack("nodes").hasNo(INGRESS);
    }

    @Test
    void refuses_the_same_rule_twice() {
        SecurityGroup alb = group("alb", ALB);
        alb.allowFrom("office", Peer.ipv4("203.0.113.0/24"), Ports.tcp(443), "Office");
        alb.allowFrom("branch", Peer.ipv4("203.0.113.0/24"), Ports.tcp(443), "Branch");
        assertEquals(
                List.of(INGRESS + ".alb-from-branch must differ from " + INGRESS
                        + ".alb-from-office in its peer or its ports, got the same rule of the same group\n"
                        + "  Take one of the two out; the description does not count."),
                violations());
    }

    @Test
    void takes_rules_that_differ_in_direction_peer_ports_or_group() {
        SecurityGroup alb = group("alb", ALB);
        Peer office = Peer.ipv4("203.0.113.0/24");
        alb.allowFrom("office", office, Ports.tcp(443), "Office");
        alb.allowTo("office", office, Ports.tcp(443), "Office");
        alb.allowFrom("plain", office, Ports.tcp(80), "Office");
        alb.allowFrom("branch", Peer.ipv4("198.51.100.0/24"), Ports.tcp(443), "Branch");
        group("nodes", NODES).allowFrom("office", office, Ports.tcp(443), "Office");
        assertEquals(List.of(), violations());
    }

    @Test
    void finds_the_same_rule_in_another_notation() {
        new IngressRule(stack, "one", SecurityGroupRuleAttributes.of("sg-1", Peer.ipv6("2001:db8::/32"), Ports.all()));
        new IngressRule(
                stack, "two", SecurityGroupRuleAttributes.of("sg-1", Peer.ipv6("2001:DB8:0::/32"), Ports.all()));
        assertEquals(1, violations().size());
    }
}
