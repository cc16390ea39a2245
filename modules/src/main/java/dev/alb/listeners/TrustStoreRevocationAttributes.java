package dev.alb.listeners;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import dev.alb.terraform.Timeouts;
import org.jspecify.annotations.Nullable;

/**
 * Certificates that are trusted no more, in the names of {@code aws_lb_trust_store_revocation}.
 *
 * @param trustStoreArn the trust store
 * @param revocationsS3Bucket the bucket with the revocation list
 * @param revocationsS3Key the file there; a change of any of the three replaces the list
 * @param revocationsS3ObjectVersion the file's version; the latest unless given
 * @param region another region than the provider's
 * @param timeouts how long Terraform waits, with {@code create} alone
 */
@ResourceAttributes
public record TrustStoreRevocationAttributes(
        String trustStoreArn,
        String revocationsS3Bucket,
        String revocationsS3Key,
        @Nullable String revocationsS3ObjectVersion,
        @Nullable String region,
        @Nullable Timeouts timeouts)
        implements TrustStoreRevocationAttributesBuilder.With {

    /** Checks the ARN and that the file is given. */
    public TrustStoreRevocationAttributes {
        Checks.of("trust store revocation")
                .arn("trust_store_arn", trustStoreArn, "elasticloadbalancing", "truststore/")
                .length("revocations_s3_bucket", revocationsS3Bucket, 3, 63)
                .length("revocations_s3_key", revocationsS3Key, 1, 1024)
                .length("revocations_s3_object_version", revocationsS3ObjectVersion, 1, 1024)
                .timeouts(timeouts, "create")
                .done();
    }

    /** The list in a file on S3. */
    public static TrustStoreRevocationAttributes of(String trustStoreArn, String bucket, String key) {
        return new TrustStoreRevocationAttributes(trustStoreArn, bucket, key, null, null, null);
    }
}
