package dev.alb.confluence;

import dev.alb.site.Site;

/** The kinds of addresses that a site's load balancer has. */
final class Addresses {
    private Addresses() {}

    static boolean hasIpv6(Site site) {
        return site.loadBalancer()
                .text("ip_address_type")
                .filter(type -> type.startsWith("dualstack"))
                .isPresent();
    }
}
