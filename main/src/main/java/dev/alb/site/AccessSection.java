package dev.alb.site;

import dev.alb.site.binding.Default;
import dev.alb.site.binding.Doc;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may open the site.
 *
 * @param ipv4 networks; {@code null} for anybody where the load balancer is internet-facing
 * @param ipv6 networks, for a load balancer with IPv6
 * @param prefixLists ids of managed prefix lists
 * @param securityGroups ids of groups whose members may come in
 * @param nodes the addresses from which Confluence's nodes reach the load balancer, which is where Synchrony is
 */
public record AccessSection(
        @Doc("IPv4 networks that may open the site, such as 198.51.100.0/24; anybody where left out.") @Nullable
        List<String> ipv4,

        @Doc("IPv6 networks that may open the site.") @Nullable
        List<String> ipv6,

        @Default("[]") @Doc("Ids of managed prefix lists that may open the site.")
        List<String> prefixLists,

        @Default("[]") @Doc("Ids of security groups whose members may open the site.")
        List<String> securityGroups,

        @Default("[]") @Doc("Public addresses of the NAT gateways behind which the nodes are, such as 203.0.113.7.")
        List<String> nodes) {

    /** Whether somebody is kept out. */
    public boolean isRestricted() {
        boolean anybody = ipv4 != null && ipv4.contains("0.0.0.0/0");
        boolean unsaid = ipv4 == null && ipv6 == null && prefixLists.isEmpty() && securityGroups.isEmpty();
        return !anybody && !unsaid;
    }
}
