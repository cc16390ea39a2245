package dev.alb.confluence;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Whatever a site file says, it ends in violations or in JSON that is sound, and never in an exception.
 *
 * <p>A failure names the seed of its file. {@code -Dsite.seed=42 -Dsite.cases=1} runs that one again, and
 * {@code -Dsite.seed=1000 -Dsite.cases=5000} runs others.
 */
class AnySiteTest {
    private static final long FIRST_SEED = Long.getLong("site.seed", 1);

    @Test
    void a_file_that_is_mostly_right_is_refused_or_becomes_sound_json() {
        int made = each(150, RandomSite::mostlyValid, AnySiteTest::isMade);
        boolean enough = made * 4 >= cases(150) || cases(150) < 10;
        assertTrue(enough, "Only " + made + " of " + cases(150) + " files became JSON: the generator is too wild");
    }

    @Test
    void a_file_that_somebody_stumbled_over_is_refused_or_becomes_sound_json() {
        each(80, RandomSite::mutated, AnySiteTest::isMade);
    }

    @Test
    void any_text_can_be_read_or_is_refused() {
        int read = each(2500, RandomSite::mutated, AnySiteTest::isRead);
        assertTrue(read > 0 || cases(2500) < 100, "No file could be read: the generator is too wild");
    }

    private static boolean isMade(String yaml) {
        SynthesizedSite site = SynthesizedSite.ofText(yaml);
        if (!site.isRefused()) {
            Invariants.hold(site);
        }
        return !site.isRefused();
    }

    private static boolean isRead(String yaml) {
        SynthesizedSite site = SynthesizedSite.bound(yaml);
        assertTrue(site.isBound() || site.isRefused(), "Expected a site or errors, got neither");
        return site.isBound();
    }

    /** In how many cases it holds; a failure tells the seed. */
    private static int each(int cases, LongFunction<String> generator, Predicate<String> property) {
        int holds = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + cases(cases); seed++) {
            String yaml = generator.apply(seed);
            try {
                holds += property.test(yaml) ? 1 : 0;
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "Again with -Dsite.seed=" + seed + " -Dsite.cases=1: " + e + "\nThe file:\n" + yaml, e);
            }
        }
        return holds;
    }

    private static int cases(int usual) {
        return Integer.getInteger("site.cases", usual);
    }
}
