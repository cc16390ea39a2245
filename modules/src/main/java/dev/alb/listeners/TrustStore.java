package dev.alb.listeners;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.Attributes;
import dev.alb.terraform.AwsResource;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/**
 * The authorities whose certificates clients may come with ({@code aws_lb_trust_store}).
 *
 * <pre>{@code
 * TrustStore staff = new TrustStore(stack, "staff", TrustStoreAttributes.of("certificates", "staff.pem"));
 * staff.addRevocation("lost", "certificates", "lost.crl");
 * }</pre>
 */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class TrustStore extends AwsResource {
    private final Construct scope;
    private final String id;
    private final TrustStoreAttributes attributes;

    /**
     * A trust store; a replacement comes before the old one goes, since AWS keeps one that a listener uses.
     *
     * @param id its Terraform address: {@code staff} becomes {@code aws_lb_trust_store.staff}
     */
    public TrustStore(Construct scope, String id, TrustStoreAttributes attributes) {
        super(scope, id, "aws_lb_trust_store", Attributes.of(attributes), Replacement.CREATE_FIRST);
        this.scope = scope;
        this.id = id;
        this.attributes = attributes;
    }

    /** What it was made from. */
    public TrustStoreAttributes attributes() {
        return attributes;
    }

    /** A reference to its ARN. */
    public String arn() {
        return attribute("arn");
    }

    /**
     * Adds a list of certificates that are trusted no more, as {@code aws_lb_trust_store_revocation.<id>-<key>}.
     *
     * @param key what it is called among this trust store's lists
     * @param bucket the bucket with the list
     * @param objectKey the file there
     */
    public TrustStoreRevocation addRevocation(String key, String bucket, String objectKey) {
        return new TrustStoreRevocation(
                scope,
                id + "-" + key,
                TrustStoreRevocationAttributes.of(arn(), bucket, objectKey).withRegion(attributes.region()));
    }
}
