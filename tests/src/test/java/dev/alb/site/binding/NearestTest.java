package dev.alb.site.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What somebody probably meant. */
class NearestTest {
    @Test
    void is_the_one_with_the_fewest_differences() {
        assertEquals(Optional.of("idle_timeout"), Nearest.to("idle_timout", List.of("name", "idle_timeout")));
        assertEquals(Optional.of("subnets"), Nearest.to("subnet", List.of("subnet_mapping", "subnets")));
    }

    @Test
    void is_the_first_of_the_alphabet_among_equals() {
        assertEquals(Optional.of("aab"), Nearest.to("aaa", List.of("baa", "aab")));
    }

    @Test
    void is_none_where_nothing_is_near() {
        assertEquals(Optional.empty(), Nearest.to("elephant", List.of("name", "region")));
        assertEquals(Optional.empty(), Nearest.to("x", List.of()));
    }
}
