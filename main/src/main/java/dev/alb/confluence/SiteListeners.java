package dev.alb.confluence;

import dev.alb.actions.Action;
import dev.alb.actions.Redirect;
import dev.alb.listeners.Listener;
import dev.alb.listeners.ListenerAttributes;
import dev.alb.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The listeners of a site, in one of three shapes: HTTPS with an HTTP listener that only redirects, HTTPS alone, HTTP
 * alone.
 */
final class SiteListeners {
    private final @Nullable Listener http;
    private final @Nullable Listener https;

    private SiteListeners(@Nullable Listener http, @Nullable Listener https) {
        this.http = http;
        this.https = https;
    }

    static SiteListeners of(Plan plan, SiteLoadBalancer loadBalancer, String confluenceGroup) {
        Site site = plan.site();
        Action forward = Action.forwardTo(confluenceGroup);
        if (!site.tls().enabled()) {
            return new SiteListeners(http(plan, loadBalancer, forward), null);
        }
        Listener https = https(plan, loadBalancer, forward);
        int port = https.attributes().port();
        Listener http = site.tls().redirectHttp() ? http(plan, loadBalancer, redirectTo(port)) : null;
        return new SiteListeners(http, https);
    }

    /** The listener that serves the site, and that gets its rules. */
    Listener serving() {
        return https != null ? https : Objects.requireNonNull(http);
    }

    Optional<Listener> http() {
        return Optional.ofNullable(http);
    }

    Optional<Listener> https() {
        return Optional.ofNullable(https);
    }

    /** The ports on which browsers come. */
    List<Integer> ports() {
        List<Integer> ports = new ArrayList<>();
        https().ifPresent(listener -> ports.add(listener.attributes().port()));
        http().ifPresent(listener -> ports.add(listener.attributes().port()));
        return ports;
    }

    private static Listener https(Plan plan, SiteLoadBalancer loadBalancer, Action action) {
        ListenerAttributes attributes = ListenerAttributes.https(loadBalancer.arn(), SiteCertificate.arn(plan), action)
                .withMutualAuthentication(ClientTrust.of(plan));
        Listener listener = plan.made(
                "listeners.https",
                new Listener(
                        plan.stack(), "https", plan.site().listeners().https().over(attributes)));
        plan.site()
                .tls()
                .additionalCertificateArns()
                .forEach((name, arn) ->
                        plan.made("tls.additional_certificate_arns." + name, listener.addCertificate(name, arn)));
        return listener;
    }

    private static Listener http(Plan plan, SiteLoadBalancer loadBalancer, Action action) {
        ListenerAttributes attributes = ListenerAttributes.http(loadBalancer.arn(), action);
        return plan.made(
                "listeners.http",
                new Listener(
                        plan.stack(), "http", plan.site().listeners().http().over(attributes)));
    }

    private static Redirect redirectTo(int port) {
        return Action.redirectToHttps().withPort(String.valueOf(port));
    }
}
