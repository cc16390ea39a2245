package dev.alb.dns;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.assertions.SynthesizedStack;
import dev.alb.loadbalancer.ExistingLoadBalancer;
import dev.alb.loadbalancer.LoadBalancer;
import dev.alb.loadbalancer.LoadBalancerAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;

class AliasRecordTest {
    private final TerraformStack stack = new TerraformStack(Testing.app(), "network");

    @Test
    void leads_to_a_load_balancer() {
        LoadBalancer alb =
                new LoadBalancer(stack, "wiki", LoadBalancerAttributes.internal(List.of("subnet-1", "subnet-2")));
        record(Alias.of(alb.dnsName(), alb.zoneId()));
        SynthesizedStack.of(stack)
                .hasExactly("aws_route53_record", "name")
                .resource("aws_route53_record", "name")
                .has("type", "A")
                .has("name", "wiki.example.com")
                .refersTo("alias.name", "aws_lb.wiki.dns_name")
                .refersTo("alias.zone_id", "aws_lb.wiki.zone_id");
    }

    @Test
    void leads_to_a_load_balancer_that_is_managed_elsewhere() {
        ExistingLoadBalancer alb = new ExistingLoadBalancer(
                stack, "shared", "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/shared/1");
        record(Alias.of(alb.dnsName(), alb.zoneId()));
        SynthesizedStack.of(stack)
                .resource("aws_route53_record", "name")
                .refersTo("alias.name", "data.aws_lb.shared.dns_name");
    }

    @Test
    void gets_a_companion_for_ipv6_on_request() {
        record(Alias.of("wiki.elb.amazonaws.com", "Z215JYRZR1TBD5")).addIpv6();
        SynthesizedStack.of(stack)
                .hasExactly("aws_route53_record", "name", "name-ipv6")
                .resource("aws_route53_record", "name-ipv6")
                .hasExactly("""
                        {zone_id: 'Z0123456789ABC', name: 'wiki.example.com', type: 'AAAA',
                         alias: {name: 'wiki.elb.amazonaws.com', zone_id: 'Z215JYRZR1TBD5',
                                 evaluate_target_health: true}}
                        """);
    }

    private AliasRecord record(Alias alias) {
        return new AliasRecord(stack, "name", AliasRecordAttributes.of("Z0123456789ABC", "wiki.example.com", alias));
    }
}
