package dev.alb.listeners;

import dev.alb.terraform.Checks;
import dev.alb.terraform.TerraformValue;
import java.util.regex.Pattern;

/**
 * The TLS versions and ciphers that a listener takes, as a security policy of AWS.
 *
 * <p>The constants allow TLS 1.2 and 1.3, or 1.3 alone. {@link #named} gives any other of that kind; one that also
 * allows TLS 1.0 or 1.1, which RFC 8996 forbids, has to be asked for by {@link #legacy}.
 *
 * @param name AWS's name of the policy
 * @param allowsOldTls whether it may allow less than TLS 1.2
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html">AWS:
 *     security policies</a>
 */
public record TlsPolicy(String name, boolean allowsOldTls) implements TerraformValue {
    private static final String PREFIX = "ELBSecurityPolicy-";
    private static final Pattern ANY = Pattern.compile(PREFIX + "[0-9A-Za-z-]+");
    private static final Pattern TLS_1_2_OR_BETTER = Pattern.compile(PREFIX + "(?:TLS13-1-[23]|TLS-1-2|FS-1-2)-.+");

    /** TLS 1.2 and 1.3 with forward secrecy, and keys that quantum computers can't break; AWS's recommendation. */
    public static final TlsPolicy RECOMMENDED = named("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09");

    /** The recommendation with cryptography that FIPS 140-3 approves. */
    public static final TlsPolicy RECOMMENDED_FIPS = named("ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09");

    /** TLS 1.3 alone, and keys that quantum computers can't break; some older clients stay out. */
    public static final TlsPolicy TLS_1_3 = named("ELBSecurityPolicy-TLS13-1-3-PQ-2025-09");

    /** TLS 1.3 alone, with cryptography that FIPS 140-3 approves. */
    public static final TlsPolicy TLS_1_3_FIPS = named("ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09");

    /** TLS 1.2 and 1.3 with forward secrecy; the recommendation before quantum computers were thought of. */
    public static final TlsPolicy TLS_1_2_RESTRICTED = named("ELBSecurityPolicy-TLS13-1-2-Res-2021-06");

    /** Checks the name, and that old TLS is allowed on purpose only. */
    public TlsPolicy {
        Checks.of("TLS policy")
                .matches(
                        "ssl_policy",
                        name,
                        ANY,
                        "be the name of a security policy, which begins with " + PREFIX,
                        "Copy the name from AWS's list, such as \"ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09\".")
                .matches(
                        "ssl_policy",
                        allowsOldTls ? null : name,
                        TLS_1_2_OR_BETTER,
                        "allow no less than TLS 1.2, which its name says by TLS13-1-2, TLS13-1-3, TLS-1-2 or FS-1-2",
                        "Leave it out for the recommended one; if old clients must come in, say so by TlsPolicy.legacy or allows_old_tls.")
                .done();
    }

    /**
     * Any policy that allows nothing below TLS 1.2.
     *
     * @param name such as {@code ELBSecurityPolicy-TLS13-1-2-2021-06}
     */
    public static TlsPolicy named(String name) {
        return new TlsPolicy(name, false);
    }

    /**
     * Any policy, also one that allows TLS 1.0 or 1.1; only for clients that know nothing better.
     *
     * @param name such as {@code ELBSecurityPolicy-2016-08}
     */
    public static TlsPolicy legacy(String name) {
        return new TlsPolicy(name, true);
    }

    @Override
    public String toTerraform() {
        return name;
    }
}
