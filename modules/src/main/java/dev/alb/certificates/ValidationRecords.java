package dev.alb.certificates;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.AwsResource;
import dev.alb.terraform.Expression;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/** The records that prove the names of one certificate ({@code aws_route53_record}, once for each name). */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
final class ValidationRecords extends AwsResource {

    ValidationRecords(Construct scope, String id, ValidationRecordAttributes attributes) {
        super(scope, id, "aws_route53_record", attributes);
    }

    /** The full names of all records. */
    Expression names() {
        return new Expression("${[for record in " + address() + " : record.fqdn]}");
    }
}
