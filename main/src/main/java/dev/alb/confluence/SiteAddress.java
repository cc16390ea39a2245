package dev.alb.confluence;

import dev.alb.listeners.ListenerAttributes;
import dev.alb.site.Site;
import dev.alb.site.binding.Overlay;

/**
 * Where people open a site.
 *
 * @param tls whether they come by HTTPS
 * @param domain the host of Confluence's base URL
 * @param port of the listener that serves the site
 * @param contextPath the part of the base URL behind the host, such as {@code /wiki}; "" for none
 */
public record SiteAddress(boolean tls, String domain, int port, String contextPath) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** The address of a site; the scheme's own port where its file names none, as on somebody else's listener. */
    public static SiteAddress of(Site site) {
        boolean tls = site.tls().enabled();
        Overlay<ListenerAttributes> listener =
                tls ? site.listeners().https() : site.listeners().http();
        int port = listener.text("port")
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::valueOf)
                .orElse(usualPort(tls));
        return new SiteAddress(tls, site.domain(), port, site.confluence().contextPath());
    }

    /** What a URL begins with: {@code https} or {@code http}. */
    public String scheme() {
        return tls ? "https" : "http";
    }

    /** Confluence's base URL, without a slash at its end. */
    public String baseUrl() {
        return host() + contextPath;
    }

    /** Where Synchrony is: at the root of the host, whatever the context path is. */
    public String synchronyUrl() {
        return host() + "/synchrony";
    }

    /** The value of {@code synchrony.service.url}. */
    public String synchronyServiceUrl() {
        return synchronyUrl() + "/v1";
    }

    /** The scheme and the host, with the listener's port where that is not the scheme's own. */
    private String host() {
        return scheme() + "://" + domain + (port == usualPort(tls) ? "" : ":" + port);
    }

    private static int usualPort(boolean tls) {
        return tls ? HTTPS_PORT : HTTP_PORT;
    }
}
