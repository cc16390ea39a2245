package dev.alb.listeners;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Certificates of clients; on HTTPS listeners only.
 *
 * @param mode what is done with them
 * @param trustStoreArn the authorities that are trusted, to verify and for nothing else
 * @param ignoreClientCertificateExpiry whether expired ones are taken as well, to verify and for nothing else; default
 *     {@code false}
 * @param advertiseTrustStoreCaNames whether clients learn the authorities' names, to verify and for nothing else
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html">AWS:
 *     mutual authentication</a>
 */
@ResourceAttributes
public record MutualAuthentication(
        MutualAuthenticationMode mode,
        @Nullable String trustStoreArn,
        @Nullable Boolean ignoreClientCertificateExpiry,
        @Nullable Advertisement advertiseTrustStoreCaNames)
        implements MutualAuthenticationBuilder.With {
    private static final String BLOCK = "mutual_authentication.";

    /** Checks that a trust store and its options come with the mode that uses them. */
    public MutualAuthentication {
        Checks checks = Checks.of("mutual authentication")
                .arn(BLOCK + "trust_store_arn", trustStoreArn, "elasticloadbalancing", "truststore/");
        if (mode == MutualAuthenticationMode.VERIFY) {
            checks.present(BLOCK + "trust_store_arn", trustStoreArn, "Name the trust store with your authorities.");
        } else {
            checkAbsent(checks, "trust_store_arn", trustStoreArn);
            checkAbsent(checks, "ignore_client_certificate_expiry", ignoreClientCertificateExpiry);
            checkAbsent(checks, "advertise_trust_store_ca_names", advertiseTrustStoreCaNames);
        }
        checks.done();
    }

    /** Asks clients for no certificate. */
    public static MutualAuthentication off() {
        return new MutualAuthentication(MutualAuthenticationMode.OFF, null, null, null);
    }

    /** Passes certificates on to the targets, which have to check them. */
    public static MutualAuthentication passthrough() {
        return new MutualAuthentication(MutualAuthenticationMode.PASSTHROUGH, null, null, null);
    }

    /** Lets in only clients whose certificate comes from an authority in a trust store. */
    public static MutualAuthentication verify(String trustStoreArn) {
        return new MutualAuthentication(MutualAuthenticationMode.VERIFY, trustStoreArn, null, null);
    }

    private static void checkAbsent(Checks checks, String name, @Nullable Object value) {
        checks.require(
                value == null,
                BLOCK + name,
                "be given with the mode verify only",
                value,
                "Leave it out, or verify the certificates.");
    }
}
