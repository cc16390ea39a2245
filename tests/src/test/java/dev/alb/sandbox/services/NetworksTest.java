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

/** What EC2 says about VPCs, subnets, internet gateways and instances. */
class NetworksTest {
    private static final String VPC = "aws_vpc";
    private static final String SUBNET = "aws_subnet";
    private static final String GATEWAY = "aws_internet_gateway";
    private static final String INSTANCE = "aws_instance";

    private final SimulatedAws aws = new SimulatedAws();

    private final Value.Mapping vpc = aws.create(VPC, Map.of("cidr_block", "10.0.0.0/16"));

    @Test
    void a_vpc_has_between_16_and_28_bits() {
        assertEquals(
                "creating EC2 VPC: operation error EC2: CreateVpc, https response error StatusCode: 400, RequestID: …,"
                        + " api error InvalidVpc.Range: The CIDR '10.0.0.0/8' is invalid.",
                refusal(() -> aws.create(VPC, Map.of("cidr_block", "10.0.0.0/8"))));
    }

    @Test
    void five_vpcs_are_the_most() {
        for (int i = 1; i < 5; i++) {
            aws.create(VPC, Map.of("cidr_block", "10." + i + ".0.0/16"));
        }
        assertTrue(refusal(() -> aws.create(VPC, Map.of("cidr_block", "10.5.0.0/16")))
                .endsWith("api error VpcLimitExceeded: The maximum number of VPCs has been reached."));
    }

    @Test
    void a_vpc_goes_last() {
        Value.Mapping subnet = subnet("10.0.0.0/24");
        assertEquals(
                "deleting EC2 VPC (" + id(vpc) + "): operation error EC2: DeleteVpc, https response error StatusCode:"
                        + " 400, RequestID: …, api error DependencyViolation: The vpc '" + id(vpc)
                        + "' has dependencies and cannot be deleted.",
                refusal(() -> aws.delete(VPC, vpc)));
        aws.delete(SUBNET, subnet);
        aws.delete(VPC, vpc);
        assertEquals(List.of(), aws.all(VPC));
    }

    @Test
    void a_subnet_is_in_its_vpc() {
        String start = "creating EC2 Subnet: operation error EC2: CreateSubnet, https response error StatusCode: 400,"
                + " RequestID: …, api error ";
        assertEquals(
                start + "InvalidSubnet.Range: The CIDR '10.1.0.0/24' is invalid.",
                refusal(() -> subnet("10.1.0.0/24")));
        assertEquals(
                start + "InvalidParameterValue: Value (10.0.0.0) for parameter cidrBlock is invalid. This is not a"
                        + " valid CIDR block.",
                refusal(() -> subnet("10.0.0.0")));
    }

    @Test
    void two_subnets_do_not_overlap() {
        subnet("10.0.0.0/20");
        assertTrue(refusal(() -> subnet("10.0.1.0/24"))
                .endsWith("api error InvalidSubnet.Conflict: The CIDR '10.0.1.0/24' conflicts with another subnet"));
        subnet("10.0.16.0/24");
    }

    @Test
    void a_subnet_needs_a_vpc_and_a_zone_of_the_region() {
        aws.declare(VPC, Map.of("cidr_block", "172.16.0.0/16"));
        assertTrue(refusal(() -> aws.create(SUBNET, Map.of("vpc_id", "vpc-00000001", "cidr_block", "10.0.0.0/24")))
                .endsWith("api error InvalidVpcID.NotFound: The vpc ID 'vpc-00000001' does not exist"));
        Map<String, Object> elsewhere = Map.of("vpc_id", id(vpc), "cidr_block", "10.0.0.0/24");
        assertTrue(refusal(() -> aws.create(SUBNET, with(elsewhere, "availability_zone", "eu-west-9a")))
                .contains("Value (eu-west-9a) for parameter availabilityZone is invalid."));
    }

    @Test
    void a_subnet_with_a_load_balancer_stays() {
        Value.Mapping subnet = subnet("10.0.0.0/24");
        aws.declare("aws_lb", Map.of("name", "wiki", "subnets", List.of(id(subnet))));
        assertEquals(
                "deleting EC2 Subnet (" + id(subnet) + "): operation error EC2: DeleteSubnet, https response error"
                        + " StatusCode: 400, RequestID: …, api error DependencyViolation: The subnet '" + id(subnet)
                        + "' has dependencies and cannot be deleted.",
                refusal(() -> aws.delete(SUBNET, subnet)));
    }

    @Test
    void a_vpc_has_one_internet_gateway() {
        aws.create(GATEWAY, Map.of("vpc_id", id(vpc)));
        String said = refusal(() -> aws.create(GATEWAY, Map.of("vpc_id", id(vpc))));
        Value.Mapping second = aws.all(GATEWAY).stream()
                .filter(gateway -> gateway.get("vpc_id").text().isEmpty())
                .findFirst()
                .orElseThrow();
        assertEquals(
                "creating EC2 Internet Gateway: attaching EC2 Internet Gateway (" + id(second) + ") to VPC (" + id(vpc)
                        + "): operation error EC2: AttachInternetGateway, https response error StatusCode: 400,"
                        + " RequestID: …, api error InvalidParameterValue: Network " + id(vpc)
                        + " already has an internet gateway attached",
                said);
    }

    @Test
    void a_gateway_stays_as_long_as_something_has_a_public_address() {
        Value.Mapping gateway = aws.create(GATEWAY, Map.of("vpc_id", id(vpc)));
        aws.declare("aws_lb", Map.of("name", "wiki", "vpc_id", id(vpc), "internal", false));
        String said = refusal(() -> aws.delete(GATEWAY, gateway));
        assertEquals(
                "deleting EC2 Internet Gateway (" + id(gateway) + "): detaching EC2 Internet Gateway (" + id(gateway)
                        + ") from VPC (" + id(vpc) + "): operation error EC2: DetachInternetGateway, https response"
                        + " error StatusCode: 400, RequestID: …, api error DependencyViolation: Network " + id(vpc)
                        + " has some mapped public address(es). Please unmap those public address(es) before detaching"
                        + " the gateway.",
                said);
    }

    @Test
    void an_instance_has_an_image_a_subnet_and_groups_of_one_vpc() {
        Value.Mapping subnet = subnet("10.0.0.0/24");
        Map<String, Object> instance =
                Map.of("ami", "ami-0a1b2c3d", "instance_type", "t3.micro", "subnet_id", id(subnet));
        aws.create(INSTANCE, instance);
        String start = "creating EC2 Instance: operation error EC2: RunInstances, https response error StatusCode: 400,"
                + " RequestID: …, api error ";
        assertEquals(
                start + "InvalidAMIID.Malformed: Invalid id: \"ubuntu\" (expecting \"ami-...\")",
                refusal(() -> aws.create(INSTANCE, with(instance, "ami", "ubuntu"))));

        Value.Mapping group = aws.create("aws_security_group", Map.of("name", "a", "vpc_id", "vpc-00000002"));
        assertEquals(
                start + "InvalidParameter: Security group " + id(group) + " and subnet " + id(subnet)
                        + " belong to different networks.",
                refusal(() -> aws.create(INSTANCE, with(instance, "vpc_security_group_ids", List.of(id(group))))));
        aws.delete("aws_security_group", group);
        assertEquals(
                start + "InvalidGroup.NotFound: The security group '" + id(group) + "' does not exist",
                refusal(() -> aws.create(INSTANCE, with(instance, "vpc_security_group_ids", List.of(id(group))))));
    }

    @Test
    void a_subnet_that_was_deleted_takes_no_instance() {
        Value.Mapping subnet = subnet("10.0.0.0/24");
        aws.delete(SUBNET, subnet);
        Map<String, Object> instance =
                Map.of("ami", "ami-0a1b2c3d", "instance_type", "t3.micro", "subnet_id", id(subnet));
        assertTrue(refusal(() -> aws.create(INSTANCE, instance))
                .endsWith("api error InvalidSubnetID.NotFound: The subnet ID '" + id(subnet) + "' does not exist"));
    }

    @Test
    void an_instance_can_be_protected() {
        Value.Mapping instance = aws.create(
                INSTANCE, Map.of("ami", "ami-0a1b2c3d", "instance_type", "t3.micro", "disable_api_termination", true));
        assertEquals(
                "terminating EC2 Instance (" + id(instance) + "): operation error EC2: TerminateInstances, https"
                        + " response error StatusCode: 400, RequestID: …, api error OperationNotPermitted: The instance"
                        + " '" + id(instance) + "' may not be terminated. Modify its 'disableApiTermination' instance"
                        + " attribute and try again.",
                refusal(() -> aws.delete(INSTANCE, instance)));
    }

    private Value.Mapping subnet(String cidr) {
        return aws.create(SUBNET, Map.of("vpc_id", id(vpc), "cidr_block", cidr));
    }
}
