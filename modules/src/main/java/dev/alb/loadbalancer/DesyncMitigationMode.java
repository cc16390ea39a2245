package dev.alb.loadbalancer;

import dev.alb.terraform.TerraformValue;

/** How the load balancer treats requests that could smuggle a second one past it. */
public enum DesyncMitigationMode implements TerraformValue {
    /** Lets everything through and counts it. */
    MONITOR("monitor"),
    /** Lets through what is safe or common; AWS's default. */
    DEFENSIVE("defensive"),
    /** Lets through only what follows RFC 7230. */
    STRICTEST("strictest");

    private final String terraform;

    DesyncMitigationMode(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}
