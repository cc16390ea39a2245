package dev.alb.certificates;

import dev.alb.terraform.Checks;
import dev.alb.terraform.Expression;
import dev.alb.terraform.Timeouts;
import org.jspecify.annotations.Nullable;

/** What Terraform waits for, in the names of {@code aws_acm_certificate_validation}. */
record CertificateValidationAttributes(
        String certificateArn,
        Expression validationRecordFqdns,
        @Nullable String region,
        @Nullable Timeouts timeouts) {

    CertificateValidationAttributes {
        Checks.of("certificate validation").timeouts(timeouts, "create").done();
    }
}
