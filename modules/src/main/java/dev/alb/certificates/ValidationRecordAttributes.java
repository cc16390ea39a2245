package dev.alb.certificates;

import dev.alb.terraform.Checks;
import dev.alb.terraform.Expression;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One record for each name of a certificate, in the names of {@code aws_route53_record}.
 *
 * <p>Terraform repeats the resource, because only AWS knows the records. Their keys are the domain names, so that
 * another name on the certificate leaves the other records as they are. AWS wants the same record for
 * {@code example.com} and {@code *.example.com}, hence {@code allowOverwrite}.
 */
record ValidationRecordAttributes(
        Expression forEach,
        String zoneId,
        Expression name,
        Expression type,
        List<Expression> records,
        Duration ttl,
        boolean allowOverwrite) {
    private static final Pattern ZONE = Pattern.compile("Z[0-9A-Z]{1,31}");

    ValidationRecordAttributes {
        Checks.of("certificate validation")
                .matches(
                        "zone_id",
                        zoneId,
                        ZONE,
                        "be the id of a Route 53 zone, such as Z0123456789ABC",
                        "Copy the id that begins with Z, without /hostedzone/ in front.")
                .done();
    }

    /** The records for the certificate at an address. */
    static ValidationRecordAttributes of(String certificate, String zoneId) {
        return new ValidationRecordAttributes(
                new Expression("${{for option in " + certificate
                        + ".domain_validation_options : option.domain_name => option}}"),
                zoneId,
                new Expression("${each.value.resource_record_name}"),
                new Expression("${each.value.resource_record_type}"),
                List.of(new Expression("${each.value.resource_record_value}")),
                Duration.ofMinutes(1),
                true);
    }
}
