package dev.alb.listeners;

import com.hashicorp.cdktf.$Module;
import dev.alb.terraform.AwsResource;
import dev.alb.terraform.CrossCheck;
import java.util.List;
import software.amazon.jsii.Jsii;
import software.constructs.Construct;

/**
 * A certificate for further hosts of a listener ({@code aws_lb_listener_certificate}).
 *
 * <p>For a listener of this app there is {@link Listener#addCertificate}.
 */
@Jsii(module = $Module.class, fqn = "cdktf.TerraformResource")
public final class ListenerCertificate extends AwsResource {
    private final ListenerCertificateAttributes attributes;

    /**
     * A certificate on a listener that may be managed elsewhere.
     *
     * @param id its Terraform address: {@code docs} becomes {@code aws_lb_listener_certificate.docs}
     */
    public ListenerCertificate(Construct scope, String id, ListenerCertificateAttributes attributes) {
        super(scope, id, "aws_lb_listener_certificate", attributes);
        this.attributes = attributes;
    }

    /** What it was made from. */
    public ListenerCertificateAttributes attributes() {
        return attributes;
    }

    @Override
    protected List<CrossCheck> crossChecks() {
        return List.of(CertificateRules.values());
    }
}
