package dev.alb.verify;

import dev.alb.actions.Action;
import dev.alb.confluence.SiteAddress;
import dev.alb.confluence.SiteTargets;
import dev.alb.listeners.ListenerAttributes;
import dev.alb.listeners.MutualAuthentication;
import dev.alb.listeners.MutualAuthenticationMode;
import dev.alb.listeners.TlsPolicy;
import dev.alb.site.ExistingSection;
import dev.alb.site.Nodes;
import dev.alb.site.Site;
import dev.alb.site.SynchronyMode;
import dev.alb.targetgroups.Stickiness;
import dev.alb.targetgroups.TargetGroupAttributes;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Group;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a site has to be once it is deployed, as its file says. */
public final class Deployment {
    /** Any values of the right form: nothing but what stands beside them is asked for. */
    private static final String SOME_LOAD_BALANCER =
            "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/a/1";

    private static final String SOME_GROUP = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/a/1";
    private static final String SOME_CERTIFICATE = "arn:aws:acm:eu-central-1:111122223333:certificate/a";

    private final Site site;
    private final ListenerAttributes serving;

    /** The deployment of a site. */
    public Deployment(Site site) {
        this.site = site;
        this.serving = serving(site);
    }

    private static ListenerAttributes serving(Site site) {
        Action forward = Action.forwardTo(SOME_GROUP);
        return site.tls().enabled()
                ? site.listeners().https().over(ListenerAttributes.https(SOME_LOAD_BALANCER, SOME_CERTIFICATE, forward))
                : site.listeners().http().over(ListenerAttributes.http(SOME_LOAD_BALANCER, forward));
    }

    /** The site itself. */
    public Site site() {
        return site;
    }

    /** The host of the base URL. */
    public String domain() {
        return site.domain();
    }

    /** The part of the base URL behind the host; "" for none. */
    public String contextPath() {
        return site.confluence().contextPath();
    }

    /** The listener that serves the site, at its domain. */
    public Entrance serving() {
        SiteAddress address = SiteAddress.of(site);
        return Entrance.of(address.scheme(), address.domain(), address.port());
    }

    /** The listener that sends browsers to HTTPS; empty where there is none. */
    public Optional<Entrance> redirecting() {
        if (!site.tls().enabled() || !site.tls().redirectHttp()) {
            return Optional.empty();
        }
        int port = site.listeners()
                .http()
                .over(ListenerAttributes.http(SOME_LOAD_BALANCER, Action.redirectToHttps()))
                .port();
        return Optional.of(Entrance.of("http", domain(), port));
    }

    /** The versions of TLS; empty where somebody else's listener decides, or where there is no TLS. */
    public Optional<TlsRange> tlsVersions() {
        TlsPolicy policy = serving.sslPolicy();
        return policy == null || isOnSharedListener()
                ? Optional.empty()
                : Optional.of(TlsRange.ofPolicy(policy.name()));
    }

    /** Whether only private addresses reach it. */
    public boolean isInternal() {
        return site.internal();
    }

    /** Whether somebody is kept out by his address. */
    public boolean isRestricted() {
        return site.access().isRestricted();
    }

    /** Whether the site only has rules on a listener of somebody else. */
    public boolean isOnSharedListener() {
        return site.sharesListener();
    }

    /** The ARN of somebody else's load balancer; empty where the site has its own. */
    public Optional<String> existingLoadBalancerArn() {
        ExistingSection existing = site.existing();
        if (existing == null) {
            return Optional.empty();
        }
        return Optional.of(
                existing.loadBalancerArn() != null
                        ? existing.loadBalancerArn()
                        : loadBalancerOf(String.valueOf(existing.listenerArn())));
    }

    private static String loadBalancerOf(String listenerArn) {
        String arn = listenerArn.replace(":listener/app/", ":loadbalancer/app/");
        return arn.substring(0, arn.lastIndexOf('/'));
    }

    /** The name of the site's own load balancer in AWS; "" where AWS completes it. */
    public String loadBalancerName() {
        boolean isPrefix = site.loadBalancer().text("name_prefix").isPresent();
        return isPrefix ? "" : site.loadBalancer().text("name").orElse(site.name());
    }

    /** Whether browsers without a certificate of their own are turned away. */
    public boolean asksForCertificates() {
        MutualAuthentication mutual = serving.mutualAuthentication();
        boolean verifies = mutual != null && mutual.mode() == MutualAuthenticationMode.VERIFY;
        return verifies || site.tls().clientCertificates() != null;
    }

    /** Who runs Synchrony. */
    public SynchronyMode synchronyMode() {
        return site.synchrony().mode();
    }

    /** How clients are kept at their node; empty where they aren't. */
    public Optional<Stickiness> stickiness() {
        return Optional.ofNullable(SiteTargets.confluence(site).stickiness()).filter(Stickiness::enabled);
    }

    /** The target groups. */
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        groups.add(group("confluence", SiteTargets.confluence(site), site.nodes()));
        if (site.synchrony().isBehindLoadBalancer()) {
            groups.add(group("synchrony", SiteTargets.synchrony(site), SiteTargets.synchronyNodes(site)));
        }
        return groups;
    }

    private static Group group(String service, TargetGroupAttributes attributes, Nodes nodes) {
        Set<String> ids = new HashSet<>(orNone(nodes.instances()));
        ids.addAll(orNone(nodes.ips()));
        return new Group(service, attributes.name() == null ? "" : attributes.name(), ids);
    }

    private static List<String> orNone(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
