package dev.alb.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.sandbox.account.Account;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.services.AwsApi;
import dev.alb.sandbox.services.LookupFailure;
import dev.alb.sandbox.values.JsonValues;
import dev.alb.sandbox.values.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a data source finds in the account, and what it takes for existing. */
class DataSourcesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AwsSchema SCHEMA = AwsSchema.load();
    private static final String VPC = "vpc-0a1b2c3d4e5f60718";

    private final AwsApi aws = new AwsApi(Account.inMemory());
    private final Caller caller = new Caller();

    @Test
    void finds_by_argument_by_filter_and_by_tag() {
        String one = declare("aws_vpc", Map.of("cidr_block", "10.0.0.0/16", "tags", Map.of("Name", "one")));
        String two = declare("aws_vpc", Map.of("cidr_block", "10.9.0.0/16", "tags", Map.of("Name", "two")));
        assertEquals(one, read("aws_vpc", Map.of("id", one)).get("id").text());
        assertEquals(two, read("aws_vpc", filter("cidr", "10.9.*")).get("id").text());
        assertEquals(
                two,
                read("aws_vpc", filter("tag:Name", "three", "two")).get("id").text());
        assertEquals(
                one,
                read("aws_vpc", Map.of("tags", Map.of("Name", "one"))).get("id").text());
    }

    @Test
    void says_in_the_words_of_the_provider_that_it_found_none_or_several() {
        declare("aws_vpc", Map.of("cidr_block", "10.0.0.0/16"));
        declare("aws_vpc", Map.of("cidr_block", "10.9.0.0/16"));
        assertEquals("no matching EC2 VPC found", failure("aws_vpc", filter("cidr", "10.8.0.0/16")));
        assertEquals("no matching EC2 VPC found", failure("aws_vpc", Map.of("id", "vpc-0123456789abcdef0")));
        assertEquals(
                "multiple EC2 VPCs matched; use additional constraints to reduce matches to a single EC2 VPC",
                failure("aws_vpc", filter("cidr", "10.*")));
    }

    @Test
    void refuses_a_filter_that_ec2_does_not_have() {
        String failure = failure("aws_vpc", filter("colour", "red"));
        assertTrue(failure.contains("InvalidParameterValue: The filter 'colour' is invalid"), failure);
    }

    @Test
    void takes_what_nobody_declared_for_existing_as_long_as_its_id_is_one_of_aws() {
        Value.Mapping subnet = read("aws_subnet", Map.of("id", "subnet-0123456789abcdef0"));
        assertEquals("available", subnet.get("state").text(), subnet::toString);
        assertTrue(subnet.get("arn").text().endsWith(":subnet/subnet-0123456789abcdef0"), subnet::toString);
        assertEquals("no matching EC2 Subnet found", failure("aws_subnet", Map.of("id", "subnet-one")));
    }

    @Test
    void subnets_that_are_taken_for_existing_lie_in_zones_of_their_own_and_in_one_vpc() {
        Value ids = read("aws_subnets", filter("vpc-id", VPC)).get("ids");
        Set<String> zones = new HashSet<>();
        for (Value id : ids.elements()) {
            Value.Mapping subnet = read("aws_subnet", Map.of("id", id.text()));
            assertEquals(VPC, subnet.get("vpc_id").text(), subnet::toString);
            zones.add(subnet.get("availability_zone").text());
        }
        assertEquals(3, zones.size(), ids::text);
        assertEquals(ids, read("aws_subnets", filter("vpc-id", VPC)).get("ids"));
    }

    @Test
    void several_that_are_found_are_all_collected() {
        declare("aws_instance", Map.of("ami", "ami-1", "instance_type", "t3.micro", "tags", Map.of("Name", "node-1")));
        declare("aws_instance", Map.of("ami", "ami-1", "instance_type", "t3.micro", "tags", Map.of("Name", "node-2")));
        declare("aws_instance", Map.of("ami", "ami-1", "instance_type", "t3.micro", "tags", Map.of("Name", "other")));
        Value.Mapping nodes = read("aws_instances", filter("tag:Name", "node-?"));
        assertEquals(2, nodes.get("ids").elements().size(), nodes::toString);
        assertEquals(2, nodes.get("private_ips").elements().size(), nodes::toString);
    }

    @Test
    void a_certificate_that_is_not_issued_yet_is_not_found() {
        declare(
                "aws_acm_certificate",
                Map.of("domain_name", "wiki.example.com", "validation_method", "DNS", "status", "PENDING_VALIDATION"));
        assertEquals(
                "no ACM Certificate matching domain (wiki.example.com)",
                failure("aws_acm_certificate", Map.of("domain", "wiki.example.com")));
        Map<String, Object> pending = Map.of("domain", "wiki.example.com", "statuses", List.of("PENDING_VALIDATION"));
        assertEquals(
                "PENDING_VALIDATION",
                read("aws_acm_certificate", pending).get("status").text());
    }

    @Test
    void renders_a_policy_as_the_provider_does() {
        Map<String, Object> statement = Map.of(
                "actions", List.of("s3:PutObject", "s3:GetObject"),
                "resources", List.of("arn:aws:s3:::logs/&{aws:username}"),
                "principals", List.of(Map.of("type", "AWS", "identifiers", List.of("*"))),
                "condition",
                        List.of(Map.of("test", "Bool", "variable", "aws:SecureTransport", "values", List.of("true"))));
        Value.Mapping policy = read("aws_iam_policy_document", Map.of("statement", List.of(statement)));
        assertEquals(
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                        + "\"Action\":[\"s3:PutObject\",\"s3:GetObject\"],\"Resource\":\"arn:aws:s3:::logs/${aws:username}\","
                        + "\"Principal\":{\"AWS\":\"*\"},\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}}}]}",
                policy.get("minified_json").text());
        assertTrue(policy.get("json").text().startsWith("{\n  \"Version\": \"2012-10-17\",\n"), policy::toString);
    }

    @Test
    void knows_the_zones_of_a_region_and_the_account_that_writes_its_logs() {
        Value.Mapping zones = read("aws_availability_zones", Map.of("region", "ap-southeast-2"));
        assertEquals(
                "[ap-southeast-2a, ap-southeast-2b, ap-southeast-2c]",
                zones.get("names").text());
        assertEquals("[apse2-az1, apse2-az2, apse2-az3]", zones.get("zone_ids").text());
        assertEquals(
                "054676820928",
                read("aws_elb_service_account", Map.of("region", "eu-central-1"))
                        .get("id")
                        .text());
    }

    private String declare(String type, Map<String, ?> attributes) {
        ResourceType resource = SCHEMA.resource(type);
        Value.Mapping said = (Value.Mapping) value(resource, attributes);
        Value planned = resource.block().map(said, (attribute, block) -> {
            Value value = block.get(attribute.name());
            boolean open = value.isNull() && attribute.computed();
            return open ? Value.Absent.UNKNOWN : value.isNull() ? attribute.defaultValue() : value;
        });
        return aws.put(resource, caller, (Value.Mapping) planned, Origin.DECLARED)
                .get("id")
                .text();
    }

    private Value.Mapping read(String source, Map<String, ?> config) {
        ResourceType type = SCHEMA.dataSource(source);
        return aws.readDataSource(SCHEMA, type, caller, (Value.Mapping) value(type, config));
    }

    private String failure(String source, Map<String, ?> config) {
        return assertThrows(LookupFailure.class, () -> read(source, config)).getMessage();
    }

    private static Value value(ResourceType type, Map<String, ?> attributes) {
        ObjectNode json = JSON.valueToTree(attributes);
        return type.block().complete(JsonValues.read(json, type.block().type()));
    }

    private static Map<String, Object> filter(String name, String... values) {
        return Map.of("filter", List.of(Map.of("name", name, "values", List.of(values))));
    }
}
