package dev.alb.targetgroups;

import dev.alb.terraform.TerraformValue;

/** What the load balancer speaks with targets. */
public enum TargetProtocol implements TerraformValue {
    /** Without encryption. */
    HTTP("HTTP"),
    /** With TLS; the certificate of the target is not checked. */
    HTTPS("HTTPS");

    private final String terraform;

    TargetProtocol(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}
