package dev.alb.listeners;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import org.jspecify.annotations.Nullable;

/**
 * A further certificate of a listener, in the names of {@code aws_lb_listener_certificate}.
 *
 * @param listenerArn the HTTPS listener
 * @param certificateArn a certificate that is issued
 * @param region another region than the provider's
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html">AWS:
 *     certificates of a listener</a>
 */
@ResourceAttributes
public record ListenerCertificateAttributes(
        String listenerArn, String certificateArn, @Nullable String region)
        implements ListenerCertificateAttributesBuilder.With {

    /** Checks the ARNs. */
    public ListenerCertificateAttributes {
        Checks checks = Checks.of("listener certificate")
                .arn("listener_arn", listenerArn, "elasticloadbalancing", "listener/app/");
        CertificateArn.check(checks, certificateArn).done();
    }

    /** A certificate for further hosts of a listener. */
    public static ListenerCertificateAttributes of(String listenerArn, String certificateArn) {
        return new ListenerCertificateAttributes(listenerArn, certificateArn, null);
    }
}
