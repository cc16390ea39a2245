package dev.alb.actions;

import dev.alb.terraform.TerraformValue;

/** How a claim of a token is written. */
public enum ClaimFormat implements TerraformValue {
    /** One text. */
    SINGLE_STRING("single-string"),
    /** A list of texts. */
    STRING_ARRAY("string-array"),
    /** One text with several words, as scopes are. */
    SPACE_SEPARATED_VALUES("space-separated-values");

    private final String terraform;

    ClaimFormat(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}
