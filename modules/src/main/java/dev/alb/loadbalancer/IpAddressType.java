package dev.alb.loadbalancer;

import dev.alb.terraform.TerraformValue;

/** The kind of addresses a load balancer has. */
public enum IpAddressType implements TerraformValue {
    /** IPv4 alone. */
    IPV4("ipv4"),
    /** IPv4 and IPv6. */
    DUALSTACK("dualstack"),
    /** IPv6 towards clients and private IPv4 towards targets; for an internet-facing load balancer only. */
    DUALSTACK_WITHOUT_PUBLIC_IPV4("dualstack-without-public-ipv4");

    private final String terraform;

    IpAddressType(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}
