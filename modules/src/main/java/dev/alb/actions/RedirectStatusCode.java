package dev.alb.actions;

import dev.alb.terraform.TerraformValue;

/** Whether a redirect is for good. */
public enum RedirectStatusCode implements TerraformValue {
    /** Moved permanently: browsers remember it. */
    HTTP_301,
    /** Found: browsers ask again the next time. */
    HTTP_302;

    @Override
    public String toTerraform() {
        return name();
    }
}
