package dev.alb.actions;

import dev.alb.terraform.Checks;
import java.util.List;
import java.util.Set;

/**
 * A claim that a token must have besides those that AWS always checks.
 *
 * @param format how the claim is written
 * @param name its name; not {@code exp}, {@code iss}, {@code nbf} or {@code iat}, which are checked anyway
 * @param values one to ten, 1 to 256 characters each
 */
public record AdditionalClaim(ClaimFormat format, String name, List<String> values) {
    private static final Set<String> CHECKED_ANYWAY = Set.of("exp", "iss", "nbf", "iat");
    private static final int MOST_VALUES = 10;
    private static final int LONGEST_VALUE = 256;

    /** Checks the name and the values. */
    public AdditionalClaim {
        values = List.copyOf(values);
        Checks checks = Checks.of("additional claim")
                .length("additional_claim.name", name, 1, LONGEST_VALUE)
                .require(
                        !CHECKED_ANYWAY.contains(name),
                        "additional_claim.name",
                        "be none of exp, iss, nbf and iat",
                        Checks.quoted(name),
                        "Leave it out: AWS checks it anyway.")
                .require(
                        !values.isEmpty(),
                        "additional_claim.values",
                        "name a value",
                        "none",
                        "Add the value that the claim must have.")
                .atMost("additional_claim.values", values, MOST_VALUES, "values");
        values.forEach(value -> checks.length("additional_claim.values", value, 1, LONGEST_VALUE));
        checks.done();
    }
}
