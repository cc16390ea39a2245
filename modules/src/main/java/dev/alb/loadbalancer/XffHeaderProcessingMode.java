package dev.alb.loadbalancer;

import dev.alb.terraform.TerraformValue;

/** What the load balancer does with the {@code X-Forwarded-For} header of a request. */
public enum XffHeaderProcessingMode implements TerraformValue {
    /** Adds the client's address at the end; AWS's default. */
    APPEND("append"),
    /** Passes it on as it came. */
    PRESERVE("preserve"),
    /** Takes it out. */
    REMOVE("remove");

    private final String terraform;

    XffHeaderProcessingMode(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}
