package dev.alb.actions;

import dev.alb.terraform.TerraformValue;

/** What the body of a fixed response is. */
public enum ContentType implements TerraformValue {
    /** Plain text. */
    TEXT_PLAIN("text/plain"),
    /** A style sheet. */
    TEXT_CSS("text/css"),
    /** A page. */
    TEXT_HTML("text/html"),
    /** A script. */
    APPLICATION_JAVASCRIPT("application/javascript"),
    /** JSON. */
    APPLICATION_JSON("application/json");

    private final String terraform;

    ContentType(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}
