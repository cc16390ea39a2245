package dev.alb.review.checks;

import static dev.alb.review.checks.PlannedSite.assertSays;

import dev.alb.review.Comparison;
import org.junit.jupiter.api.Test;

/** What keeps attackers out: TLS, certificates, signing in, a web ACL, single settings. */
class ProtectionTest extends PlannedSiteTest {
    private static final String LOAD_BALANCER = "resource \"aws_lb\" \"wiki\"";
    private static final String REDIRECT = "type = \"redirect\"\n    redirect {\n      protocol    = \"HTTPS\"\n"
            + "      port        = \"443\"\n      status_code = \"HTTP_301\"\n    }";
    private static final String POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";
    private static final String SHUT = "values = [\"/server-status\"]\n    }\n  }";

    ProtectionTest() {
        super(Exposures.checks());
    }

    @Test
    void http_has_to_lead_to_https() {
        assertFinds(
                edited(REDIRECT, "type = \"forward\"\n    target_group_arn = aws_lb_target_group.confluence.arn"),
                "high https-redirect-removed aws_lb_listener.http");
        assertFinds(edited("status_code = \"HTTP_301\"", "status_code = \"HTTP_302\""));
    }

    @Test
    void a_listener_without_tls_must_not_serve() {
        String listener =
                "resource \"aws_lb_listener\" \"plain\" {\n  load_balancer_arn = aws_lb.wiki.arn\n  port = 8080\n"
                        + "  protocol = \"HTTP\"\n  default_action {\n    type = \"forward\"\n"
                        + "    target_group_arn = aws_lb_target_group.confluence.arn\n  }\n}\n\n";
        assertFinds(edited(LOAD_BALANCER, listener + LOAD_BALANCER), "high plaintext-listener aws_lb_listener.plain");
        assertFinds(edited(
                LOAD_BALANCER,
                listener.replace(
                                "type = \"forward\"\n    target_group_arn = aws_lb_target_group.confluence.arn",
                                "type = \"fixed-response\"\n    fixed_response { content_type = \"text/plain\" }")
                        + LOAD_BALANCER));
        String both = PlannedSite.BASE.replace(LOAD_BALANCER, listener + LOAD_BALANCER);
        try (PlannedSite plain = PlannedSite.of(both)) {
            assertFinds(
                    plain.edited(both, "port = 8080\n", "port = 8081\n"),
                    "low plaintext-listener aws_lb_listener.plain");
            assertFinds(plain.plan(both));
        }
    }

    @Test
    void tls_must_not_be_weaker() {
        Comparison old = edited(POLICY, "ELBSecurityPolicy-2016-08");
        assertFinds(old, "high tls-below-1-2 aws_lb_listener.https");
        assertSays("takes TLS 1.0", PlannedSite.text(old, "tls-below-1-2"));
        assertFinds(
                edited(POLICY, "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06"),
                "high tls-policy-weaker aws_lb_listener.https");
        assertFinds(edited(POLICY, "ELBSecurityPolicy-TLS13-1-3-2021-06"));
        assertFinds(edited(POLICY, "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"));
    }

    @Test
    void a_host_needs_a_certificate() {
        Comparison plan = edited(
                SHUT,
                SHUT + "\n  condition {\n    host_header {\n"
                        + "      values = [\"a.docs.example.com\", \"b.a.docs.example.com\", \"*.example.com\"]\n    }\n  }");
        assertFinds(plan, "high host-without-certificate aws_lb_listener.https");
        assertSays(
                "b.a.docs.example.com leads to it, and its certificates cover only *.docs.example.com, wiki.example.com",
                PlannedSite.text(plan, "host-without-certificate"));
        assertFinds(
                edited("name    = \"wiki.example.com\"", "name = \"intranet.example.com\""),
                "high host-without-certificate aws_lb_listener.https");
    }

    @Test
    void a_sign_in_must_be_asked_for() {
        String oidc = "action {\n    type = \"authenticate-oidc\"\n    authenticate_oidc {\n"
                + "      authorization_endpoint = \"https://id.example.com/a\"\n      client_id = \"wiki\"\n"
                + "      client_secret = \"hunter2\"\n      issuer = \"https://id.example.com\"\n"
                + "      token_endpoint = \"https://id.example.com/t\"\n"
                + "      user_info_endpoint = \"https://id.example.com/u\"\n    }\n  }\n  ";
        String forward =
                "action {\n    type             = \"forward\"\n    target_group_arn = aws_lb_target_group.synchrony";
        String signedIn = PlannedSite.edit(PlannedSite.BASE, forward, oidc + forward);
        try (PlannedSite known = PlannedSite.of(signedIn)) {
            assertFinds(
                    known.edited(
                            signedIn,
                            "client_id = \"wiki\"",
                            "client_id = \"wiki\"\n on_unauthenticated_request = \"allow\""),
                    "high authentication-optional aws_lb_listener_rule.synchrony");
            assertFinds(known.edited(signedIn, "client_id = \"wiki\"", "client_id = \"confluence\""));
            assertFinds(known.plan(PlannedSite.BASE));
        }
    }

    @Test
    void a_web_acl_that_is_taken_off_is_missed() {
        assertFinds(
                edited(
                        "\"aws_wafv2_web_acl_association\" \"wiki\" {",
                        "\"aws_wafv2_web_acl_association\" \"wiki\" {\n  count = 0"),
                "high web-acl-removed aws_wafv2_web_acl_association.wiki[0]");
        assertFinds(
                edited("webacl/wiki/", "webacl/other/"), "medium web-acl-removed aws_wafv2_web_acl_association.wiki");
    }

    @Test
    void protective_settings_must_stay() {
        assertFinds(
                edited(
                        "drop_invalid_header_fields = true",
                        "drop_invalid_header_fields = false\n  desync_mitigation_mode = \"monitor\"\n"
                                + "  enable_waf_fail_open = true\n  xff_header_processing_mode = \"preserve\"",
                        "bucket  = \"wiki-logs\"\n    enabled = true",
                        "bucket = \"wiki-logs\"\n    enabled = false"),
                "high desync-monitor aws_lb.wiki",
                "medium client-address-changed aws_lb.wiki",
                "medium invalid-headers-kept aws_lb.wiki",
                "medium logs-off aws_lb.wiki",
                "medium web-acl-fails-open aws_lb.wiki");
        assertFinds(edited(
                "drop_invalid_header_fields = true",
                "drop_invalid_header_fields = true\n" + "  desync_mitigation_mode = \"strictest\""));
    }
}
