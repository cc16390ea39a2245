package dev.alb.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.assertions.SynthesizedStack;
import dev.alb.loadbalancer.LoadBalancer;
import dev.alb.loadbalancer.LoadBalancerAttributes;
import dev.alb.terraform.Attributes;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Refused;
import dev.alb.terraform.Timeouts;
import dev.alb.terraform.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirewallTest {
    private static final String ALB =
            "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/wiki/50dc6c495c0c9188";
    private static final String WEB_ACL = "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/wiki/1";
    private static final String GLOBAL = "arn:aws:wafv2:us-east-1:111122223333:global/webacl/wiki/1";

    private final TerraformStack stack = new TerraformStack(Testing.app(), "network");

    @Test
    void puts_a_load_balancer_behind_a_web_acl() {
        LoadBalancer alb =
                new LoadBalancer(stack, "wiki", LoadBalancerAttributes.internal(List.of("subnet-1", "subnet-2")));
        new WebAclAssociation(stack, "firewall", WebAclAssociationAttributes.of(alb.arn(), WEB_ACL));
        SynthesizedStack.of(stack)
                .resource("aws_wafv2_web_acl_association", "firewall")
                .refersTo("resource_arn", "aws_lb.wiki.arn")
                .has("web_acl_arn", WEB_ACL);
    }

    @Test
    void renders_the_region_and_the_time_to_wait() {
        WebAclAssociationAttributes attributes = WebAclAssociationAttributes.of(ALB, WEB_ACL)
                .withRegion("eu-central-1")
                .withTimeouts(new Timeouts(Duration.ofMinutes(10), null, null));
        assertEquals(
                Map.of(
                        "resource_arn",
                        ALB,
                        "web_acl_arn",
                        WEB_ACL,
                        "region",
                        "eu-central-1",
                        "timeouts",
                        Map.of("create", "600s")),
                Attributes.of(attributes));
    }

    @Test
    void refuses_a_web_acl_for_cloudfront() {
        Refused.with("""
                web_acl_arn must be of a web ACL with the scope REGIONAL, in the load balancer's region, got "%s"
                  Make a web ACL with the scope REGIONAL: a global one guards CloudFront alone.
                """.formatted(GLOBAL), () -> WebAclAssociationAttributes.of(ALB, GLOBAL));
    }

    @Test
    void refuses_arns_of_something_else() {
        Refused.with("""
                resource_arn must be an ARN such as arn:aws:elasticloadbalancing:…:loadbalancer/app/…, got "%s"
                  Copy the ARN from the AWS console, or pass an attribute.
                web_acl_arn must be an ARN that begins with arn:aws:wafv2:, got "%s"
                  Copy the ARN from the AWS console, or pass an attribute.
                """.formatted(WEB_ACL, ALB), () -> WebAclAssociationAttributes.of(WEB_ACL, ALB));
    }

    @Test
    void takes_a_time_for_the_creation_alone() {
        Refused.with(
                "timeouts must name no other operation than create, got update\n  Leave out the other.",
                () -> WebAclAssociationAttributes.of(ALB, WEB_ACL)
                        .withTimeouts(new Timeouts(null, Duration.ofMinutes(1), null)));
    }

    @Test
    void refuses_a_second_web_acl_for_a_load_balancer() {
        new WebAclAssociation(stack, "first", WebAclAssociationAttributes.of(ALB, WEB_ACL));
        new WebAclAssociation(stack, "second", WebAclAssociationAttributes.of(ALB, WEB_ACL + "2"));
        assertEquals(
                List.of(Violation.at(
                        "aws_wafv2_web_acl_association.second",
                        "resource_arn",
                        "be a load balancer that has no other web ACL",
                        "the one of aws_wafv2_web_acl_association.first",
                        "Keep one association; one web ACL can hold the rules of both.")),
                Inventory.of(stack).violations());
    }

    @Test
    void protects_a_load_balancer() {
        new ShieldProtection(
                stack, "wiki", ShieldProtectionAttributes.of("wiki", ALB).withTags(Map.of("team", "wiki")));
        SynthesizedStack.of(stack)
                .resource("aws_shield_protection", "wiki")
                .hasExactly("{name: 'wiki', resource_arn: '" + ALB + "', tags: {team: 'wiki'}}");
    }

    @Test
    void names_a_protection_as_shield_takes_it() {
        Refused.with(
                "name must consist of letters, digits, spaces, underscores, dots and hyphens, got \"wiki/1\"\n"
                        + "  Rename it, for instance to \"wiki\".",
                () -> ShieldProtectionAttributes.of("wiki/1", ALB));
        Refused.with(
                "name must have 1 to 128 characters, got \"" + "w".repeat(129)
                        + "\" (129)\n  Give a text of that length.",
                () -> ShieldProtectionAttributes.of("w".repeat(129), ALB));
        Refused.with(
                "resource_arn must be an ARN such as arn:aws:elasticloadbalancing:…:loadbalancer/app/…, got \"wiki\"\n"
                        + "  Copy the ARN from the AWS console, or pass an attribute.",
                () -> ShieldProtectionAttributes.of("wiki", "wiki"));
    }
}
