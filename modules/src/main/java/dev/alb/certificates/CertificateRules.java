package dev.alb.certificates;

import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.List;

/** What is checked when the whole app is known. */
enum CertificateRules implements CrossCheck {
    /** A warning, since AWS raises this quota on request. */
    NAME_QUOTA {
        @Override
        public List<Violation> violations(Inventory inventory) {
            return inventory.all(Certificate.class).stream()
                    .filter(certificate -> count(certificate) > QUOTA)
                    .map(NAME_QUOTA::violation)
                    .toList();
        }
    };

    private static final int QUOTA = 10;

    Violation violation(Certificate certificate) {
        return Violation.at(
                        certificate.address(),
                        "subject_alternative_names",
                        "stay within AWS's usual quota of " + QUOTA + " names, the domain name included",
                        count(certificate) + " names",
                        "Use a wildcard or a second certificate, unless AWS has raised the quota for your account.")
                .asWarning();
    }

    private static int count(Certificate certificate) {
        return certificate.attributes().names().names().size();
    }
}
