package dev.alb.actions;

import dev.alb.terraform.TerraformValue;

/** The protocol of the URL that a redirect leads to. */
public enum RedirectProtocol implements TerraformValue {
    /** Unencrypted; AWS refuses it on an HTTPS listener. */
    HTTP,
    /** Encrypted. */
    HTTPS;

    @Override
    public String toTerraform() {
        return name();
    }
}
