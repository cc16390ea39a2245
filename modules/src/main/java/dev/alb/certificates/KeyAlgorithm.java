package dev.alb.certificates;

import dev.alb.terraform.TerraformValue;

/**
 * The kind of key of a certificate: those that AWS issues certificates for. It knows more for imported ones.
 *
 * @see <a href="https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html">AWS:
 *     RequestCertificate</a>
 */
public enum KeyAlgorithm implements TerraformValue {
    /** RSA with 2048 bits, which every client understands; AWS's default. */
    RSA_2048("RSA_2048"),
    /** The elliptic curve P-256: smaller and faster. */
    EC_PRIME256V1("EC_prime256v1"),
    /** The elliptic curve P-384. */
    EC_SECP384R1("EC_secp384r1");

    private final String terraform;

    KeyAlgorithm(String terraform) {
        this.terraform = terraform;
    }

    @Override
    public String toTerraform() {
        return terraform;
    }
}
