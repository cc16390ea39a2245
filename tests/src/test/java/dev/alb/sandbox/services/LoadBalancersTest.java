package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.LoadBalancing.answer;
import static dev.alb.sandbox.services.LoadBalancing.arn;
import static dev.alb.sandbox.services.LoadBalancing.error;
import static dev.alb.sandbox.services.SimulatedAws.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Elastic Load Balancing says about load balancers. */
class LoadBalancersTest {
    private static final String CREATE =
            "creating ELBv2 application Load Balancer (wiki): " + error("CreateLoadBalancer");

    private final LoadBalancing elb = new LoadBalancing();
    private int subnets;

    @Test
    void the_provider_finds_a_name_that_is_taken() {
        elb.loadBalancer("wiki");
        assertEquals("ELBv2 Load Balancer (wiki) already exists", refusal(() -> elb.loadBalancer("wiki")));
    }

    @Test
    void aws_finds_a_name_that_another_kind_has() {
        elb.loadBalancer("wiki");
        assertEquals(
                "creating ELBv2 network Load Balancer (wiki): " + error("CreateLoadBalancer")
                        + "DuplicateLoadBalancerName: A load balancer with the same name 'wiki' exists, but with"
                        + " different settings",
                refusal(() -> elb.loadBalancer("wiki", Map.of("load_balancer_type", "network"))));
    }

    @Test
    void two_subnets_are_the_least() {
        assertEquals(
                CREATE + "api error ValidationError: At least two subnets in two different Availability Zones must be"
                        + " specified",
                refusal(() -> elb.loadBalancer("wiki", Map.of("subnets", List.of("subnet-0a00000a")))));
    }

    @Test
    void subnets_are_in_different_zones() {
        assertEquals(
                CREATE + "InvalidConfigurationRequest: A load balancer cannot be attached to multiple subnets in the"
                        + " same Availability Zone",
                refusal(() -> inSubnets(subnet("us-east-1a"), subnet("us-east-1a"))));
    }

    @Test
    void subnets_that_are_declared_are_all_there_are() {
        String known = subnet("us-east-1a");
        assertEquals(
                CREATE + "SubnetNotFound: The subnet ID 'subnet-0a000007' does not exist",
                refusal(() -> inSubnets(known, "subnet-0a000007")));
    }

    @Test
    void subnets_are_of_one_vpc() {
        List<String> ids = List.of(subnet("us-east-1b", "vpc-0a000001"), subnet("us-east-1a", "vpc-0a000002"));
        assertEquals(
                CREATE
                        + "InvalidConfigurationRequest: All subnets must belong to the same VPC: 'vpc-0a000001', 'vpc-0a000002'",
                refusal(() -> elb.loadBalancer("wiki", Map.of("subnets", ids))));
    }

    @Test
    void a_vpc_of_ones_own_needs_an_internet_gateway() {
        elb.aws.holds("aws_vpc", Origin.CREATED, Map.of("id", "vpc-0a000008"));
        List<String> subnets = List.of(subnet("us-east-1a", "vpc-0a000008"), subnet("us-east-1b", "vpc-0a000008"));
        assertEquals(
                CREATE + "InvalidSubnet: VPC vpc-0a000008 has no internet gateway",
                refusal(() -> elb.loadBalancer("wiki", Map.of("subnets", subnets))));
        elb.loadBalancer("inside", Map.of("subnets", subnets, "internal", true));
        elb.aws.holds("aws_internet_gateway", Origin.CREATED, Map.of("id", "igw-1", "vpc_id", "vpc-0a000008"));
        Value.Mapping wiki = elb.loadBalancer("wiki", Map.of("subnets", subnets));
        assertEquals("vpc-0a000008", wiki.get("vpc_id").text(), wiki::toString);
    }

    @Test
    void a_security_group_that_was_deleted_is_gone() {
        Value.Mapping group = elb.aws.create("aws_security_group", Map.of("name", "old", "vpc_id", "vpc-0a000001"));
        elb.aws.delete("aws_security_group", group);
        assertEquals(
                CREATE + "InvalidSecurityGroup: Security group '" + id(group) + "' does not exist",
                refusal(() -> elb.loadBalancer("wiki", Map.of("security_groups", List.of(id(group))))));
    }

    @Test
    void security_groups_are_of_the_vpc() {
        String group = id(elb.aws.create("aws_security_group", Map.of("name", "far", "vpc_id", "vpc-0a000009")));
        List<String> subnets = List.of(subnet("us-east-1a"), subnet("us-east-1b"));
        assertEquals(
                CREATE + "InvalidConfigurationRequest: One or more security groups are invalid",
                refusal(() -> elb.loadBalancer("wiki", Map.of("subnets", subnets, "security_groups", List.of(group)))));
    }

    @Test
    void fifty_are_all_that_a_new_account_may_have() {
        for (int i = 0; i < 50; i++) {
            elb.loadBalancer("wiki-" + i);
        }
        assertEquals(
                CREATE + "TooManyLoadBalancers: The maximum number of load balancers '50' has been reached",
                refusal(() -> elb.loadBalancer("wiki")));
    }

    @ParameterizedTest
    @CsvSource({
        "idle_timeout, 4001, 'idle_timeout.timeout_seconds', 1, 4000",
        "client_keep_alive, 59, 'client_keep_alive.seconds', 60, 604800"
    })
    void a_load_balancer_stays_where_only_its_attributes_are_refused(
            String attribute, int value, String key, int least, int most) {
        String said = refusal(() -> elb.loadBalancer("wiki", Map.of(attribute, value)));
        Value.Mapping left = elb.aws.all("aws_lb").get(0);
        assertEquals(
                "modifying ELBv2 Load Balancer (" + arn(left) + ") attributes: "
                        + error("ModifyLoadBalancerAttributes") + "InvalidConfigurationRequest: The value '" + value
                        + "' of '" + key + "' is not valid. It must be between '" + least + "' and '" + most + "'",
                said);
        assertEquals("60", left.get("idle_timeout").text(), left::toString);
        assertEquals("3600", left.get("client_keep_alive").text(), left::toString);
    }

    @Test
    void a_bucket_for_logs_needs_a_policy() {
        elb.aws.create("aws_s3_bucket", Map.of("bucket", "logs"));
        Map<String, Object> logs = Map.of("access_logs", List.of(Map.of("bucket", "logs", "enabled", true)));
        String said = refusal(() -> elb.loadBalancer("wiki", logs));
        assertTrue(
                said.endsWith("InvalidConfigurationRequest: Access Denied for bucket: logs. Please check S3bucket"
                        + " permission"),
                said);
        String policy = "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:PutObject\","
                + " \"Principal\": {\"Service\": \"logdelivery.elasticloadbalancing.amazonaws.com\"},"
                + " \"Resource\": \"arn:aws:s3:::logs/AWSLogs/*\"}}";
        elb.aws.create("aws_s3_bucket_policy", Map.of("bucket", "logs", "policy", policy));
        elb.loadBalancer("wiki-2", logs);
    }

    @Test
    void capacity_has_a_limit() {
        Map<String, Object> much = Map.of("minimum_load_balancer_capacity", List.of(Map.of("capacity_units", 15_001)));
        String said = refusal(() -> elb.loadBalancer("wiki", much));
        assertTrue(
                said.endsWith("CapacityUnitsLimitExceeded: The requested capacity units '15001' exceed the limit of"
                        + " '15000'"),
                said);
    }

    @Test
    void an_internal_one_has_addresses_that_fit() {
        Map<String, Object> odd = Map.of("internal", true, "ip_address_type", "dualstack-without-public-ipv4");
        assertEquals(
                CREATE + "InvalidConfigurationRequest: The IP address type 'dualstack-without-public-ipv4' is not"
                        + " supported for internal load balancers",
                refusal(() -> elb.loadBalancer("wiki", odd)));
    }

    @Test
    void a_change_of_subnets_is_a_call_of_its_own() {
        Value.Mapping wiki = elb.loadBalancer("wiki");
        assertEquals(
                "setting ELBv2 Load Balancer (" + arn(wiki) + ") subnets: " + error("SetSubnets")
                        + "api error ValidationError: At least two subnets in two different Availability Zones must be"
                        + " specified",
                refusal(() -> elb.aws.update("aws_lb", wiki, "subnets", List.of("subnet-0a00000a"))));
    }

    @Test
    void what_was_set_before_a_refusal_stays() {
        Value.Mapping wiki = elb.loadBalancer("wiki");
        Map<String, Object> changes = Map.of("idle_timeout", 100, "subnets", List.of("subnet-0a00000a"));
        refusal(() -> elb.aws.update("aws_lb", wiki, changes));
        Value.Mapping left = elb.aws.read("aws_lb", wiki);
        assertEquals("100", left.get("idle_timeout").text(), left::toString);
        assertEquals(wiki.get("subnets"), left.get("subnets"), left::toString);
    }

    @Test
    void deletion_protection_holds() {
        Value.Mapping wiki = elb.loadBalancer("wiki", Map.of("enable_deletion_protection", true));
        assertEquals(
                "deleting ELBv2 Load Balancer (" + arn(wiki) + "): " + error("DeleteLoadBalancer")
                        + "OperationNotPermitted: Load balancer '" + arn(wiki)
                        + "' cannot be deleted because deletion protection is enabled",
                refusal(() -> elb.aws.delete("aws_lb", wiki)));
        elb.aws.update("aws_lb", wiki, "enable_deletion_protection", false);
        elb.aws.delete("aws_lb", wiki);
        assertEquals(List.of(), elb.aws.all("aws_lb"));
    }

    @Test
    void its_listeners_rules_and_certificates_go_with_it() {
        Value.Mapping wiki = elb.loadBalancer("wiki");
        Value.Mapping https = elb.https(wiki, answer("200"));
        elb.rule(https, 1);
        String second = LoadBalancing.CERTIFICATE.replace("0c7d", "1c7d");
        elb.aws.create("aws_lb_listener_certificate", Map.of("listener_arn", arn(https), "certificate_arn", second));
        elb.aws.delete("aws_lb", wiki);
        for (String type : List.of("aws_lb_listener", "aws_lb_listener_rule", "aws_lb_listener_certificate")) {
            assertEquals(List.of(), elb.aws.all(type), type);
        }
        elb.aws.delete("aws_lb_listener", https);
    }

    @Test
    void names_follow_from_what_it_is() {
        Value.Mapping wiki = elb.loadBalancer("wiki");
        assertTrue(arn(wiki)
                .matches("arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/wiki/[0-9a-f]{16}"));
        assertTrue(wiki.get("dns_name").text().matches("wiki-\\d{10}\\.us-east-1\\.elb\\.amazonaws\\.com"));
        assertEquals("Z35SXDOTRQ7X7K", wiki.get("zone_id").text());
        Value.Mapping inside = elb.loadBalancer("inside", Map.of("internal", true));
        assertTrue(inside.get("dns_name").text().startsWith("internal-inside-"), inside::toString);
        Value.Mapping network = elb.loadBalancer("net", Map.of("load_balancer_type", "network"));
        assertTrue(arn(network).contains("loadbalancer/net/net/"), network::toString);
        assertTrue(network.get("dns_name").text().matches("net-[0-9a-f]{16}\\.elb\\.us-east-1\\.amazonaws\\.com"));
        assertEquals("Z26RNL4JYFTOTI", network.get("zone_id").text());
    }

    @Test
    void one_without_groups_gets_the_default_one_of_its_vpc() {
        Value.Mapping wiki = elb.loadBalancer("wiki");
        assertEquals(1, wiki.get("security_groups").elements().size(), wiki::toString);
        assertEquals(
                wiki.get("security_groups"), elb.loadBalancer("other").get("security_groups"), "one VPC, one group");
    }

    @Test
    void mapped_subnets_are_its_subnets() {
        Map<String, Object> mapped = Map.of(
                "name",
                "wiki",
                "subnet_mapping",
                List.of(Map.of("subnet_id", "subnet-0a00000b"), Map.of("subnet_id", "subnet-0a00000a")));
        Value.Mapping wiki = elb.aws.create("aws_lb", mapped);
        assertEquals(
                new Value.SetOf(List.of(Value.text("subnet-0a00000a"), Value.text("subnet-0a00000b"))),
                wiki.get("subnets"));
    }

    private Value.Mapping inSubnets(String... ids) {
        return elb.loadBalancer("wiki", Map.of("subnets", List.of(ids)));
    }

    private String subnet(String zone) {
        return subnet(zone, "vpc-0a000001");
    }

    private String subnet(String zone, String vpc) {
        String id = "subnet-" + subnets++;
        return elb.aws.holds("aws_subnet", Origin.DECLARED, Map.of("id", id, "vpc_id", vpc, "availability_zone", zone));
    }

    private static String id(Value.Mapping object) {
        return object.get("id").text();
    }
}
