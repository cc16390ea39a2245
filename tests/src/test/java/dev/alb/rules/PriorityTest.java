package dev.alb.rules;

import static dev.alb.terraform.Rendering.assertRefuses;
import static dev.alb.terraform.Rendering.assertRenders;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The place of a rule is always known, and changes with no other rule. */
class PriorityTest {
    @Test
    void is_a_number_in_terraform() {
        assertRenders("100", Priority.of(100));
        assertFalse(Priority.of(100).isKeyed());
    }

    /** These numbers stand in states all over: a change of the hash would move every rule there is. */
    @Test
    void a_key_gives_the_same_number_for_ever() {
        assertEquals(4750, Priority.keyed("block-admin").value());
        assertEquals(8500, Priority.keyed("synchrony").value());
        assertTrue(Priority.keyed("synchrony").isKeyed());
    }

    @Test
    void a_new_rule_renumbers_no_other() {
        List<String> keys = List.of("a", "b", "c", "d");
        List<String> more = List.of("0", "a", "a-and-a-half", "b", "c", "z", "d");
        Map<String, Integer> before = numbers(keys.stream());
        Map<String, Integer> after = numbers(more.stream());
        keys.forEach(key -> assertEquals(before.get(key), after.get(key), key));
    }

    @Test
    void keys_leave_room_between_their_numbers() {
        IntStream.range(0, 5000).map(i -> Priority.keyed("key" + i).value()).forEach(number -> {
            assertTrue(number >= 1000 && number <= 9990, "" + number);
            assertEquals(0, number % 10, "" + number);
        });
    }

    @Test
    void keys_are_spread_over_all_numbers() {
        long different = IntStream.range(0, 20_000)
                .map(i -> Priority.keyed("key" + i).value())
                .distinct()
                .count();
        assertEquals(900, different);
    }

    @Test
    void a_range_of_ones_own_is_kept() {
        List<Integer> numbers = IntStream.range(0, 200)
                .mapToObj(i -> Priority.keyed("key" + i, 20_005, 20_034).value())
                .distinct()
                .sorted()
                .toList();
        assertEquals(List.of(20_005, 20_015, 20_025), numbers);
        assertEquals(7, Priority.keyed("only one", 7, 7).value());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 50_001})
    void refuses_a_number_out_of_bounds(int number) {
        assertRefuses("""
                priority: 1 violation
                priority must be between 1 and 50000, got %d
                  Choose a number from 1 to 50000.
                """.formatted(number), () -> Priority.of(number));
    }

    @Test
    void takes_both_bounds() {
        assertEquals(1, Priority.of(1).value());
        assertEquals(50_000, Priority.of(50_000).value());
    }

    @Test
    void refuses_an_empty_key_and_a_range_that_ends_before_it_begins() {
        assertRefuses("""
                priority: 1 violation
                key must be given, got nothing
                  Name what the rule is for, such as "block-admin".
                """, () -> Priority.keyed(""));
        assertRefuses("""
                priority: 1 violation
                last must be between 200 and 50000, got 100
                  Choose a number from 200 to 50000.
                """, () -> Priority.keyed("a", 200, 100));
    }

    private static Map<String, Integer> numbers(Stream<String> keys) {
        return keys.collect(
                Collectors.toMap(Function.identity(), key -> Priority.keyed(key).value()));
    }
}
