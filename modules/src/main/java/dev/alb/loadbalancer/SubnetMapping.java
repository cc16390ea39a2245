package dev.alb.loadbalancer;

import dev.alb.terraform.ResourceAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A subnet together with the address that the load balancer gets in it.
 *
 * @param subnetId the subnet
 * @param allocationId an Elastic IP address; AWS takes it for Network Load Balancers and Outposts
 * @param ipv6Address a fixed IPv6 address
 * @param privateIpv4Address a fixed private IPv4 address
 */
@ResourceAttributes
public record SubnetMapping(
        String subnetId,
        @Nullable String allocationId,
        @Nullable String ipv6Address,
        @Nullable String privateIpv4Address)
        implements SubnetMappingBuilder.With {

    /** A subnet whose addresses AWS chooses. */
    public static SubnetMapping of(String subnetId) {
        return new SubnetMapping(subnetId, null, null, null);
    }
}
