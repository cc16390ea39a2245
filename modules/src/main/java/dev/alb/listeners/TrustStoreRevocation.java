package dev.alb.listeners;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.AwsResource;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/**
 * A list of certificates that are trusted no more ({@code aws_lb_trust_store_revocation}).
 *
 * <p>For a trust store of this app there is {@link TrustStore#addRevocation}.
 */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class TrustStoreRevocation extends AwsResource {
    private final TrustStoreRevocationAttributes attributes;

    /**
     * A list for a trust store that may be managed elsewhere.
     *
     * @param id its Terraform address: {@code lost} becomes {@code aws_lb_trust_store_revocation.lost}
     */
    public TrustStoreRevocation(Construct scope, String id, TrustStoreRevocationAttributes attributes) {
        super(scope, id, "aws_lb_trust_store_revocation", attributes);
        this.attributes = attributes;
    }

    /** What it was made from. */
    public TrustStoreRevocationAttributes attributes() {
        return attributes;
    }
}
