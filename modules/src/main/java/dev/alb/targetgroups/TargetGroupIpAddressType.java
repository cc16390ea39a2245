package dev.alb.targetgroups;

import dev.alb.terraform.TerraformValue;

/** The kind of addresses that the targets of a group have. */
public enum TargetGroupIpAddressType implements TerraformValue {
    /** IPv4; AWS's default. */
    IPV4("ipv4"),
    /** IPv6; the load balancer must be dualstack. */
    IPV6("ipv6");

    private final String terraform;

    TargetGroupIpAddressType(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}
