package dev.alb.listeners;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import dev.alb.terraform.Timeouts;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The authorities whose certificates clients may come with, in the names of {@code aws_lb_trust_store}.
 *
 * @param name at most 32 letters, digits and hyphens; a change replaces the trust store
 * @param namePrefix at most 6 characters that the provider completes, instead of {@code name}
 * @param caCertificatesBundleS3Bucket the bucket with the authorities' certificates
 * @param caCertificatesBundleS3Key the file there, in PEM format
 * @param caCertificatesBundleS3ObjectVersion the file's version; the latest unless given
 * @param region another region than the provider's; a change replaces the trust store
 * @param tags at most 50
 * @param timeouts how long Terraform waits, with {@code create} and {@code delete}
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html">AWS:
 *     mutual authentication</a>
 */
@ResourceAttributes
public record TrustStoreAttributes(
        @Nullable String name,
        @Nullable String namePrefix,
        String caCertificatesBundleS3Bucket,
        String caCertificatesBundleS3Key,
        @Nullable String caCertificatesBundleS3ObjectVersion,
        @Nullable String region,
        @Nullable Map<String, String> tags,
        @Nullable Timeouts timeouts)
        implements TrustStoreAttributesBuilder.With {
    private static final Pattern NAME = Pattern.compile("(?!-)(?!internal-)[0-9A-Za-z-]+(?<!-)");
    private static final Pattern PREFIX = Pattern.compile("(?!-)(?!internal-)[0-9A-Za-z-]+");
    private static final String NAME_RULE =
            "consist of letters, digits and hyphens, with no hyphen at either end and no internal- in front";
    private static final String PREFIX_RULE =
            "consist of letters, digits and hyphens, with no hyphen and no internal- in front";
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_PREFIX = 6;

    /** Checks the name and that the file is given. */
    public TrustStoreAttributes {
        tags = tags == null ? null : Map.copyOf(tags);
        Checks.of("trust store")
                .length("name", name, 1, LONGEST_NAME)
                .matches("name", name, NAME, NAME_RULE, "Rename it, for instance to \"wiki\".")
                .length("name_prefix", namePrefix, 1, LONGEST_PREFIX)
                .matches("name_prefix", namePrefix, PREFIX, PREFIX_RULE, "Choose a prefix such as \"wiki\".")
                .notBoth("name", name, "name_prefix", namePrefix)
                .length("ca_certificates_bundle_s3_bucket", caCertificatesBundleS3Bucket, 3, 63)
                .length("ca_certificates_bundle_s3_key", caCertificatesBundleS3Key, 1, 1024)
                .length("ca_certificates_bundle_s3_object_version", caCertificatesBundleS3ObjectVersion, 1, 1024)
                .atMost("tags", tags, 50)
                .timeouts(timeouts, "create", "delete")
                .done();
    }

    /** The authorities in a file on S3, under a name that the provider makes up. */
    public static TrustStoreAttributes of(String bucket, String key) {
        return TrustStoreAttributesBuilder.builder()
                .caCertificatesBundleS3Bucket(bucket)
                .caCertificatesBundleS3Key(key)
                .build();
    }
}
