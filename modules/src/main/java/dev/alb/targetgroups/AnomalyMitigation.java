package dev.alb.targetgroups;

import dev.alb.terraform.TerraformValue;

/** Whether a target that fails more requests than its peers gets fewer of them. */
public enum AnomalyMitigation implements TerraformValue {
    /** It gets fewer. */
    ON("on"),
    /** It gets as many; AWS's default. */
    OFF("off");

    private final String terraform;

    AnomalyMitigation(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}
