package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.Optional;
import java.util.stream.Stream;

/** The bucket of a load balancer's log must be there, in its region, and let Elastic Load Balancing write. */
final class LogBuckets {
    private static final String TYPE = "aws_s3_bucket";
    private static final String BUCKET = "bucket";

    private LogBuckets() {}

    static Rule of(String block) {
        return change -> Blocks.of(change.object(), block).all().stream()
                .filter(log -> log.get("enabled").equals(new Value.Bool(true)))
                .filter(log -> log.get(BUCKET) instanceof Value.Text)
                .forEach(log -> check(log, change));
    }

    /** Of a bucket that nobody made here, nobody knows where it stands and whom it trusts. */
    private static void check(Value.Mapping log, Change change) {
        String name = log.get(BUCKET).text();
        AwsObject bucket = Existing.find(change.aws(), TYPE, name)
                .orElseThrow(() -> refusal("The S3 bucket '" + name + "' does not exist"));
        if (bucket.origin() != Origin.CREATED) {
            return;
        }
        if (!bucket.region().equals(change.aws().region())) {
            throw refusal("S3Bucket: " + name + " is not located in the same Region with ELB: " + change.text("name"));
        }
        if (policies(bucket, change.aws()).noneMatch(policy -> policy.letsLoadBalancersWrite(name, key(log)))) {
            throw refusal("Access Denied for bucket: " + name + ". Please check S3bucket permission");
        }
    }

    private static Stream<BucketPolicy> policies(AwsObject bucket, Transaction aws) {
        Stream<String> further =
                Uses.of(bucket.id(), aws, TYPE + "_policy", BUCKET).map(policy -> policy.text("policy"));
        return Stream.concat(Stream.of(bucket.text("policy")), further)
                .map(BucketPolicy::find)
                .flatMap(Optional::stream);
    }

    /** A key that a log would have. */
    private static String key(Value.Mapping log) {
        String prefix = log.get("prefix").text();
        return (prefix.isEmpty() ? "" : prefix + "/") + "AWSLogs/" + Caller.ACCOUNT + "/elasticloadbalancing/log.gz";
    }

    private static Refusal refusal(String message) {
        return Refusal.of("InvalidConfigurationRequest", message);
    }
}
