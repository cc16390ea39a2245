package dev.alb.listeners;

import dev.alb.terraform.Checks;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The ARNs of certificates that a listener takes: of AWS Certificate Manager, or uploaded to IAM. */
final class CertificateArn {
    private static final Pattern FORM =
            Pattern.compile("arn:aws[a-z-]*:(?:acm:[^:]*:[^:]*:certificate|iam::[^:]*:server-certificate)/.+");

    private CertificateArn() {}

    static Checks check(Checks checks, @Nullable String arn) {
        return checks.matches(
                "certificate_arn",
                arn,
                FORM,
                "be the ARN of a certificate, such as arn:aws:acm:…:certificate/…",
                "Copy the ARN from AWS Certificate Manager, or pass an attribute.");
    }
}
