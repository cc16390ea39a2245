package dev.alb.certificates;

import dev.alb.terraform.ResourceAttributes;
import org.jspecify.annotations.Nullable;

/**
 * What else AWS does with a certificate.
 *
 * @param certificateTransparencyLoggingPreference whether it is written to public logs, by default {@code ENABLED};
 *     browsers don't trust a public certificate that is not
 * @param export whether its private key may leave AWS, by default {@code DISABLED}; AWS charges for it
 */
@ResourceAttributes
public record CertificateOptions(
        @Nullable Preference certificateTransparencyLoggingPreference,
        @Nullable Preference export) implements CertificateOptionsBuilder.With {

    /** Options that are all as AWS has them. */
    public static CertificateOptions defaults() {
        return new CertificateOptions(null, null);
    }
}
