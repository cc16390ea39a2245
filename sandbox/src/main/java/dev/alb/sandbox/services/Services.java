package dev.alb.sandbox.services;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The behaviors of all types of resources. */
final class Services {
    private static final Map<String, Behavior> BEHAVIORS = Stream.of(
                    AutoScalingGroups.BEHAVIORS,
                    Buckets.BEHAVIORS,
                    CertificateValidations.BEHAVIORS,
                    Certificates.BEHAVIORS,
                    DnsRecords.BEHAVIORS,
                    DnsZones.BEHAVIORS,
                    ElasticLoadBalancing.behaviors(),
                    Functions.BEHAVIORS,
                    Instances.BEHAVIORS,
                    InternetGateways.BEHAVIORS,
                    Monitoring.BEHAVIORS,
                    Parameters.BEHAVIORS,
                    Protections.BEHAVIORS,
                    SecurityGroupRules.BEHAVIORS,
                    SecurityGroups.BEHAVIORS,
                    Subnets.BEHAVIORS,
                    Vpcs.BEHAVIORS,
                    WebAcls.BEHAVIORS)
            .flatMap(List::stream)
            .collect(Collectors.toMap(Behavior::type, Function.identity(), Behavior::and));

    private Services() {}

    /** How AWS treats a type; one that nobody described is never refused. */
    static Behavior of(String type) {
        return BEHAVIORS.getOrDefault(type, Behavior.of(type));
    }
}
