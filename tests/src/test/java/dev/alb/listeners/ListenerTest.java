package dev.alb.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.actions.Action;
import dev.alb.assertions.SynthesizedStack;
import dev.alb.certificates.Certificate;
import dev.alb.certificates.CertificateAttributes;
import dev.alb.loadbalancer.LoadBalancer;
import dev.alb.loadbalancer.LoadBalancerAttributes;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Refused;
import dev.alb.terraform.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ListenerTest {
    private static final String ALB = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/wiki/1";
    private static final String OTHER_ALB = ALB.replace("wiki", "docs");
    private static final String CERTIFICATE = "arn:aws:acm:eu-central-1:111122223333:certificate/1";
    private static final String LISTENER =
            "arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/shared/1/2";
    private static final String TRUST_STORE =
            "arn:aws:elasticloadbalancing:eu-central-1:111122223333:truststore/staff/1";
    private static final Action NOT_FOUND = Action.fixedResponse(404);

    private final TerraformStack stack = new TerraformStack(Testing.app(), "network");

    @Test
    void listens_for_a_load_balancer_with_a_certificate_that_is_issued() {
        LoadBalancer alb =
                new LoadBalancer(stack, "wiki", LoadBalancerAttributes.internal(List.of("subnet-1", "subnet-2")));
        Certificate certificate = new Certificate(stack, "name", CertificateAttributes.forDomain("wiki.example.com"));
        String issued = certificate.validateThrough("Z0123456789ABC").certificateArn();
        new Listener(stack, "https", ListenerAttributes.https(alb.arn(), issued, NOT_FOUND));
        SynthesizedStack.of(stack)
                .hasExactly("aws_lb_listener", "https")
                .resource("aws_lb_listener", "https")
                .refersTo("load_balancer_arn", "aws_lb.wiki.arn")
                .refersTo("certificate_arn", "aws_acm_certificate_validation.name-validated.certificate_arn")
                .has("default_action[0].fixed_response.status_code", "404")
                .lacks("lifecycle");
    }

    @Test
    void gets_further_certificates_by_their_keys() {
        Listener https = https("https", ALB);
        https.addCertificate("docs", CERTIFICATE + "-docs");
        SynthesizedStack.of(stack)
                .hasExactly("aws_lb_listener_certificate", "https-docs")
                .resource("aws_lb_listener_certificate", "https-docs")
                .refersTo("listener_arn", "aws_lb_listener.https.arn")
                .has("certificate_arn", CERTIFICATE + "-docs")
                .lacks("region");
    }

    @Test
    void puts_further_certificates_into_its_own_region() {
        new Listener(
                        stack,
                        "https",
                        ListenerAttributes.https(ALB, CERTIFICATE, NOT_FOUND).withRegion("eu-west-1"))
                .addCertificate("docs", CERTIFICATE);
        SynthesizedStack.of(stack)
                .resource("aws_lb_listener_certificate", "https-docs")
                .has("region", "eu-west-1");
    }

    @Test
    void takes_no_further_certificate_on_http() {
        Listener http = new Listener(stack, "http", ListenerAttributes.http(ALB, NOT_FOUND));
        Refused.with(
                "protocol must be HTTPS for a further certificate, got HTTP\n"
                        + "  Add the certificate to the HTTPS listener.",
                () -> http.addCertificate("docs", CERTIFICATE));
    }

    @Test
    void can_be_managed_elsewhere_and_get_a_certificate_here() {
        new ListenerCertificate(stack, "docs", ListenerCertificateAttributes.of(LISTENER, CERTIFICATE));
        SynthesizedStack.of(stack)
                .resource("aws_lb_listener_certificate", "docs")
                .hasExactly("{listener_arn: '" + LISTENER + "', certificate_arn: '" + CERTIFICATE + "'}");
    }

    @Test
    void has_an_arn_that_certificates_are_checked_against() {
        Refused.with("""
                listener_arn must be an ARN such as arn:aws:elasticloadbalancing:…:listener/app/…, got "%s"
                  Copy the ARN from the AWS console, or pass an attribute.
                certificate_arn must be the ARN of a certificate, such as arn:aws:acm:…:certificate/…, got "%s"
                  Copy the ARN from AWS Certificate Manager, or pass an attribute.
                """.formatted(ALB, LISTENER), () -> ListenerCertificateAttributes.of(ALB, LISTENER));
    }

    @Test
    void has_its_port_for_itself() {
        https("first", ALB);
        https("elsewhere", OTHER_ALB);
        new Listener(stack, "http", ListenerAttributes.http(ALB, NOT_FOUND));
        assertNoViolations();
        https("second", ALB);
        https("third", ALB);
        assertViolations(samePort("aws_lb_listener.second"), samePort("aws_lb_listener.third"));
    }

    @Test
    void has_its_port_for_itself_on_a_load_balancer_of_this_app() {
        LoadBalancer alb =
                new LoadBalancer(stack, "wiki", LoadBalancerAttributes.internal(List.of("subnet-1", "subnet-2")));
        https("first", alb.arn());
        https("second", alb.arn());
        assertViolations(samePort("aws_lb_listener.second"));
    }

    @Test
    void warns_of_more_than_50_on_a_load_balancer() {
        for (int port = 1; port <= 50; port++) {
            http(port);
        }
        assertNoViolations();
        http(51);
        http(52);
        assertViolations(Violation.at(
                        "aws_lb_listener.http51",
                        "load_balancer_arn",
                        "be a load balancer within AWS's usual quota of 50 listeners",
                        "52 listeners",
                        "Spread them over several load balancers, unless AWS has raised the quota for your account.")
                .asWarning());
    }

    @Test
    void verifies_clients_on_two_ports_of_a_load_balancer() {
        verifying(1);
        verifying(2);
        assertNoViolations();
        verifying(3);
        assertViolations(Violation.at(
                "aws_lb_listener.verify3",
                "mutual_authentication.mode",
                "be verify on at most 2 listeners of a load balancer",
                "3 listeners",
                "Use a second load balancer for the others."));
    }

    @Test
    void takes_each_certificate_once() {
        Listener https = https("https", ALB);
        https.addCertificate("docs", CERTIFICATE);
        https("elsewhere", OTHER_ALB).addCertificate("docs", CERTIFICATE);
        assertNoViolations();
        https.addCertificate("again", CERTIFICATE);
        assertViolations(Violation.at(
                "aws_lb_listener_certificate.https-again",
                "certificate_arn",
                "be one that its listener has not got yet",
                "that of aws_lb_listener_certificate.https-docs",
                "Take one of the two out."));
    }

    @Test
    void warns_of_more_than_25_further_certificates_on_a_load_balancer() {
        Listener first = https("first", ALB);
        Listener second = new Listener(
                stack,
                "second",
                ListenerAttributes.https(ALB, CERTIFICATE, NOT_FOUND).withPort(8443));
        for (int i = 1; i <= 20; i++) {
            first.addCertificate("c" + i, CERTIFICATE + i);
        }
        for (int i = 1; i <= 5; i++) {
            second.addCertificate("c" + i, CERTIFICATE + i);
        }
        new ListenerCertificate(stack, "elsewhere", ListenerCertificateAttributes.of(LISTENER, CERTIFICATE));
        assertNoViolations();
        second.addCertificate("c6", CERTIFICATE + 6);
        assertViolations(Violation.at(
                        "aws_lb_listener_certificate.second-c6",
                        "listener_arn",
                        "belong to a load balancer within AWS's usual quota of 25 certificates besides the default ones",
                        "26 certificates",
                        "Use wildcards or several names on one certificate, unless AWS has raised the quota.")
                .asWarning());
    }

    private Listener https(String id, String loadBalancerArn) {
        return new Listener(stack, id, ListenerAttributes.https(loadBalancerArn, CERTIFICATE, NOT_FOUND));
    }

    private void http(int port) {
        new Listener(
                stack, "http" + port, ListenerAttributes.http(ALB, NOT_FOUND).withPort(port));
    }

    private void verifying(int port) {
        new Listener(
                stack,
                "verify" + port,
                ListenerAttributes.https(ALB, CERTIFICATE, NOT_FOUND)
                        .withPort(port)
                        .withMutualAuthentication(MutualAuthentication.verify(TRUST_STORE)));
    }

    private static Violation samePort(String address) {
        return Violation.at(
                address,
                "port",
                "be one that no other listener of its load balancer has",
                "443, as aws_lb_listener.first has",
                "Choose another port, or make one listener with a rule for each case.");
    }

    private void assertNoViolations() {
        assertViolations();
    }

    private void assertViolations(Violation... violations) {
        assertEquals(Stream.of(violations).toList(), Inventory.of(stack).violations());
    }
}
