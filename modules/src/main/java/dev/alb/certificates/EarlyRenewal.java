package dev.alb.certificates;

import dev.alb.terraform.Checks;
import dev.alb.terraform.TerraformValue;
import java.time.Duration;

/**
 * How long before its end a certificate of a private authority is renewed.
 *
 * <p>A record of its own, since Terraform takes this one time as a text with a unit.
 *
 * @param beforeExpiry whole seconds, more than none
 */
public record EarlyRenewal(Duration beforeExpiry) implements TerraformValue {

    /** Checks that it is a time at all. */
    public EarlyRenewal {
        Checks.of("early renewal")
                .between("early_renewal_duration", beforeExpiry, Duration.ofSeconds(1), Duration.ofDays(3650))
                .done();
    }

    /** A renewal that long before the certificate's end. */
    public static EarlyRenewal before(Duration expiry) {
        return new EarlyRenewal(expiry);
    }

    @Override
    public String toTerraform() {
        return beforeExpiry.toSeconds() + "s";
    }
}
