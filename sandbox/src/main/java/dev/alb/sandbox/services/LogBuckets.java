package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.Optional;

/** The bucket of a load balancer's log must be there and let Elastic Load Balancing write. */
final class LogBuckets {
    private static final String TYPE = "aws_s3_bucket";

    private LogBuckets() {}

    static Rule of(String block) {
        return change -> Blocks.of(change.object(), block).all().stream()
                .filter(log -> log.get("enabled").equals(new Value.Bool(true)))
                .filter(log -> log.get("bucket") instanceof Value.Text)
                .forEach(log -> isOpen(log.get("bucket").text(), change.aws()));
    }

    private static void isOpen(String bucket, Transaction aws) {
        Optional<AwsObject> found = Existing.find(aws, TYPE, bucket);
        if (found.isEmpty()) {
            throw Refusal.of("InvalidConfigurationRequest", "The S3 bucket '" + bucket + "' does not exist");
        }
        boolean madeHere = found.get().origin() == Origin.CREATED;
        boolean open = !found.get().text("policy").isEmpty()
                || aws.all("aws_s3_bucket_policy").stream()
                        .anyMatch(policy -> policy.text("bucket").equals(bucket));
        if (madeHere && !open) {
            throw Refusal.of(
                    "InvalidConfigurationRequest",
                    "Access Denied for bucket: " + bucket + ". Please check S3bucket permission");
        }
    }
}
