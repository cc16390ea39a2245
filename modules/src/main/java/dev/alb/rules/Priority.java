package dev.alb.rules;

import dev.alb.terraform.Checks;
import dev.alb.terraform.TerraformValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The place of a rule among those of its listener: the lowest number is asked first.
 *
 * <p>It is never left to the provider, which would ask AWS for the highest number and add one while it applies: the order
 * would depend on which rule happened to be created first. A number from a key depends on that key alone, so that a new
 * rule never renumbers another; and there are nine numbers free before the next one, for rules that must go in between.
 *
 * @param value 1 to 50000, once on a listener
 * @param key what it was worked out from, or {@code null} if it was given
 */
public record Priority(int value, @Nullable String key) implements TerraformValue {
    private static final int LEAST = 1;
    private static final int MOST = 50_000;
    private static final int FIRST_KEYED = 1000;
    private static final int LAST_KEYED = 9990;
    private static final int GAP = 10;

    /** Checks the bounds. */
    public Priority {
        Checks.of("priority").between("priority", value, LEAST, MOST).done();
    }

    /** A number that is given: 1 to 50000. */
    public static Priority of(int value) {
        return new Priority(value, null);
    }

    /** A number from 1000 to 9990, in steps of ten, that depends on the key alone. */
    public static Priority keyed(String key) {
        return keyed(key, FIRST_KEYED, LAST_KEYED);
    }

    /**
     * A number from a range of one's own, in steps of ten, that depends on the key alone.
     *
     * @param first the first that may come out
     * @param last the last that may come out; a change of either renumbers all rules of the range
     */
    public static Priority keyed(String key, int first, int last) {
        Checks.of("priority")
                .require(
                        !key.isEmpty(),
                        "key",
                        "be given",
                        "nothing",
                        "Name what the rule is for, such as \"block-admin\".")
                .between("first", first, LEAST, MOST)
                .between("last", last, first, MOST)
                .done();
        int slots = (last - first) / GAP + 1;
        return new Priority(
                first + GAP * hash(key).mod(BigInteger.valueOf(slots)).intValue(), key);
    }

    /** Whether it was worked out from a key, so that nobody has decided what comes first. */
    public boolean isKeyed() {
        return key != null;
    }

    @Override
    public Object toTerraform() {
        return value;
    }

    private static BigInteger hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
