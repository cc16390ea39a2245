package dev.alb.targetgroups;

import dev.alb.terraform.TerraformValue;

/** Which cookie keeps a client with its target. */
public enum StickinessType implements TerraformValue {
    /** AWSALB, made by the load balancer. */
    LB_COOKIE("lb_cookie"),
    /** The application's own. */
    APP_COOKIE("app_cookie");

    private final String terraform;

    StickinessType(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}
