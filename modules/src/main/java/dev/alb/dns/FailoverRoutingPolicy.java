package dev.alb.dns;

import dev.alb.terraform.TerraformValue;

/**
 * Answers with one record for as long as it is healthy, and with another one otherwise.
 *
 * @param type which of the two this record is
 */
public record FailoverRoutingPolicy(Role type) {

    /** The part of a record in a failover. */
    public enum Role implements TerraformValue {
        /** The answer while it is healthy. */
        PRIMARY,
        /** The answer otherwise. */
        SECONDARY;

        @Override
        public String toTerraform() {
            return name();
        }
    }
}
