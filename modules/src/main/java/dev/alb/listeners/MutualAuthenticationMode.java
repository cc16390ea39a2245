package dev.alb.listeners;

import dev.alb.terraform.TerraformValue;

/** What a listener does with the certificates of clients. */
public enum MutualAuthenticationMode implements TerraformValue {
    /** Asks for none; AWS's default. */
    OFF("off"),
    /** Passes them on to the targets, which have to check them. */
    PASSTHROUGH("passthrough"),
    /** Lets in only clients whose certificate comes from an authority in the trust store. */
    VERIFY("verify");

    private final String terraform;

    MutualAuthenticationMode(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}
