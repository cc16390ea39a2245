package dev.alb.confluence;

import dev.alb.securitygroups.Peer;
import dev.alb.site.AccessSection;
import dev.alb.site.Site;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may open the site.
 *
 * @param key what the rules for it are called
 * @param peer where it comes from
 * @param why what the AWS console shows
 * @param origin where in the file it stands
 */
record Source(String key, Peer peer, String why, String origin) {
    private static final String ANY_IPV4 = "0.0.0.0/0";
    private static final String ANY_IPV6 = "::/0";
    private static final String BROWSERS = "Browsers";

    /** Everybody whom the file lets in: the whole world, where it says nothing and the load balancer is public. */
    static List<Source> of(Site site) {
        AccessSection access = site.access();
        List<Source> sources = new ArrayList<>();
        if (!access.isRestricted() && access.ipv4() == null) {
            sources.add(new Source("anybody", Peer.ipv4(ANY_IPV4), BROWSERS, "access"));
            if (Addresses.hasIpv6(site)) {
                sources.add(new Source("anybody-ipv6", Peer.ipv6(ANY_IPV6), BROWSERS, "access"));
            }
        }
        add(sources, "ipv4", access.ipv4(), Peer::ipv4, BROWSERS);
        add(sources, "ipv6", access.ipv6(), Peer::ipv6, BROWSERS);
        add(sources, "prefix_lists", access.prefixLists(), Peer::prefixList, BROWSERS);
        add(sources, "security_groups", access.securityGroups(), Peer::securityGroup, BROWSERS);
        add(sources, "nodes", access.nodes(), Source::host, "Nodes to Synchrony through the load balancer");
        return sources;
    }

    private static void add(
            List<Source> sources,
            String section,
            @Nullable List<String> values,
            Function<String, Peer> peer,
            String why) {
        for (int i = 0; values != null && i < values.size(); i++) {
            String value = values.get(i);
            sources.add(new Source(Names.key(value), peer.apply(value), why, "access." + section + "[" + i + "]"));
        }
    }

    private static Peer host(String address) {
        if (address.contains(":")) {
            return Peer.ipv6(address.contains("/") ? address : address + "/128");
        }
        return Peer.ipv4(address.contains("/") ? address : address + "/32");
    }
}
