package dev.alb.certificates;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.Attributes;
import dev.alb.terraform.AwsResource;
import dev.alb.terraform.Checks;
import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Timeouts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/**
 * A certificate that AWS Certificate Manager issues ({@code aws_acm_certificate}).
 *
 * <pre>{@code
 * Certificate certificate = new Certificate(stack, "wiki", CertificateAttributes.forDomain("wiki.example.com"));
 * String arn = certificate.validateThrough("Z0123456789").certificateArn();
 * }</pre>
 */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class Certificate extends AwsResource {
    private final Construct scope;
    private final String id;
    private final CertificateAttributes attributes;

    /**
     * A certificate; a replacement is issued before the old one goes, since listeners still use that.
     *
     * @param id its Terraform address: {@code wiki} becomes {@code aws_acm_certificate.wiki}
     */
    public Certificate(Construct scope, String id, CertificateAttributes attributes) {
        super(scope, id, "aws_acm_certificate", Attributes.of(attributes), Replacement.CREATE_FIRST);
        this.scope = scope;
        this.id = id;
        this.attributes = attributes;
    }

    /** What it was made from. */
    public CertificateAttributes attributes() {
        return attributes;
    }

    /** A reference to its ARN, which exists before it is issued; a listener needs {@link #validateThrough}'s. */
    public String arn() {
        return attribute("arn");
    }

    /**
     * Proves that the names are yours, by records in a public zone, and waits until AWS has issued the certificate.
     *
     * <p>Adds {@code aws_route53_record.<id>-validation}, with one record for each name, and
     * {@code aws_acm_certificate_validation.<id>-validated}.
     *
     * @param zoneId the Route 53 zone that all names belong to
     * @throws dev.alb.terraform.InvalidInput unless its validation method is DNS
     */
    public CertificateValidation validateThrough(String zoneId) {
        return validateThrough(zoneId, null);
    }

    /**
     * The same with another time than the provider's 75 minutes.
     *
     * @param timeouts with {@code create} alone
     */
    public CertificateValidation validateThrough(String zoneId, @Nullable Timeouts timeouts) {
        Checks.of("certificate")
                .require(
                        attributes.validationMethod() == ValidationMethod.DNS,
                        "validation_method",
                        "be DNS for a validation through a zone",
                        "nothing",
                        "Use arn() instead: a private authority issues the certificate at once.")
                .done();
        String certificateArn = arn();
        ValidationRecords records =
                new ValidationRecords(scope, id + "-validation", ValidationRecordAttributes.of(address(), zoneId));
        return new CertificateValidation(
                scope,
                id + "-validated",
                new CertificateValidationAttributes(certificateArn, records.names(), attributes.region(), timeouts));
    }

    @Override
    protected List<CrossCheck> crossChecks() {
        return List.of(CertificateRules.values());
    }
}
