package dev.alb.verify.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.site.SiteText;
import dev.alb.verify.Check;
import dev.alb.verify.Deployment;
import dev.alb.verify.Seen;
import dev.alb.verify.probes.Group;
import dev.alb.verify.probes.LoadBalancers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which checks a site has, and which don't apply to it. */
class ChecksTest {
    private static final LoadBalancers NOBODY = new LoadBalancers() {
        @Override
        public String dnsName() {
            throw new AssertionError("nobody asks");
        }

        @Override
        public List<TargetHealth> targets(Group group) {
            throw new AssertionError("nobody asks");
        }
    };

    private static List<Check> checks(String site, boolean local, boolean elsewhere, Duration quiet) {
        Deployment deployment = new Deployment(SiteText.read(site));
        Probes none = new Probes(
                (entrance, path, headers) -> {
                    throw new AssertionError("nobody asks");
                },
                (entrance, path, time) -> {
                    throw new AssertionError("nobody asks");
                },
                null,
                chain -> Optional.empty(),
                host -> List.of(),
                NOBODY,
                InstantSource.system());
        Circumstances at = new Circumstances(
                deployment.serving(),
                deployment.redirecting(),
                Optional.empty(),
                local,
                elsewhere,
                false,
                "/synchrony/v1/bayeux-sync1",
                quiet,
                Duration.ofDays(30));
        return Checks.of(deployment, at, none);
    }

    private static void assertSkipped(String ids, List<Check> checks) {
        String skipped = checks.stream()
                .filter(SkippedCheck.class::isInstance)
                .map(Check::id)
                .collect(Collectors.joining(" "));
        assertEquals(ids, skipped);
    }

    private static void assertSkips(List<Check> checks, String id, String reason) throws Exception {
        Seen.skips(
                checks.stream()
                        .filter(check -> check.id().equals(id))
                        .findFirst()
                        .orElseThrow(),
                reason);
    }

    @Test
    void each_check_is_there_once_and_can_be_named() {
        List<String> ids = checks("", false, false, Duration.ofSeconds(70)).stream()
                .map(Check::id)
                .toList();
        assertEquals(Checks.IDS, ids);
        assertSkipped("", checks("", false, false, Duration.ZERO));
        assertTrue(checks("", false, false, Duration.ZERO).stream().noneMatch(Check::isSlow));
    }

    @Test
    void where_confluence_passes_requests_on_synchrony_is_not_looked_for() throws Exception {
        List<Check> checks = checks("synchrony: {mode: proxy}", false, false, Duration.ofSeconds(70));
        assertSkipped("synchrony-targets heartbeat websocket websocket-long", checks);
        assertSkips(checks, "heartbeat", "synchrony.mode: proxy");
    }

    @Test
    void without_tls_nothing_is_asked_about_it() throws Exception {
        List<Check> checks = checks("tls: {enabled: false}", false, false, Duration.ZERO);
        assertSkipped("redirect tls-versions certificate", checks);
        assertSkips(checks, "certificate", "tls.enabled: false");
        List<Check> https = checks(
                "tls: {redirect_http: false, certificate_arn: \"arn:aws:acm:eu-central-1:111122223333:certificate/a1\"}",
                false,
                false,
                Duration.ZERO);
        assertSkips(https, "redirect", "tls.redirect_http: false");
    }

    @Test
    void on_this_machine_or_at_an_address_names_lead_nowhere() throws Exception {
        assertSkips(checks("", true, false, Duration.ZERO), "dns", "In the sandbox");
        assertSkips(checks("", false, true, Duration.ZERO), "dns", "--address");
    }

    @Test
    void a_listener_that_asks_for_certificates_is_looked_at_from_outside() throws Exception {
        List<Check> checks = checks("""
                tls:
                  certificate_arn: "arn:aws:acm:eu-central-1:111122223333:certificate/a1"
                  client_certificates:
                    trust_store: {ca_certificates_bundle_s3_bucket: authorities, ca_certificates_bundle_s3_key: ca.pem}
                """, false, false, Duration.ZERO);
        assertSkipped("status base-url stickiness heartbeat websocket", checks);
        assertSkips(checks, "status", "--client-certificate");
    }
}
