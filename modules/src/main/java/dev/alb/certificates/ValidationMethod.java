package dev.alb.certificates;

import dev.alb.terraform.TerraformValue;

/**
 * How a domain is proven to be yours.
 *
 * <p>AWS can also send an email, whose link somebody has to follow now and before each renewal. That stops Terraform, so
 * it is no choice here.
 */
public enum ValidationMethod implements TerraformValue {
    /** By a record in the domain's zone; the certificate then renews itself for as long as the record stands. */
    DNS;

    @Override
    public String toTerraform() {
        return name();
    }
}
