package dev.alb.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns are matched, and held against each other, exactly. */
class GlobTest {
    private static final int LONGEST_WORD = 7;
    private static final List<String> WORDS = words();

    @ParameterizedTest
    @CsvSource({
        "/synchrony/*, /synchrony/v1, true",
        "/synchrony/*, /synchrony/, true",
        "/synchrony/*, /synchrony, false",
        "/synchrony*, /synchrony, true",
        "/a?c, /abc, true",
        "/a?c, /ac, false",
        "/a?c, /abbc, false",
        "*.png, /x/y.png, true",
        "*.png, /x/y.png/, false",
        "/Wiki, /wiki, false",
        "*, '', true",
        "?, '', false",
        "'', '', true"
    })
    void matches_as_a_whole(String pattern, String text, boolean expected) {
        assertEquals(expected, Glob.caseSensitive(pattern).matches(text));
    }

    @Test
    void disregards_case_where_a_load_balancer_does() {
        assertTrue(Glob.caseInsensitive("WIKI.example.*").matches("wiki.EXAMPLE.com"));
        assertTrue(Glob.caseInsensitive("Wiki.*").covers(Glob.caseInsensitive("wIKI.com")));
        assertFalse(Glob.caseSensitive("/Wiki*").covers(Glob.caseSensitive("/wiki")));
    }

    @Test
    void a_backslash_takes_the_meaning_of_a_wildcard_away_in_query_strings_only() {
        assertTrue(Glob.escapable("a\\*").matches("a*"));
        assertFalse(Glob.escapable("a\\*").matches("ab"));
        assertTrue(Glob.caseInsensitive("a\\*").matches("a\\b"));
        assertTrue(Glob.escapable("a*").covers(Glob.escapable("a\\*")));
        assertFalse(Glob.escapable("a\\*").covers(Glob.escapable("a*")));
        assertTrue(Glob.escapable("a\\").matches("a\\"));
    }

    @Test
    void counts_wildcards() {
        assertEquals(3, Glob.caseSensitive("/*/a?*").wildcards());
        assertEquals(1, Glob.escapable("\\*a*").wildcards());
        assertEquals(0, Glob.caseSensitive("/a").wildcards());
    }

    @ParameterizedTest
    @CsvSource({
        "/*, /synchrony/*, true",
        "/synchrony*, /synchrony/*, true",
        "/synchrony/*, /synchrony, false",
        "/synchrony/*, /synchrony*, false",
        "/*/*, /*//*, true",
        "/?*, /*?, true",
        "/*?, /?*, true",
        "/??*, /*?, false",
        "*a*, *aa*, true",
        "*aa*, *a*, false",
        "*.example.com, *.*.example.com, true",
        "a?b, a*b, false"
    })
    void covers(String pattern, String other, boolean expected) {
        assertEquals(expected, Glob.caseSensitive(pattern).covers(Glob.caseSensitive(other)));
    }

    @ParameterizedTest
    @CsvSource({
        "/a*, *b, true",
        "/a*, /b*, false",
        "*.png, /images/*, true",
        "/a/*, /a, false",
        "a?, ?b, true",
        "a??, ?b, false",
        "'', *, true",
        "'', ?*, false"
    })
    void overlaps(String pattern, String other, boolean expected) {
        assertEquals(expected, Glob.caseSensitive(pattern).overlaps(Glob.caseSensitive(other)));
        assertEquals(expected, Glob.caseSensitive(other).overlaps(Glob.caseSensitive(pattern)));
    }

    @Test
    void matches_as_a_brute_force_evaluator_does() {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            String pattern = pattern(random, 6);
            for (String word : WORDS) {
                assertEquals(
                        bruteForce(pattern, word), Glob.caseSensitive(pattern).matches(word), pattern + " " + word);
            }
        }
    }

    @Test
    void covers_and_overlaps_as_a_brute_force_evaluator_says() {
        Random random = new Random(2);
        int covered = 0;
        int disjoint = 0;
        for (int i = 0; i < 4000; i++) {
            String one = pattern(random, 4);
            String other = pattern(random, 4);
            boolean covers = WORDS.stream().allMatch(w -> !bruteForce(other, w) || bruteForce(one, w));
            boolean overlaps = WORDS.stream().anyMatch(w -> bruteForce(other, w) && bruteForce(one, w));
            assertEquals(covers, Glob.caseSensitive(one).covers(Glob.caseSensitive(other)), one + " covers " + other);
            assertEquals(
                    overlaps, Glob.caseSensitive(one).overlaps(Glob.caseSensitive(other)), one + " meets " + other);
            covered += covers ? 1 : 0;
            disjoint += overlaps ? 0 : 1;
        }
        assertTrue(covered > 200 && disjoint > 200, "both happen: " + covered + ", " + disjoint);
    }

    @Test
    void several_patterns_together_cover_as_a_brute_force_evaluator_says() {
        Random random = new Random(3);
        int together = 0;
        for (int i = 0; i < 2000; i++) {
            List<String> union = List.of(pattern(random, 3), pattern(random, 3), pattern(random, 3));
            String other = pattern(random, 3);
            boolean covers = WORDS.stream()
                    .allMatch(w -> !bruteForce(other, w) || union.stream().anyMatch(u -> bruteForce(u, w)));
            List<Glob> globs = union.stream().map(Glob::caseSensitive).toList();
            assertEquals(
                    covers, !GlobSearch.finds(List.of(Glob.caseSensitive(other)), globs), union + " cover " + other);
            together += covers && globs.stream().noneMatch(g -> g.covers(Glob.caseSensitive(other))) ? 1 : 0;
        }
        assertTrue(together > 0, "some are covered by none of the patterns alone");
    }

    @Test
    void long_patterns_with_many_wildcards_are_quick() {
        Glob one = Glob.caseSensitive("/" + "a".repeat(40) + "*" + "a".repeat(40) + "*" + "?" + "a".repeat(40) + "*");
        Glob other = Glob.caseSensitive("/*" + "a".repeat(60) + "*" + "a".repeat(60) + "?*");
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            assertFalse(one.covers(other));
            assertTrue(one.overlaps(other));
        });
    }

    private static boolean bruteForce(String pattern, String word) {
        if (pattern.isEmpty()) {
            return word.isEmpty();
        }
        String rest = pattern.substring(1);
        if (pattern.charAt(0) == '*') {
            return bruteForce(rest, word) || (!word.isEmpty() && bruteForce(pattern, word.substring(1)));
        }
        boolean first = !word.isEmpty() && (pattern.charAt(0) == '?' || pattern.charAt(0) == word.charAt(0));
        return first && bruteForce(rest, word.substring(1));
    }

    private static String pattern(Random random, int longest) {
        StringBuilder pattern = new StringBuilder();
        int length = random.nextInt(longest + 1);
        for (int i = 0; i < length; i++) {
            pattern.append("ab*?".charAt(random.nextInt(4)));
        }
        return pattern.toString();
    }

    /** Every word over three letters, of which patterns name only two. */
    private static List<String> words() {
        List<String> words = new ArrayList<>(List.of(""));
        for (int from = 0; words.get(words.size() - 1).length() < LONGEST_WORD; from++) {
            for (String letter : List.of("a", "b", "c")) {
                words.add(words.get(from) + letter);
            }
        }
        return words;
    }
}
