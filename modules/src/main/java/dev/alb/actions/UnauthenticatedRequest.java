package dev.alb.actions;

import dev.alb.terraform.TerraformValue;

/** What happens to a request whose sender is not signed in. */
public enum UnauthenticatedRequest implements TerraformValue {
    /** It passes all the same. */
    ALLOW("allow"),
    /** The sender is asked to sign in; AWS's default. */
    AUTHENTICATE("authenticate"),
    /** It is answered with 401. */
    DENY("deny");

    private final String terraform;

    UnauthenticatedRequest(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}
