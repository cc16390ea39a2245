package dev.alb.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.actions.Action;
import dev.alb.actions.Actions;
import dev.alb.actions.AuthenticateCognito;
import dev.alb.actions.Redirect;
import dev.alb.actions.RedirectProtocol;
import dev.alb.terraform.Attributes;
import dev.alb.terraform.Refused;
import dev.alb.terraform.Timeouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListenerAttributesTest {
    private static final String ALB = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/wiki/1";
    private static final String CERTIFICATE = "arn:aws:acm:eu-central-1:111122223333:certificate/1";
    private static final String TARGETS = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/wiki/1";
    private static final String HTTPS_ONLY =
            " must be given on an HTTPS listener only, got %s\n  Leave it out, or make the protocol HTTPS.";
    private static final String LOOP = """
            default_action.redirect must lead to another URL than the one that was asked for, got a loop on %s
              Change the protocol, the port, the host or the path.
            """;
    private static final AuthenticateCognito SIGN_IN = AuthenticateCognito.of(
            "arn:aws:cognito-idp:eu-central-1:111122223333:userpool/eu-central-1_a", "client", "wiki");

    @Test
    void redirects_to_https_from_port_80() {
        assertEquals(
                Map.of(
                        "load_balancer_arn",
                        ALB,
                        "port",
                        80,
                        "protocol",
                        "HTTP",
                        "default_action",
                        List.of(Map.of(
                                "type",
                                "redirect",
                                "redirect",
                                Map.of("protocol", "HTTPS", "port", "443", "status_code", "HTTP_301")))),
                Attributes.of(ListenerAttributes.http(ALB, Action.redirectToHttps())));
    }

    @Test
    void listens_on_port_443_with_a_policy_that_is_stated() {
        assertEquals(
                Map.of(
                        "load_balancer_arn",
                        ALB,
                        "port",
                        443,
                        "protocol",
                        "HTTPS",
                        "ssl_policy",
                        "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
                        "certificate_arn",
                        CERTIFICATE,
                        "default_action",
                        List.of(Map.of("type", "forward", "target_group_arn", TARGETS))),
                Attributes.of(https()));
    }

    @Test
    void lets_users_sign_in_before_it_forwards() {
        Map<String, Object> rendered =
                Attributes.of(ListenerAttributes.https(ALB, CERTIFICATE, SIGN_IN, Action.forwardTo(TARGETS)));
        List<?> steps = (List<?>) rendered.get("default_action");
        assertEquals("authenticate-cognito", ((Map<?, ?>) steps.get(0)).get("type"));
        assertEquals(Map.of("type", "forward", "target_group_arn", TARGETS, "order", 2), steps.get(1));
    }

    @Test
    void renders_what_is_set_besides() {
        Map<String, Object> rendered =
                Attributes.of(https().withMutualAuthentication(MutualAuthentication.passthrough())
                        .withRegion("eu-central-1")
                        .withTags(Map.of("team", "wiki"))
                        .withTimeouts(new Timeouts(Duration.ofMinutes(1), Duration.ofMinutes(2), null)));
        assertEquals(Map.of("mode", "passthrough"), rendered.get("mutual_authentication"));
        assertEquals("eu-central-1", rendered.get("region"));
        assertEquals(Map.of("team", "wiki"), rendered.get("tags"));
        assertEquals(Map.of("create", "60s", "update", "120s"), rendered.get("timeouts"));
    }

    @Test
    void takes_a_certificate_that_was_uploaded_to_iam() {
        String uploaded = "arn:aws:iam::111122223333:server-certificate/wiki";
        assertEquals(uploaded, https().withCertificateArn(uploaded).certificateArn());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_536})
    void refuses_what_is_no_port(int port) {
        Refused.with(
                "port must be between 1 and 65535, got " + port + "\n  Choose a number from 1 to 65535.",
                () -> https().withPort(port));
    }

    @Test
    void needs_an_application_load_balancer() {
        String network = ALB.replace("/app/", "/net/");
        Refused.with(
                "load_balancer_arn must be an ARN such as arn:aws:elasticloadbalancing:…:loadbalancer/app/…, got \""
                        + network + "\"\n  Copy the ARN from the AWS console, or pass an attribute.",
                () -> https().withLoadBalancerArn(network));
    }

    @Test
    void needs_a_policy_and_a_certificate_for_https() {
        Refused.with(
                """
                ssl_policy must be given, got nothing
                  Give one, such as the recommended one: without a policy AWS would allow TLS 1.0.
                certificate_arn must be given, got nothing
                  Name a certificate for the host that clients use.
                """,
                () -> ListenerAttributes.http(ALB, Action.forwardTo(TARGETS)).withProtocol(ListenerProtocol.HTTPS));
    }

    @Test
    void needs_the_arn_of_a_certificate() {
        Refused.with(
                "certificate_arn must be the ARN of a certificate, such as arn:aws:acm:…:certificate/…, got \""
                        + TARGETS + "\"\n  Copy the ARN from AWS Certificate Manager, or pass an attribute.",
                () -> https().withCertificateArn(TARGETS));
    }

    @Test
    void refuses_on_http_what_needs_tls() {
        ListenerAttributes encrypted = https().withMutualAuthentication(MutualAuthentication.off())
                .withRequestHeaders(RequestHeaders.unchanged().withXAmznTlsVersion("X-Tls"));
        Refused.with(
                "ssl_policy" + HTTPS_ONLY.formatted("\"ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09\"")
                        + "\ncertificate_arn" + HTTPS_ONLY.formatted("\"" + CERTIFICATE + "\"")
                        + "\nmutual_authentication" + HTTPS_ONLY.formatted("a block")
                        + "\nrouting_http_request_…_header_name" + HTTPS_ONLY.formatted("a name"),
                () -> encrypted.withProtocol(ListenerProtocol.HTTP));
    }

    @Test
    void takes_headers_of_responses_on_http() {
        ResponseHeaders headers = ResponseHeaders.unchanged().withServerEnabled(false);
        ListenerAttributes attributes = ListenerAttributes.http(ALB, Action.forwardTo(TARGETS));
        assertEquals(
                headers,
                attributes
                        .withResponseHeaders(headers)
                        .withRequestHeaders(RequestHeaders.unchanged())
                        .responseHeaders());
    }

    @Test
    void lets_nobody_sign_in_on_http() {
        Refused.with("""
                default_action must let users sign in on an HTTPS listener only, got authenticate-cognito, forward
                  Redirect to HTTPS here, and let users sign in there.
                """, () -> ListenerAttributes.http(ALB, SIGN_IN, Action.forwardTo(TARGETS)));
    }

    @Test
    void refuses_the_way_back_to_http() {
        Redirect back = Action.redirect().withProtocol(RedirectProtocol.HTTP).withPort("80");
        String message = """
                default_action.redirect.protocol must not be HTTP on an HTTPS listener, got HTTP
                  Stay on HTTPS: AWS refuses the way back to HTTP.
                """;
        Refused.with(message, () -> ListenerAttributes.https(ALB, CERTIFICATE, back));
        Refused.with(message, () -> ListenerAttributes.https(ALB, CERTIFICATE, back.withPort(null)));
    }

    @Test
    void refuses_a_redirect_to_itself() {
        Redirect samePort = Action.redirect().withPort("80");
        Redirect allSaid = Action.redirect()
                .withProtocol(RedirectProtocol.HTTP)
                .withHost("#{host}")
                .withPort("#{port}")
                .withPath("/#{path}")
                .withQuery("again");
        Refused.with(LOOP.formatted("HTTP and port 80"), () -> ListenerAttributes.http(ALB, samePort));
        Refused.with(LOOP.formatted("HTTP and port 80"), () -> ListenerAttributes.http(ALB, allSaid));
        Refused.with(
                LOOP.formatted("HTTPS and port 443"),
                () -> ListenerAttributes.https(ALB, CERTIFICATE, Action.redirectToHttps()));
    }

    @Test
    void refuses_a_redirect_to_https_on_the_port_of_http() {
        Refused.with("""
                default_action.redirect.port must be a port that speaks HTTPS, got 80, which speaks HTTP here
                  Name the port too, such as "443".
                """, () -> ListenerAttributes.http(ALB, Action.redirect().withProtocol(RedirectProtocol.HTTPS)));
    }

    @Test
    void redirects_to_another_host_port_or_path() {
        Redirect host = Action.redirect().withHost("wiki.example.com");
        Redirect port = Action.redirect().withPort("8443");
        Redirect path = Action.redirect().withPath("/wiki/#{path}");
        for (Redirect redirect : List.of(host, port, path)) {
            assertEquals(
                    Actions.of(redirect),
                    ListenerAttributes.https(ALB, CERTIFICATE, redirect).defaultAction());
        }
    }

    @Test
    void takes_no_time_for_its_deletion() {
        Refused.with(
                "timeouts must name no other operation than create and update, got delete\n  Leave out the other.",
                () -> https().withTimeouts(new Timeouts(null, null, Duration.ofMinutes(1))));
    }

    @Test
    void leaves_to_terraform_what_terraform_resolves() {
        String token = "${TfToken[TOKEN.3]}";
        assertEquals(
                token,
                ListenerAttributes.https(token, token, Action.forwardTo(token)).certificateArn());
    }

    private static ListenerAttributes https() {
        return ListenerAttributes.https(ALB, CERTIFICATE, Action.forwardTo(TARGETS));
    }
}
