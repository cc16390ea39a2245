package dev.alb.verify.checks;

import dev.alb.site.SynchronyMode;
import dev.alb.verify.Check;
import dev.alb.verify.Deployment;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Group;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks for a site, in the order in which a request meets what they look at. */
public final class Checks {
    /** Every check that there is. */
    public static final List<String> IDS = List.of(
            "dns",
            "redirect",
            "tls-versions",
            "certificate",
            "confluence-targets",
            "synchrony-targets",
            "status",
            "base-url",
            "stickiness",
            "heartbeat",
            "websocket",
            "websocket-long");

    private static final String PROXY = "Confluence passes Synchrony's requests on by itself (synchrony.mode: proxy).";
    private static final String PLAIN = "The site has no TLS (tls.enabled: false).";

    private final Deployment deployment;
    private final Circumstances at;
    private final Probes probes;

    private Checks(Deployment deployment, Circumstances at, Probes probes) {
        this.deployment = deployment;
        this.at = at;
        this.probes = probes;
    }

    /** All of them; those that don't apply are there and say why. */
    public static List<Check> of(Deployment deployment, Circumstances at, Probes probes) {
        return new Checks(deployment, at, probes).all();
    }

    private List<Check> all() {
        List<Check> checks = new ArrayList<>();
        checks.add(dns());
        checks.add(redirect());
        checks.add(encrypted(new TlsVersionsCheck(serving(), deployment.tlsVersions(), probes.tls())));
        checks.add(encrypted(
                new CertificateCheck(serving(), probes.tls(), probes.trust(), at.certificateLasts(), probes.clock())));
        checks.addAll(targets());
        checks.add(inside(new StatusCheck(deployment, serving(), probes.http())));
        checks.add(inside(new BaseUrlCheck(deployment, serving(), probes.http())));
        checks.add(inside(new StickinessCheck(deployment, serving(), probes.http())));
        checks.add(synchrony(new HeartbeatCheck(serving(), probes.http())));
        checks.add(synchrony(socket(Duration.ZERO)));
        if (!at.quiet().isZero()) {
            checks.add(synchrony(socket(at.quiet())));
        }
        return checks;
    }

    private Entrance serving() {
        return at.serving();
    }

    private Check dns() {
        Check check = new DnsCheck(deployment, probes.loadBalancers(), probes.names());
        if (at.local()) {
            return SkippedCheck.of(check, "In the sandbox no name leads anywhere.");
        }
        return at.isElsewhere() ? SkippedCheck.of(check, "--address names the place, not the domain.") : check;
    }

    private Check redirect() {
        boolean letsIn = !deployment.asksForCertificates() || at.hasClientCertificate();
        Entrance plain = at.redirecting().orElse(serving());
        Check check = new RedirectCheck(deployment, plain, serving(), probes.http(), letsIn);
        if (!deployment.site().tls().enabled()) {
            return SkippedCheck.of(check, PLAIN);
        }
        Optional<String> why =
                at.redirecting().isEmpty() && at.unknownRedirect().isEmpty()
                        ? Optional.of("The site has no listener for HTTP (tls.redirect_http: false).")
                        : at.unknownRedirect();
        return why.map(reason -> SkippedCheck.of(check, reason)).orElse(check);
    }

    private Check encrypted(Check check) {
        return deployment.site().tls().enabled() ? check : SkippedCheck.of(check, PLAIN);
    }

    private List<Check> targets() {
        List<Check> checks = new ArrayList<>();
        deployment.groups().forEach(group -> checks.add(new TargetsCheck(group, probes.loadBalancers())));
        if (deployment.synchronyMode() == SynchronyMode.PROXY) {
            Group none = new Group("synchrony", "", Set.of());
            checks.add(SkippedCheck.of(new TargetsCheck(none, probes.loadBalancers()), PROXY));
        }
        return checks;
    }

    /** What lies behind a listener that may turn this client away. */
    private Check inside(Check check) {
        boolean letsIn = !deployment.asksForCertificates() || at.hasClientCertificate();
        return letsIn
                ? check
                : SkippedCheck.of(
                        check,
                        "The listener asks clients for a certificate, and none was given (--client-certificate, --client-key).");
    }

    private Check synchrony(Check check) {
        return deployment.synchronyMode() == SynchronyMode.PROXY ? SkippedCheck.of(check, PROXY) : inside(check);
    }

    private Check socket(Duration quiet) {
        return new WebSocketCheck(serving(), at.websocketPath(), probes.sockets(), quiet);
    }
}
