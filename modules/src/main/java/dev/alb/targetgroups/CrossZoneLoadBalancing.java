package dev.alb.targetgroups;

import dev.alb.terraform.TerraformValue;

/** Whether a target gets requests from load balancer nodes of other zones. */
public enum CrossZoneLoadBalancing implements TerraformValue {
    /** From all zones. */
    ON("true"),
    /** From its own zone alone; stickiness does not work then. */
    OFF("false"),
    /** As the load balancer is set, which is always on; AWS's default. */
    USE_LOAD_BALANCER_CONFIGURATION("use_load_balancer_configuration");

    private final String terraform;

    CrossZoneLoadBalancing(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}
