package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.ElasticLoadBalancing.operation;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Quota;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.List;

/** Load balancers: {@code aws_lb}. */
final class LoadBalancers {
    static final String TYPE = "aws_lb";

    /** What an Application Load Balancer can reserve; nobody can ask for more. */
    private static final int CAPACITY_UNITS = 15_000;

    private static final String[] ATTRIBUTES = {
        "access_logs",
        "connection_logs",
        "health_check_logs",
        "client_keep_alive",
        "desync_mitigation_mode",
        "dns_record_client_routing_policy",
        "drop_invalid_header_fields",
        "enable_cross_zone_load_balancing",
        "enable_deletion_protection",
        "enable_http2",
        "enable_tls_version_and_cipher_suite_headers",
        "enable_waf_fail_open",
        "enable_xff_client_port",
        "enable_zonal_shift",
        "idle_timeout",
        "preserve_host_header",
        "xff_header_processing_mode"
    };

    static final Behavior BEHAVIOR = Behavior.of(TYPE)
            .create(Call.of(
                    "creating ELBv2 {load_balancer_type} Load Balancer ({name})",
                    operation("CreateLoadBalancer"),
                    LoadBalancers::isNotThere,
                    FreeName.of("name", LoadBalancers::sameName),
                    new Limit(
                            Quota.APPLICATION_LOAD_BALANCERS,
                            change -> change.aws().all(TYPE).size(),
                            (change, most) -> Refusal.of(
                                    "TooManyLoadBalancers",
                                    "The maximum number of load balancers '" + most + "' has been reached")),
                    LoadBalancerSubnets::exist,
                    LoadBalancerSubnets::areOfOneVpc,
                    LoadBalancerSubnets::areOfTwoZones,
                    LoadBalancerSubnets::reachTheInternet,
                    LoadBalancerSecurityGroups::exist,
                    LoadBalancerSecurityGroups::areOfTheVpc,
                    LoadBalancers::addressesFitTheScheme))
            .create(capacity())
            .create(attributes())
            .update(attributes())
            .update(Call.of(
                            "setting ELBv2 Load Balancer ({arn}) security groups",
                            operation("SetSecurityGroups"),
                            LoadBalancerSecurityGroups::exist,
                            LoadBalancerSecurityGroups::areOfTheVpc)
                    .whenChanges("security_groups", "enforce_security_group_inbound_rules_on_private_link_traffic"))
            .update(Call.of(
                            "setting ELBv2 Load Balancer ({arn}) subnets",
                            operation("SetSubnets"),
                            LoadBalancerSubnets::exist,
                            LoadBalancerSubnets::areOfOneVpc,
                            LoadBalancerSubnets::areOfTwoZones,
                            LoadBalancerSubnets::reachTheInternet)
                    .whenChanges("subnets", "subnet_mapping"))
            .update(Call.of(
                            "setting ELBv2 Load Balancer ({arn}) address type",
                            operation("SetIpAddressType"),
                            LoadBalancers::addressesFitTheScheme)
                    .whenChanges("ip_address_type"))
            .update(Call.of("modifying ELBv2 Load Balancer ({arn}) IPAM pools", operation("ModifyIpPools"))
                    .whenChanges("ipam_pools"))
            .update(capacity())
            .delete(Call.of(
                    "deleting ELBv2 Load Balancer ({arn})",
                    operation("DeleteLoadBalancer"),
                    LoadBalancers::isNotProtected))
            .deleted(change -> Listeners.of(change.aws(), change.text("arn"))
                    .forEach(listener -> Listeners.remove(change.aws(), listener)))
            .answer(LoadBalancerAnswer::complete);

    private LoadBalancers() {}

    private static Call attributes() {
        return Call.of(
                        "modifying ELBv2 Load Balancer ({arn}) attributes",
                        operation("ModifyLoadBalancerAttributes"),
                        new Within("idle_timeout", "idle_timeout.timeout_seconds", 1, 4000),
                        new Within("client_keep_alive", "client_keep_alive.seconds", 60, 604_800),
                        LogBuckets.of("access_logs"),
                        LogBuckets.of("connection_logs"),
                        LogBuckets.of("health_check_logs"))
                .whenChanges(ATTRIBUTES);
    }

    private static Call capacity() {
        return Call.of(
                        "modifying ELBv2 Load Balancer ({arn}) capacity reservation",
                        operation("ModifyCapacityReservation"),
                        LoadBalancers::capacityIsWithinTheQuota)
                .whenChanges("minimum_load_balancer_capacity");
    }

    /** Whether this is an Application Load Balancer. */
    static boolean isApplication(Value.Mapping loadBalancer) {
        String type = loadBalancer.get("load_balancer_type").text();
        return type.isEmpty() || type.equals("application");
    }

    /** The load balancer of a listener or a rule, where it is known. */
    static Value.Mapping of(Transaction aws, String arn) {
        return aws.find(TYPE, arn).map(AwsObject::attributes).orElse(Value.emptyMap());
    }

    private static void isNotThere(Change change) {
        String type = change.text("load_balancer_type");
        new FreeName(
                        "name",
                        other -> other.text("load_balancer_type").equals(type),
                        name -> Refusal.byProvider("ELBv2 Load Balancer (" + name + ") already exists"))
                .check(change);
    }

    private static Refusal sameName(String name) {
        return Refusal.of(
                "DuplicateLoadBalancerName",
                "A load balancer with the same name '" + name + "' exists, but with different settings");
    }

    private static void addressesFitTheScheme(Change change) {
        boolean internal = change.object().get("internal").equals(new Value.Bool(true));
        String addresses = change.text("ip_address_type");
        if (internal && addresses.equals("dualstack-without-public-ipv4")) {
            throw Refusal.of(
                    "InvalidConfigurationRequest",
                    "The IP address type '" + addresses + "' is not supported for internal load balancers");
        }
    }

    private static void capacityIsWithinTheQuota(Change change) {
        List<Value.Mapping> blocks =
                Blocks.of(change.object(), "minimum_load_balancer_capacity").all();
        int most = CAPACITY_UNITS;
        for (Value.Mapping block : blocks) {
            if (block.get("capacity_units") instanceof Value.Numeric units
                    && units.value().intValue() > most) {
                throw Refusal.of(
                        "CapacityUnitsLimitExceeded",
                        "The requested capacity units '" + units.text() + "' exceed the limit of '" + most + "'");
            }
        }
    }

    private static void isNotProtected(Change change) {
        if (change.object().get("enable_deletion_protection").equals(new Value.Bool(true))) {
            throw Refusal.of(
                    "OperationNotPermitted",
                    "Load balancer '" + change.text("arn")
                            + "' cannot be deleted because deletion protection is enabled");
        }
    }
}
