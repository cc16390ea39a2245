package dev.alb.certificates;

import dev.alb.terraform.TerraformValue;

/** Whether an option of a certificate is on. */
public enum Preference implements TerraformValue {
    /** It is on. */
    ENABLED,
    /** It is off. */
    DISABLED;

    @Override
    public String toTerraform() {
        return name();
    }
}
