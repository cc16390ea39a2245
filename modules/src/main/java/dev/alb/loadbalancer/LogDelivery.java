package dev.alb.loadbalancer;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Logs that the load balancer writes to an S3 bucket.
 *
 * <p>The bucket must be in the load balancer's region, and its policy must let the log delivery service write to it. A
 * bucket encrypted with a KMS key is refused by AWS for access logs; SSE-S3 works.
 *
 * @param bucket the name of the bucket
 * @param enabled whether logs are written; {@code true} unless changed
 * @param prefix the folder in the bucket, without a slash at either end
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html">AWS:
 *     access logs</a>
 */
@ResourceAttributes
public record LogDelivery(
        String bucket, boolean enabled, @Nullable String prefix) implements LogDeliveryBuilder.With {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern PREFIX = Pattern.compile("(?!/)(?!.*AWSLogs).*(?<!/)");

    /** Checks the names of the bucket and of the folder. */
    public LogDelivery {
        Checks.of("log delivery")
                .matches("bucket", bucket, BUCKET, "be the name of an S3 bucket", "Give the name alone, not an ARN.")
                .matches(
                        "prefix",
                        prefix,
                        PREFIX,
                        "neither begin nor end with a slash nor contain AWSLogs",
                        "Write it as in \"logs/wiki\"; AWS adds AWSLogs itself.")
                .done();
    }

    /** Logs at the top of a bucket. */
    public static LogDelivery to(String bucket) {
        return new LogDelivery(bucket, true, null);
    }
}
