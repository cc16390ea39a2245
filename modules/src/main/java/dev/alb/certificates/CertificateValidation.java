package dev.alb.certificates;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.AwsResource;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/** The wait until a certificate is issued ({@code aws_acm_certificate_validation}). */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class CertificateValidation extends AwsResource {

    CertificateValidation(Construct scope, String id, CertificateValidationAttributes attributes) {
        super(scope, id, "aws_acm_certificate_validation", attributes);
    }

    /** A reference to the certificate's ARN, which whoever uses it gets only when the certificate is issued. */
    public String certificateArn() {
        return attribute("certificate_arn");
    }
}
