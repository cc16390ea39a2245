package dev.alb.confluence;

import dev.alb.securitygroups.Peer;
import dev.alb.site.AccessSection;
import dev.alb.terraform.Checks;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final String NODES = "nodes";

    /** Everybody whom the file lets in: the whole world, where it says nothing and the load balancer is public. */
    static Collection<Source> of(Plan plan) {
        AccessSection access = plan.site().access();
        Map<Peer, Source> sources = new LinkedHashMap<>();
        if (!access.isRestricted() && access.ipv4() == null) {
            Peer.Ipv4 everybody = Peer.ipv4(ANY_IPV4);
            sources.put(everybody, new Source("anybody", everybody, BROWSERS, "access"));
            if (Addresses.hasIpv6(plan.site())) {
                Peer.Ipv6 everybodyElse = Peer.ipv6(ANY_IPV6);
                sources.put(everybodyElse, new Source("anybody-ipv6", everybodyElse, BROWSERS, "access"));
            }
        }
        add(plan, sources, "ipv4", access.ipv4(), Peer::ipv4);
        add(plan, sources, "ipv6", access.ipv6(), Peer::ipv6);
        add(plan, sources, "prefix_lists", access.prefixLists(), Peer::prefixList);
        add(plan, sources, "security_groups", access.securityGroups(), Peer::securityGroup);
        add(plan, sources, NODES, access.nodes(), Source::host);
        return sources.values();
    }

    private static void add(
            Plan plan,
            Map<Peer, Source> sources,
            String section,
            @Nullable List<String> values,
            Function<String, Peer> maker) {
        String why = section.equals(NODES) ? "Nodes to Synchrony through the load balancer" : BROWSERS;
        for (int i = 0; values != null && i < values.size(); i++) {
            String value = values.get(i);
            String origin = "access." + section + "[" + i + "]";
            plan.ofValue(origin, () -> maker.apply(value)).ifPresent(peer -> {
                Source source = new Source(Names.key(value), peer, why, origin);
                Source same = sources.putIfAbsent(peer, source);
                // Nodes that browsers share an address with may be told nevertheless.
                if (same != null && (!section.equals(NODES) || same.origin().startsWith("access." + NODES))) {
                    plan.refuse(origin, "name each one once", Checks.quoted(value), "Take it out.");
                }
            });
        }
    }

    private static Peer host(String address) {
        if (address.contains(":")) {
            return Peer.ipv6(address.contains("/") ? address : address + "/128");
        }
        return Peer.ipv4(address.contains("/") ? address : address + "/32");
    }
}
