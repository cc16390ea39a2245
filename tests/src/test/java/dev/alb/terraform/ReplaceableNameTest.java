package dev.alb.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

class ReplaceableNameTest {
    private final TerraformStack stack = new TerraformStack(Testing.app(), "site");

    private String name(String id, Map<String, ?> forces) {
        return ReplaceableName.of(stack, id, 32, forces);
    }

    @Test
    void is_the_id_and_a_hash_that_stays_for_ever() {
        assertEquals("confluence-ab91d783", name("confluence", Map.of("port", 8090, "vpc_id", "vpc-1")));
    }

    @Test
    void is_the_same_in_another_synthesis() {
        TerraformStack again = new TerraformStack(Testing.app(), "site");
        assertEquals(name("wiki", Map.of("port", 1)), ReplaceableName.of(again, "wiki", 32, Map.of("port", 1)));
    }

    @Test
    void changes_with_what_forces_a_replacement() {
        assertNotEquals(name("wiki", Map.of("port", 1)), name("wiki", Map.of("port", 2)));
    }

    @Test
    void does_not_count_what_terraform_resolves_later() {
        Map<String, String> one = Map.of("vpc_id", "${TfToken[TOKEN.1]}");
        Map<String, String> other = Map.of("vpc_id", "${TfToken[TOKEN.2]}");
        assertEquals(name("wiki", one), name("wiki", other));
    }

    @Test
    void differs_in_another_stack_and_in_another_scope() {
        TerraformStack other = new TerraformStack(Testing.app(), "other");
        Construct inner = new Construct(stack, "inner");
        Construct second = new Construct(stack, "second");
        String here = name("wiki", Map.of());
        assertNotEquals(here, ReplaceableName.of(other, "wiki", 32, Map.of()));
        assertNotEquals(here, ReplaceableName.of(inner, "wiki", 32, Map.of()));
        assertNotEquals(
                ReplaceableName.of(second, "wiki", 32, Map.of()), ReplaceableName.of(inner, "wiki", 32, Map.of()));
    }

    @Test
    void keeps_to_the_length() {
        String name = name("a-group-with-a-rather-long-identifier", Map.of());
        assertTrue(name.matches("a-group-with-a-rather-l-[0-9a-f]{8}"), name);
        assertEquals(32, name.length());
    }

    @Test
    void has_no_other_characters_than_letters_digits_and_single_hyphens_where_it_was_cut() {
        assertTrue(name("_wiki__of/us.", Map.of()).matches("wiki-of-us-[0-9a-f]{8}"), name("_wiki__of/us.", Map.of()));
        String cut = name("twenty-two-characters1-and-more", Map.of());
        assertTrue(cut.matches("twenty-two-characters1-[0-9a-f]{8}"), cut);
        assertTrue(name("__", Map.of()).matches("[0-9a-f]{8}"), name("__", Map.of()));
    }
}
