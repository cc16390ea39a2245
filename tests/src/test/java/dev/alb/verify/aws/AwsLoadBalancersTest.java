package dev.alb.verify.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.site.SiteText;
import dev.alb.verify.Deployment;
import dev.alb.verify.FakeAws;
import dev.alb.verify.LoopbackServer;
import dev.alb.verify.probes.Group;
import dev.alb.verify.probes.LoadBalancers.TargetHealth;
import dev.alb.verify.probes.Untold;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What AWS's SDK makes of the answers of AWS, which a server on loopback gives. */
class AwsLoadBalancersTest {
    private static final Deployment SITE = new Deployment(SiteText.read(""));
    private static final Group CONFLUENCE = SITE.groups().get(0);
    private static final String ARN = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/wiki/1";
    private static final String HEALTH = FakeAws.wrapped("DescribeTargetHealth", """
            <TargetHealthDescriptions>
              <member><Target><Id>i-1</Id><Port>8090</Port></Target>
                <TargetHealth><State>healthy</State></TargetHealth></member>
              <member><Target><Id>i-2</Id><Port>8090</Port></Target>
                <TargetHealth><State>unhealthy</State><Reason>Target.Timeout</Reason>
                  <Description>Request timed out</Description></TargetHealth></member>
            </TargetHealthDescriptions>""");

    private static String error(int status, String code) {
        return LoopbackServer.answer(
                status + " Refused\nContent-Type: text/xml",
                "<ErrorResponse xmlns=\"http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/\"><Error><Type>Sender</Type><Code>"
                        + code + "</Code><Message>signature of SECRET-STRING</Message></Error></ErrorResponse>");
    }

    private static AwsLoadBalancers of(FakeAws aws, Deployment deployment, Map<String, String> outputs) {
        return new AwsLoadBalancers(
                deployment, outputs, () -> Client.at(aws.url(), deployment.site(), Duration.ofSeconds(20)));
    }

    @Test
    void the_arn_of_terraforms_outputs_is_asked_for() throws Exception {
        try (FakeAws aws = new FakeAws(body -> HEALTH);
                AwsLoadBalancers all = of(aws, SITE, Map.of("confluence_target_group_arn", ARN))) {
            assertEquals(
                    List.of(
                            new TargetHealth("i-1", 8090, "healthy", "", ""),
                            new TargetHealth("i-2", 8090, "unhealthy", "Target.Timeout", "Request timed out")),
                    all.targets(CONFLUENCE));
            assertEquals(1, aws.asked().size());
            assertTrue(
                    aws.asked().get(0).contains("Action=DescribeTargetHealth"),
                    aws.asked().get(0));
            assertTrue(
                    aws.asked().get(0).contains("targetgroup%2Fwiki%2F1"),
                    aws.asked().get(0));
        }
    }

    @Test
    void without_outputs_names_lead_to_the_arn() throws Exception {
        String groups = FakeAws.wrapped(
                "DescribeTargetGroups",
                "<TargetGroups><member><TargetGroupArn>" + ARN + "</TargetGroupArn></member></TargetGroups>");
        try (FakeAws aws = new FakeAws(body -> body.contains("DescribeTargetGroups") ? groups : HEALTH);
                AwsLoadBalancers all = of(aws, SITE, Map.of())) {
            assertEquals(2, all.targets(CONFLUENCE).size());
            assertTrue(CONFLUENCE.name().startsWith("wiki-confluence-"), CONFLUENCE.name());
            assertTrue(
                    aws.asked().get(0).contains("Names.member.1=" + CONFLUENCE.name()),
                    aws.asked().get(0));
        }
    }

    @Test
    void the_load_balancer_is_found_by_its_name_or_by_the_arn_of_somebody_elses() throws Exception {
        String found = FakeAws.wrapped(
                "DescribeLoadBalancers",
                "<LoadBalancers><member><DNSName>wiki-1.elb.amazonaws.com</DNSName></member></LoadBalancers>");
        Deployment shared = new Deployment(SiteText.read("""
                existing: {listener_arn: "arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/house/1/2"}
                tls: {}
                subnets: -
                security_groups: {load_balancer: [sg-0a1b2c3d4e5f60741]}
                """));
        try (FakeAws aws = new FakeAws(body -> found);
                AwsLoadBalancers own = of(aws, SITE, Map.of());
                AwsLoadBalancers others = of(aws, shared, Map.of());
                AwsLoadBalancers told = of(aws, SITE, Map.of("dns_name", "told.example.com"))) {
            assertEquals("wiki-1.elb.amazonaws.com", own.dnsName());
            assertTrue(
                    aws.asked().get(0).contains("Names.member.1=wiki"),
                    aws.asked().get(0));
            assertEquals("wiki-1.elb.amazonaws.com", others.dnsName());
            assertTrue(
                    aws.asked().get(1).contains("loadbalancer%2Fapp%2Fhouse%2F1"),
                    aws.asked().get(1));
            assertFalse(
                    aws.asked().get(1).contains("house%2F1%2F2"), aws.asked().get(1));
            assertEquals("told.example.com", told.dnsName());
            assertEquals(2, aws.asked().size());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, TargetGroupNotFound, AWS doesn't know the target group of Confluence in eu-central-1., Deploy the site",
        "403, AccessDenied, The credentials may not ask AWS for the target group of Confluence (AccessDenied)., DescribeTargetHealth",
        "403, ExpiredToken, The credentials for AWS have expired., aws sso login",
        "403, SignatureDoesNotMatch, AWS refuses to tell of the target group of Confluence (SignatureDoesNotMatch)., get-caller"
    })
    void a_refusal_is_explained_and_never_quoted(int status, String code, String message, String remedy) {
        try (FakeAws aws = new FakeAws(body -> error(status, code));
                AwsLoadBalancers all = of(aws, SITE, Map.of("confluence_target_group_arn", ARN))) {
            Untold untold = assertThrows(Untold.class, () -> all.targets(CONFLUENCE));
            assertEquals(message, untold.getMessage());
            String told = String.join("\n", untold.remedies());
            assertTrue(told.contains(remedy), told);
            assertFalse((untold.getMessage() + told).contains("SECRET"), told);
        }
    }

    @Test
    void an_empty_answer_means_that_it_is_not_there() {
        try (FakeAws aws = new FakeAws(body -> FakeAws.wrapped("DescribeTargetGroups", "<TargetGroups/>"));
                AwsLoadBalancers all = of(aws, SITE, Map.of())) {
            Untold untold = assertThrows(Untold.class, () -> all.targets(CONFLUENCE));
            assertEquals("AWS doesn't know the target group of Confluence in eu-central-1.", untold.getMessage());
        }
    }

    @Test
    void names_that_aws_completes_lead_nowhere() {
        Deployment prefixed = new Deployment(SiteText.read("""
                load_balancer: {name_prefix: wiki}
                confluence: {target_group: {name_prefix: wiki-}}
                """));
        AwsLoadBalancers all = new AwsLoadBalancers(prefixed, Map.of(), () -> {
            throw new AssertionError("nobody asks");
        });
        Untold group =
                assertThrows(Untold.class, () -> all.targets(prefixed.groups().get(0)));
        assertTrue(group.getMessage().contains("(name_prefix)"), group::getMessage);
        assertThrows(Untold.class, all::dnsName);
    }

    @Test
    void nobody_there_is_told() {
        URI nobody = URI.create("http://127.0.0.1:" + LoopbackServer.closedPort());
        AwsLoadBalancers all = new AwsLoadBalancers(
                SITE,
                Map.of("confluence_target_group_arn", ARN),
                () -> Client.at(nobody, SITE.site(), Duration.ofSeconds(1)));
        Untold untold = assertThrows(Untold.class, () -> all.targets(CONFLUENCE));
        assertEquals("AWS can't be reached to ask for the target group of Confluence.", untold.getMessage());
    }
}
