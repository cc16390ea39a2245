package dev.alb.actions;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets only requests pass that carry a valid JSON Web Token (JWT); on HTTPS listeners only.
 *
 * @param issuer what the token's {@code iss} must be, 1 to 256 characters
 * @param jwksEndpoint where the issuer publishes its keys, an https URL of at most 256 characters
 * @param additionalClaim at most 10 more claims that are required
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-verify-jwt.html">AWS:
 *     verify JWTs</a>
 */
@ResourceAttributes
public record JwtValidation(
        String issuer, String jwksEndpoint, @Nullable List<AdditionalClaim> additionalClaim)
        implements Action, JwtValidationBuilder.With {
    private static final int LONGEST = 256;
    private static final int MOST_CLAIMS = 10;

    /** Checks the lengths and the number of claims. */
    public JwtValidation {
        additionalClaim = Attributes.copyOf(additionalClaim);
        Checks checks = Checks.of("JWT validation")
                .length("jwt_validation.issuer", issuer, 1, LONGEST)
                .length("jwt_validation.jwks_endpoint", jwksEndpoint, 1, LONGEST)
                .atMost("jwt_validation.additional_claim", additionalClaim, MOST_CLAIMS, "claims");
        SignIn.checkHttps(checks, "jwt_validation.jwks_endpoint", jwksEndpoint);
        checks.done();
    }

    /** A check of the signature, the issuer and the times of a token. */
    public static JwtValidation of(String issuer, String jwksEndpoint) {
        return new JwtValidation(issuer, jwksEndpoint, null);
    }

    @Override
    public String type() {
        return "jwt-validation";
    }
}
