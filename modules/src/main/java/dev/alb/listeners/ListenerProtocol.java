package dev.alb.listeners;

import dev.alb.terraform.TerraformValue;

/** What clients speak with a load balancer. */
public enum ListenerProtocol implements TerraformValue {
    /** Unencrypted. */
    HTTP,
    /** Encrypted with TLS. */
    HTTPS;

    @Override
    public String toTerraform() {
        return name();
    }
}
