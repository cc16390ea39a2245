package dev.alb.listeners;

import dev.alb.terraform.TerraformValue;

/** Whether clients learn which authorities a listener trusts, so that they can choose a certificate. */
public enum Advertisement implements TerraformValue {
    /** They learn the names. */
    ON("on"),
    /** They don't; AWS's default. */
    OFF("off");

    private final String terraform;

    Advertisement(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}
