package dev.alb.actions;

import dev.alb.terraform.TerraformValue;

/**
 * A secret that no message, log or debugger shows by accident.
 *
 * <p>Terraform's files do contain it, so give a reference: an attribute of a secret that is kept in AWS, or a sensitive
 * variable.
 *
 * @param text the secret itself
 */
public record ClientSecret(String text) implements TerraformValue {

    @Override
    public String toTerraform() {
        return text;
    }

    /** Says only that there is one. */
    @Override
    public String toString() {
        return "(secret)";
    }
}
