package dev.alb.targetgroups;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.Attributes;
import dev.alb.terraform.AwsResource;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.ReplaceableName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/** The permission of load balancers to invoke a Lambda function for one target group ({@code aws_lambda_permission}). */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
final class LambdaPermission extends AwsResource {
    private static final int LONGEST_STATEMENT_ID = 100;

    LambdaPermission(
            Construct scope,
            String attachmentId,
            Target.LambdaFunction function,
            TargetGroupAttachmentAttributes attachment) {
        super(
                scope,
                attachmentId + "-permission",
                "aws_lambda_permission",
                Attributes.of(statement(scope, attachmentId, function, attachment)),
                Replacement.CREATE_FIRST);
    }

    private record Statement(
            String statementId,
            String action,
            String functionName,
            @Nullable String qualifier,
            String principal,
            String sourceArn,
            @Nullable String region) {}

    private static Statement statement(
            Construct scope,
            String attachmentId,
            Target.LambdaFunction function,
            TargetGroupAttachmentAttributes attachment) {
        return new Statement(
                statementId(scope, attachmentId, function, attachment.targetGroupArn()),
                "lambda:InvokeFunction",
                function.functionArn(),
                function.qualifier(),
                "elasticloadbalancing.amazonaws.com",
                attachment.targetGroupArn(),
                attachment.region());
    }

    /** A statement id is unique for a function, and the old statement is still there while the new one is made. */
    private static String statementId(
            Construct scope, String attachmentId, Target.LambdaFunction function, String targetGroupArn) {
        Map<String, Object> forces = new LinkedHashMap<>();
        forces.put("function", function.targetId());
        forces.put("target_group_arn", targetGroupArn);
        Inventory.of(scope)
                .find(TargetGroup.class, targetGroupArn)
                .ifPresent(group -> forces.put("target_group", group.givenName()));
        return ReplaceableName.of(scope, attachmentId, LONGEST_STATEMENT_ID, forces);
    }
}
