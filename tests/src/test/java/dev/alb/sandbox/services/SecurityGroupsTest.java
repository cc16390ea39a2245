package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.SimulatedAws.id;
import static dev.alb.sandbox.services.SimulatedAws.refusal;
import static dev.alb.sandbox.services.SimulatedAws.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What EC2 says about security groups. */
class SecurityGroupsTest {
    private static final String TYPE = "aws_security_group";
    private static final String INGRESS = "aws_vpc_security_group_ingress_rule";
    private static final String VPC = "vpc-0a1b2c3d4e5f60718";

    private final SimulatedAws aws = new SimulatedAws();

    @Test
    void a_name_is_free_once_in_a_vpc() {
        aws.create(TYPE, group("wiki"));
        assertEquals(
                "creating Security Group (wiki): operation error EC2: CreateSecurityGroup, https response error"
                        + " StatusCode: 400, RequestID: …, api error InvalidGroup.Duplicate: The security group 'wiki'"
                        + " already exists for VPC '" + VPC + "'",
                refusal(() -> aws.create(TYPE, group("wiki"))));
        aws.create(TYPE, with(group("wiki"), "vpc_id", "vpc-00000002"));
    }

    @Test
    void a_vpc_that_is_not_declared_does_not_exist_where_another_is() {
        aws.declare("aws_vpc", Map.of("cidr_block", "10.0.0.0/16"));
        assertTrue(refusal(() -> aws.create(TYPE, group("wiki")))
                .endsWith("api error InvalidVpcID.NotFound: The vpc ID '" + VPC + "' does not exist"));
    }

    @Test
    void a_description_has_few_signs_and_default_is_no_name() {
        assertTrue(refusal(() -> aws.create(TYPE, with(group("a"), "description", "Zürich")))
                .endsWith("api error InvalidParameterValue: Value (Zürich) for parameter GroupDescription is invalid."
                        + " Character sets beyond ASCII are not supported."));
        assertTrue(refusal(() -> aws.create(TYPE, with(group("a"), "description", "50% more")))
                .endsWith("api error InvalidParameterValue: Invalid security group description. Valid descriptions are"
                        + " strings less than 256 characters from the following set:"
                        + "  a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*"));
        assertTrue(refusal(() -> aws.create(TYPE, group("default"))).contains("InvalidGroup.Reserved"));
    }

    @Test
    void a_group_of_a_load_balancer_cannot_be_deleted() {
        Value.Mapping group = aws.create(TYPE, group("wiki"));
        aws.declare("aws_lb", Map.of("name", "wiki", "security_groups", List.of(id(group))));
        assertEquals(
                "deleting Security Group (" + id(group) + "): operation error EC2: DeleteSecurityGroup, https response"
                        + " error StatusCode: 400, RequestID: …, api error DependencyViolation: resource " + id(group)
                        + " has a dependent object",
                refusal(() -> aws.delete(TYPE, group)));
        aws.read(TYPE, group);
    }

    @Test
    void a_group_that_another_names_cannot_be_deleted_unless_that_is_revoked() {
        Value.Mapping group = aws.create(TYPE, group("wiki"));
        Value.Mapping other = aws.create(TYPE, group("database"));
        aws.create(INGRESS, rule(other, group));
        assertTrue(refusal(() -> aws.delete(TYPE, group)).contains("DependencyViolation"));

        Value.Mapping revoking = aws.update(TYPE, group, "revoke_rules_on_delete", true);
        aws.delete(TYPE, revoking);
        assertEquals(List.of(), aws.all(INGRESS));
        assertEquals(List.of(), aws.read(TYPE, other).get("ingress").elements());
    }

    @Test
    void rules_go_with_their_group_and_a_rule_about_itself_keeps_none() {
        Value.Mapping group = aws.create(TYPE, group("wiki"));
        aws.create(INGRESS, rule(group, group));
        aws.delete(TYPE, group);
        assertEquals(List.of(), aws.all(INGRESS));
    }

    @Test
    void a_group_whose_own_rules_are_refused_stays_without_them() {
        Map<String, Object> block =
                Map.of("from_port", 443, "to_port", 80, "protocol", "tcp", "cidr_blocks", List.of("0.0.0.0/0"));
        String said = refusal(() -> aws.create(TYPE, with(group("wiki"), "ingress", List.of(block))));
        Value.Mapping group = aws.all(TYPE).get(0);
        assertEquals(
                "updating Security Group (" + id(group) + ") ingress rules: authorizing Security Group (ingress) rules:"
                        + " operation error EC2: AuthorizeSecurityGroupIngress, https response error StatusCode: 400,"
                        + " RequestID: …, api error InvalidParameterValue: Invalid value 'Invalid TCP port range"
                        + " (443:80)' for portRange.",
                said);
        assertEquals(List.of(), group.get("ingress").elements());
    }

    @Test
    void a_group_that_writes_its_rules_inside_takes_the_others_away() {
        Value.Mapping group = aws.create(TYPE, group("wiki"));
        aws.create(INGRESS, rule(group, group));
        Map<String, Object> block =
                Map.of("from_port", 443, "to_port", 443, "protocol", "tcp", "cidr_blocks", List.of("0.0.0.0/0"));
        aws.update(TYPE, aws.read(TYPE, group), "ingress", List.of(block));
        assertEquals(List.of(), aws.all(INGRESS));
    }

    @Test
    void a_change_of_something_else_leaves_the_rules_as_they_are_by_now() {
        Value.Mapping group = aws.create(TYPE, group("wiki"));
        aws.create(INGRESS, rule(group, group));
        aws.update(TYPE, group, "tags", Map.of("team", "wiki"));
        assertEquals(1, aws.read(TYPE, group).get("ingress").elements().size());
    }

    private static Map<String, Object> group(String name) {
        return Map.of("name", name, "vpc_id", VPC);
    }

    private static Map<String, Object> rule(Value.Mapping group, Value.Mapping peer) {
        return Map.of("security_group_id", id(group), "ip_protocol", "-1", "referenced_security_group_id", id(peer));
    }
}
