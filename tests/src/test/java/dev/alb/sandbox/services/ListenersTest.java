package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.LoadBalancing.CERTIFICATE;
import static dev.alb.sandbox.services.LoadBalancing.MISSING;
import static dev.alb.sandbox.services.LoadBalancing.answer;
import static dev.alb.sandbox.services.LoadBalancing.arn;
import static dev.alb.sandbox.services.LoadBalancing.error;
import static dev.alb.sandbox.services.LoadBalancing.forward;
import static dev.alb.sandbox.services.LoadBalancing.redirect;
import static dev.alb.sandbox.services.LoadBalancing.signIn;
import static dev.alb.sandbox.services.LoadBalancing.split;
import static dev.alb.sandbox.services.SimulatedAws.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Elastic Load Balancing says about listeners and their actions. */
class ListenersTest {
    private final LoadBalancing elb = new LoadBalancing();
    private final Value.Mapping wiki = elb.loadBalancer("wiki");

    private final String create = "creating ELBv2 Listener (" + arn(wiki) + "): " + error("CreateListener");

    @Test
    void a_port_is_taken_once() {
        elb.listener(wiki, 80, answer("200"));
        assertEquals(
                create + "DuplicateListener: A listener already exists on this port for this load balancer '"
                        + arn(wiki) + "'",
                refusal(() -> elb.listener(wiki, 80, answer("404"))));
    }

    @Test
    void the_same_listener_once_more_is_the_one_that_is_there() {
        Value.Mapping first = elb.listener(wiki, 80, answer("200"));
        assertEquals(arn(first), arn(elb.listener(wiki, 80, answer("200"))));
        assertEquals(1, elb.aws.all("aws_lb_listener").size());
    }

    @Test
    void a_change_cannot_take_another_ones_port() {
        elb.listener(wiki, 80, answer("200"));
        Value.Mapping other = elb.listener(wiki, 81, answer("200"));
        assertEquals(
                "modifying ELBv2 Listener (" + arn(other) + "): " + error("ModifyListener")
                        + "api error ValidationError: Listener port '80' is already in use",
                refusal(() -> elb.aws.update("aws_lb_listener", other, "port", 80)));
    }

    @Test
    void its_load_balancer_must_be_there() {
        elb.aws.delete("aws_lb", wiki);
        assertEquals(
                create + "LoadBalancerNotFound: Load balancer '" + arn(wiki) + "' not found",
                refusal(() -> elb.listener(wiki, 80, answer("200"))));
        Value.Mapping odd = Value.emptyMap().with("arn", Value.text(MISSING + "targetgroup/a/b"));
        String said = refusal(() -> elb.listener(odd, 80, answer("200")));
        assertTrue(said.endsWith("ValidationError: '" + arn(odd) + "' is not a valid load balancer ARN"), said);
    }

    @Test
    void protocol_and_certificate_go_together() {
        Map<String, Object> bare = Map.of("port", 443, "protocol", "HTTPS", "default_action", List.of(answer("200")));
        refuses("ValidationError: A certificate must be specified for HTTPS listeners", bare);
        refuses(
                "ValidationError: A certificate cannot be specified for HTTP listeners",
                LoadBalancing.with(bare, Map.of("protocol", "HTTP", "certificate_arn", CERTIFICATE)));
        refuses(
                "ValidationError: An SSL policy cannot be specifed for HTTP listeners",
                LoadBalancing.with(bare, Map.of("protocol", "HTTP", "ssl_policy", "ELBSecurityPolicy-2016-08")));
        refuses(
                "ValidationError: Listener protocol 'TCP' must be one of 'HTTPS, HTTP'",
                LoadBalancing.with(bare, Map.of("protocol", "TCP")));
    }

    @Test
    void a_certificate_of_another_region_is_not_found() {
        String far = CERTIFICATE.replace("us-east-1", "eu-central-1");
        refuses("CertificateNotFound: Certificate '" + far + "' not found", tls(Map.of("certificate_arn", far)));
    }

    @Test
    void a_certificate_must_be_issued() {
        Value.Mapping pending = elb.aws.create(
                "aws_acm_certificate", Map.of("domain_name", "wiki.example.com", "validation_method", "DNS"));
        Map<String, Object> https = tls(Map.of("certificate_arn", arn(pending)));
        refuses(
                "api error UnsupportedCertificate: The certificate '" + arn(pending) + "' must have a fully-qualified"
                        + " domain name, a supported signature, and a supported key size.",
                https);
        elb.aws.create("aws_acm_certificate_validation", Map.of("certificate_arn", arn(pending)));
        elb.listener(wiki, https);
    }

    @Test
    void a_policy_is_one_of_awss_and_the_old_one_if_nobody_says() {
        refuses("SSLPolicyNotFound: SSL policy 'Modern' not found", tls(Map.of("ssl_policy", "Modern")));
        elb.listener(wiki, tls(Map.of("port", 1, "ssl_policy", "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09")));
        Value.Mapping listener = elb.listener(wiki, tls(Map.of()));
        assertEquals("ELBSecurityPolicy-2016-08", listener.get("ssl_policy").text());
    }

    @Test
    void verifying_clients_takes_a_trust_store() {
        refuses(
                "ValidationError: A trust store ARN must be specified for mutual authentication mode 'verify'",
                tls(Map.of("mutual_authentication", List.of(Map.of("mode", "verify")))));
    }

    @Test
    void fifty_are_all_that_a_load_balancer_may_have() {
        for (int port = 1; port <= 50; port++) {
            elb.listener(wiki, port, answer("200"));
        }
        assertEquals(
                create + "TooManyListeners: The maximum number of listeners per load balancer '50' has been reached on"
                        + " load balancer '" + arn(wiki) + "'",
                refusal(() -> elb.listener(wiki, 51, answer("200"))));
    }

    @Test
    void a_target_group_must_be_there() {
        Value.Mapping group = elb.targetGroup("wiki");
        elb.aws.delete("aws_lb_target_group", group);
        refusesAction("TargetGroupNotFound: Target group '" + arn(group) + "' not found", forward(group));
        refusesAction(
                "api error ValidationError: 'arn:aws:s3:::a' is not a valid target group ARN",
                forward("arn:aws:s3:::a"));
    }

    @Test
    void a_target_group_serves_one_load_balancer() {
        Value.Mapping group = elb.targetGroup("wiki");
        elb.listener(elb.loadBalancer("other"), 80, forward(group));
        refusesAction(
                "TargetGroupAssociationLimit: The following target groups cannot be associated with more than one load"
                        + " balancer: " + arn(group),
                forward(group));
    }

    @Test
    void a_target_group_is_of_the_load_balancers_vpc() {
        List<String> ids = List.of("a", "b").stream()
                .map(zone -> Map.of("id", "subnet-" + zone, "vpc_id", "vpc-far", "availability_zone", zone))
                .map(subnet -> elb.aws.holds("aws_subnet", Origin.DECLARED, subnet))
                .toList();
        Value.Mapping far = elb.loadBalancer("far", Map.of("subnets", ids));
        Value.Mapping group = elb.targetGroup("wiki");
        String said = refusal(() -> elb.listener(far, 80, forward(group)));
        assertTrue(
                said.endsWith(
                        "InvalidConfigurationRequest: The following target groups are in a different VPC than load"
                                + " balancer " + arn(far) + ": " + arn(group)),
                said);
    }

    @Test
    void people_sign_in_over_https_alone() {
        refusesAction(
                "InvalidLoadBalancerAction: Actions of type 'authenticate-oidc' are supported only on HTTPS listeners",
                signIn(),
                answer("200"));
        elb.https(wiki, signIn(), answer("200"));
    }

    @Test
    void the_last_action_says_what_comes_of_a_request() {
        String said = refusal(() -> elb.https(wiki, signIn()));
        assertTrue(
                said.endsWith("InvalidLoadBalancerAction: The last action must be one of the following: 'forward,"
                        + " redirect, fixed-response'"),
                said);
        refusesAction(
                "InvalidLoadBalancerAction: You can specify only one of the following actions: 'forward, redirect,"
                        + " fixed-response'",
                answer("200"),
                answer("404"));
        refusesAction(
                "InvalidLoadBalancerAction: The action order '1' was specified more than once",
                LoadBalancing.with(signIn(), Map.of("order", 1)),
                LoadBalancing.with(answer("200"), Map.of("order", 1)));
    }

    @Test
    void a_redirect_goes_somewhere_else() {
        String loop = "InvalidLoadBalancerAction: The redirect configuration is not valid because it creates a loop.";
        refusesAction(loop, redirect(Map.of()));
        refusesAction(loop, redirect(Map.of("port", "80", "protocol", "HTTP")));
        elb.listener(wiki, 80, redirect(Map.of("port", "443", "protocol", "HTTPS")));
        String said = refusal(() -> elb.https(wiki, redirect(Map.of("port", "80", "protocol", "HTTP"))));
        assertTrue(said.endsWith("InvalidLoadBalancerAction: Redirects from HTTPS to HTTP are not supported"), said);
    }

    @Test
    void sticky_groups_share_their_clients_only_by_group_stickiness() {
        Map<String, Object> cookie = Map.of("stickiness", List.of(Map.of("type", "lb_cookie", "enabled", true)));
        Value.Mapping blue = elb.targetGroup("blue", cookie);
        Value.Mapping green = elb.targetGroup("green");
        refusesAction(
                "InvalidLoadBalancerAction: You must enable group stickiness on a rule if you enabled target stickiness"
                        + " on one of its target groups",
                split(false, blue, green));
        elb.listener(wiki, 81, split(true, blue, green));
        Map<String, Object> own =
                Map.of("stickiness", List.of(Map.of("type", "app_cookie", "cookie_name", "JSESSIONID")));
        refusesAction(
                "InvalidConfigurationRequest: Application-based stickiness is not supported for rules with multiple"
                        + " target groups",
                split(true, elb.targetGroup("own", own), green));
    }

    @Test
    void its_protocol_fits_the_target_groups() {
        Value.Mapping group = elb.targetGroup("tcp", Map.of("protocol", "TCP"));
        refusesAction(
                "IncompatibleProtocols: The HTTP and TCP protocols of the listener and the target group '" + arn(group)
                        + "' are incompatible",
                forward(group));
    }

    @Test
    void its_arn_follows_from_the_load_balancers() {
        Value.Mapping listener = elb.listener(wiki, 80, answer("200"));
        String stem = arn(wiki).replace(":loadbalancer/", ":listener/");
        assertTrue(arn(listener).matches(stem + "/[0-9a-f]{16}"), listener::toString);
        Value.Mapping rule = elb.rule(listener, 1);
        String ruleStem = arn(listener).replace(":listener/", ":listener-rule/");
        assertTrue(arn(rule).matches(ruleStem + "/[0-9a-f]{16}"), rule::toString);
    }

    @Test
    void aws_and_the_provider_choose_what_nobody_says() {
        Value.Mapping http = elb.listener(wiki, 80, answer("200"));
        assertEquals("HTTP", http.get("protocol").text());
        assertEquals(new Value.Bool(true), http.get("routing_http_response_server_enabled"));
        Map<String, Object> secured =
                Map.of("port", 443, "certificate_arn", CERTIFICATE, "default_action", List.of(signIn(), answer("200")));
        Value.Mapping https = elb.listener(wiki, secured);
        assertEquals("HTTPS", https.get("protocol").text());
        assertEquals(
                "X-Amzn-Tls-Version",
                https.get("routing_http_request_x_amzn_tls_version_header_name").text());
        Value.Mapping first =
                (Value.Mapping) https.get("default_action").elements().get(0);
        Value.Mapping oidc =
                (Value.Mapping) first.get("authenticate_oidc").elements().get(0);
        assertEquals("1", first.get("order").text());
        assertEquals("604800", oidc.get("session_timeout").text(), oidc::toString);
        assertEquals("AWSELBAuthSessionCookie", oidc.get("session_cookie_name").text());
    }

    @Test
    void its_rules_and_certificates_go_with_it() {
        Value.Mapping https = elb.https(wiki, answer("200"));
        elb.rule(https, 1);
        elb.aws.delete("aws_lb_listener", https);
        assertEquals(List.of(), elb.aws.all("aws_lb_listener_rule"));
    }

    private static Map<String, Object> tls(Map<String, ?> more) {
        Map<String, Object> least = Map.of(
                "port",
                443,
                "protocol",
                "HTTPS",
                "certificate_arn",
                CERTIFICATE,
                "default_action",
                List.of(answer("200")));
        return LoadBalancing.with(least, more);
    }

    private void refuses(String error, Map<String, ?> arguments) {
        String said = refusal(() -> elb.listener(wiki, arguments));
        assertTrue(said.startsWith(create) && said.endsWith(error), said);
    }

    private void refusesAction(String error, Object... actions) {
        assertEquals(create + error, refusal(() -> elb.listener(wiki, 80, actions)));
    }
}
