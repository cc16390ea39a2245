package dev.alb.loadbalancer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.assertions.SynthesizedStack;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class LoadBalancerTest {
    private static final LoadBalancerAttributes ATTRIBUTES =
            LoadBalancerAttributes.internal(List.of("subnet-1", "subnet-2"));

    private final TerraformStack stack = new TerraformStack(Testing.app(), "network");

    @Test
    void is_an_application_load_balancer_at_its_own_address() {
        LoadBalancer wiki = new LoadBalancer(stack, "wiki", ATTRIBUTES.withName("wiki"));
        assertEquals("aws_lb.wiki", wiki.address());
        SynthesizedStack.of(stack)
                .hasExactly("aws_lb", "wiki")
                .resource("aws_lb", "wiki")
                .has("{load_balancer_type: 'application', name: 'wiki', internal: true}");
    }

    @Test
    void gives_what_others_refer_to() {
        LoadBalancer wiki = new LoadBalancer(stack, "wiki", ATTRIBUTES);
        LoadBalancer other = new LoadBalancer(stack, "other", ATTRIBUTES);
        other.addOverride("tags.arn", wiki.arn());
        other.addOverride("tags.suffix", wiki.arnSuffix());
        other.addOverride("tags.dns", wiki.dnsName());
        other.addOverride("tags.zone", wiki.zoneId());
        other.addOverride("tags.vpc", wiki.vpcId());
        SynthesizedStack.of(stack)
                .resource("aws_lb", "other")
                .refersTo("tags.arn", "aws_lb.wiki.arn")
                .refersTo("tags.suffix", "aws_lb.wiki.arn_suffix")
                .refersTo("tags.dns", "aws_lb.wiki.dns_name")
                .refersTo("tags.zone", "aws_lb.wiki.zone_id")
                .refersTo("tags.vpc", "aws_lb.wiki.vpc_id");
    }

    @Test
    void has_a_name_of_its_own_in_its_stack_and_region() {
        new LoadBalancer(stack, "one", ATTRIBUTES.withName("wiki"));
        new LoadBalancer(stack, "elsewhere", ATTRIBUTES.withName("wiki").withRegion("us-east-1"));
        new LoadBalancer(new Construct(stack, "team"), "two", ATTRIBUTES.withName("wiki"));
        List<String> violations = Inventory.of(stack).violations().stream()
                .map(Violation::toString)
                .toList();
        assertEquals(1, violations.size(), violations::toString);
        assertEquals(
                "name must be another than that of aws_lb.one, got \"wiki\"\n"
                        + "  Rename one of the two, or leave the name out to have one made.",
                violations.get(0).substring(violations.get(0).indexOf("name must")));
    }
}
