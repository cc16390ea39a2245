package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.SimulatedAws.id;
import static dev.alb.sandbox.services.SimulatedAws.refusal;
import static dev.alb.sandbox.services.SimulatedAws.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.values.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What EC2 says about rules of security groups. */
class SecurityGroupRulesTest {
    private static final String GROUP = "aws_security_group";
    private static final String INGRESS = "aws_vpc_security_group_ingress_rule";
    private static final String EGRESS = "aws_vpc_security_group_egress_rule";
    private static final String AUTHORIZE = "creating VPC Security Group Rule: operation error EC2:"
            + " AuthorizeSecurityGroupIngress, https response error StatusCode: 400, RequestID: …, api error ";

    private final SimulatedAws aws = new SimulatedAws();

    private final Value.Mapping group = group("wiki", "vpc-00000001");

    @Test
    void a_rule_cannot_be_there_twice() {
        aws.create(INGRESS, https("0.0.0.0/0"));
        assertEquals(
                AUTHORIZE + "InvalidPermission.Duplicate: the specified rule \"peer: 0.0.0.0/0, TCP, from port: 443,"
                        + " to port: 443, ALLOW\" already exists",
                refusal(() -> aws.create(INGRESS, https("0.0.0.0/0"))));
        assertEquals(1, aws.all(INGRESS).size());
    }

    @Test
    void a_rule_is_the_same_whatever_is_said_about_it() {
        aws.create(INGRESS, with(https("10.0.0.0/8"), "description", "Office"));
        assertTrue(refusal(() -> aws.create(INGRESS, https("10.0.0.0/8"))).contains("InvalidPermission.Duplicate"));
    }

    @Test
    void the_other_direction_and_another_group_are_free() {
        aws.create(INGRESS, https("0.0.0.0/0"));
        aws.create(EGRESS, https("0.0.0.0/0"));
        aws.create(INGRESS, with(https("0.0.0.0/0"), "security_group_id", id(group("other", "vpc-00000001"))));
        assertEquals(2, aws.all(INGRESS).size());
    }

    @Test
    void all_traffic_has_no_ports_in_the_words_of_aws() {
        Map<String, Object> all = Map.of("security_group_id", id(group), "ip_protocol", "-1", "cidr_ipv4", "0.0.0.0/0");
        aws.create(EGRESS, all);
        assertEquals(
                "creating VPC Security Group Rule: operation error EC2: AuthorizeSecurityGroupEgress, https response"
                        + " error StatusCode: 400, RequestID: …, api error InvalidPermission.Duplicate: the specified"
                        + " rule \"peer: 0.0.0.0/0, ALL, ALLOW\" already exists",
                refusal(() -> aws.create(EGRESS, all)));
    }

    @Test
    void a_rule_written_inside_the_group_counts_too() {
        Map<String, Object> inside = new HashMap<>(Map.of("from_port", 443, "to_port", 443, "protocol", "tcp"));
        inside.put("cidr_blocks", List.of("0.0.0.0/0"));
        Value.Mapping inline =
                aws.create(GROUP, Map.of("name", "inline", "vpc_id", "vpc-00000001", "ingress", List.of(inside)));
        String said = refusal(() -> aws.create(INGRESS, with(https("0.0.0.0/0"), "security_group_id", id(inline))));
        assertTrue(said.contains("InvalidPermission.Duplicate"), said);
    }

    @Test
    void a_change_cannot_make_two_rules_the_same() {
        aws.create(INGRESS, https("0.0.0.0/0"));
        Value.Mapping office = aws.create(INGRESS, https("10.0.0.0/8"));
        String said = refusal(() -> aws.update(INGRESS, office, "cidr_ipv4", "0.0.0.0/0"));
        assertEquals(
                "updating VPC Security Group Rule (" + id(office) + "): operation error EC2:"
                        + " ModifySecurityGroupRules, https response error StatusCode: 400, RequestID: …, api error"
                        + " InvalidPermission.Duplicate: the specified rule \"peer: 0.0.0.0/0, TCP, from port: 443,"
                        + " to port: 443, ALLOW\" already exists",
                said);
        assertEquals("10.0.0.0/8", aws.read(INGRESS, office).get("cidr_ipv4").text());
    }

    @Test
    void a_group_that_is_gone_takes_no_rules() {
        aws.delete(GROUP, group);
        assertEquals(
                AUTHORIZE + "InvalidGroup.NotFound: The security group '" + id(group) + "' does not exist",
                refusal(() -> aws.create(INGRESS, https("0.0.0.0/0"))));
    }

    @Test
    void a_group_that_nobody_made_is_taken_for_existing() {
        aws.create(INGRESS, with(https("0.0.0.0/0"), "security_group_id", "sg-0d3fa017"));
        String said = refusal(() -> aws.create(INGRESS, with(https("0.0.0.0/0"), "security_group_id", "sg-0d3fa017")));
        assertTrue(said.contains("InvalidPermission.Duplicate"), said);
    }

    @Test
    void the_id_of_a_group_has_its_form() {
        assertEquals(
                AUTHORIZE + "InvalidGroupId.Malformed: Invalid id: \"wiki\" (expecting \"sg-...\")",
                refusal(() -> aws.create(INGRESS, with(https("0.0.0.0/0"), "security_group_id", "wiki"))));
        assertTrue(refusal(() -> aws.create(INGRESS, with(https("0.0.0.0/0"), "security_group_id", "sg-wiki")))
                .endsWith("api error InvalidGroupId.Malformed: Invalid id: \"sg-wiki\""));
    }

    @Test
    void groups_of_two_vpcs_cannot_refer_to_each_other() {
        Map<String, Object> rule = new HashMap<>(Map.of("security_group_id", id(group), "ip_protocol", "-1"));
        rule.put("referenced_security_group_id", id(group("other", "vpc-00000002")));
        assertEquals(
                AUTHORIZE
                        + "InvalidGroup.NotFound: You have specified two resources that belong to different networks.",
                refusal(() -> aws.create(INGRESS, rule)));
    }

    @Test
    void tcp_needs_both_ports_in_their_order() {
        Map<String, Object> without = new HashMap<>(https("0.0.0.0/0"));
        without.remove("to_port");
        assertEquals(
                AUTHORIZE + "InvalidParameterValue: Invalid value 'Must specify both from and to ports with TCP/UDP.'"
                        + " for portRange.",
                refusal(() -> aws.create(INGRESS, without)));
        assertTrue(refusal(() -> aws.create(INGRESS, with(https("0.0.0.0/0"), "to_port", 80)))
                .contains("InvalidParameterValue: Invalid value 'Invalid TCP port range (443:80)' for portRange."));
    }

    @Test
    void a_protocol_a_range_and_a_description_have_their_form() {
        assertTrue(refusal(() -> aws.create(INGRESS, with(https("0.0.0.0/0"), "ip_protocol", "http")))
                .contains("InvalidParameterValue: Invalid value 'http' for IP protocol. Unknown protocol."));
        assertTrue(refusal(() -> aws.create(INGRESS, https("10.0.0.300/32")))
                .contains("InvalidParameterValue: CIDR block 10.0.0.300/32 is malformed"));
        assertTrue(refusal(() -> aws.create(INGRESS, with(https("0.0.0.0/0"), "description", "Zürich")))
                .contains("InvalidParameterValue: Invalid rule description. Valid descriptions are strings less than"
                        + " 256 characters from the following set:  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*"));
    }

    @Test
    void sixty_rules_are_the_most() {
        for (int i = 0; i < 60; i++) {
            aws.create(INGRESS, https("10.0." + i + ".0/24"));
        }
        assertEquals(
                AUTHORIZE + "RulesPerSecurityGroupLimitExceeded: The maximum number of rules per security group has"
                        + " been reached.",
                refusal(() -> aws.create(INGRESS, https("10.1.0.0/24"))));
        aws.create(INGRESS, with(without(https(""), "cidr_ipv4"), "cidr_ipv6", "::/0"));
        aws.create(EGRESS, https("10.1.0.0/24"));
    }

    @Test
    void a_group_shows_the_rules_that_are_resources_of_their_own() {
        aws.create(INGRESS, https("0.0.0.0/0"));
        Value.Mapping office = aws.create(INGRESS, https("10.0.0.0/8"));
        aws.create(INGRESS, with(https("192.168.0.0/16"), "description", "Lab"));
        assertEquals(2, aws.read(GROUP, group).get("ingress").elements().size(), "one block for each description");
        aws.delete(INGRESS, office);
        String shown = aws.read(GROUP, group).get("ingress").text();
        assertTrue(shown.contains("0.0.0.0/0") && !shown.contains("10.0.0.0/8"), shown);
        assertEquals(0, aws.read(GROUP, group).get("egress").elements().size(), "the provider revokes the default");
    }

    @Test
    void a_rule_that_is_gone_is_deleted_without_complaint() {
        Value.Mapping rule = aws.create(INGRESS, https("0.0.0.0/0"));
        aws.delete(INGRESS, rule);
        aws.delete(INGRESS, rule);
        aws.create(INGRESS, https("0.0.0.0/0"));
    }

    private Map<String, Object> https(String cidr) {
        return Map.of(
                "security_group_id",
                id(group),
                "ip_protocol",
                "tcp",
                "from_port",
                443,
                "to_port",
                443,
                "cidr_ipv4",
                cidr);
    }

    private Value.Mapping group(String name, String vpc) {
        return aws.create(GROUP, Map.of("name", name, "vpc_id", vpc));
    }

    private static Map<String, Object> without(Map<String, Object> arguments, String name) {
        Map<String, Object> changed = new HashMap<>(arguments);
        changed.remove(name);
        return changed;
    }
}
