package dev.alb.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks of a set stand in another order than their values; they are told by what is fixed in them. */
class BlockPairsTest {
    private static final String A = "{'arn': {'references': ['a']}, 'weight': {'constant_value': 1}}";
    private static final String B = "{'arn': {'references': ['b']}, 'weight': {'constant_value': 2}}";

    private static List<String> pairs(String blocks, String items) {
        return BlockPairs.blocksOf(Given.json(blocks), Given.json(items)).stream()
                .map(block -> block.findPath("references").path(0))
                .map(JsonNode::asText)
                .toList();
    }

    @Test
    void blocks_are_found_by_their_constants() {
        assertEquals(List.of("b", "a"), pairs("[" + A + "," + B + "]", "[{'weight': 2}, {'weight': 1}]"));
    }

    @Test
    void what_is_written_as_a_template_in_json_is_no_constant() {
        String blocks = "[{'arn': {'constant_value': '${x.a.arn}', 'references': ['x.a.arn', 'x.a']},"
                + " 'body': {'constant_value': '$${y}'}, 'weight': {'constant_value': 1}}]";
        assertEquals(List.of("x.a.arn"), pairs(blocks, "[{'weight': 1, 'body': '${y}', 'arn': 'arn:aws:x'}]"));
    }

    @Test
    void a_number_may_be_a_text() {
        assertEquals(List.of("b", "a"), pairs("[" + A + "," + B + "]", "[{'weight': '2'}, {'weight': '1'}]"));
    }

    @Test
    void blocks_are_found_by_the_blocks_in_them() {
        String blocks = "[{'host_header': [{'values': {'references': ['h']}}]},"
                + " {'path_pattern': [{'values': {'references': ['p']}}]}]";
        String items = "[{'host_header': [], 'path_pattern': [{}]}, {'host_header': [{}], 'path_pattern': []}]";
        assertEquals(List.of("p", "h"), pairs(blocks, items));
    }

    @Test
    void lists_of_constants_may_stand_in_another_order() {
        String blocks = "[{'v': {'constant_value': ['x', 'y']}, 'r': {'references': ['xy']}},"
                + " {'v': {'constant_value': ['z']}, 'r': {'references': ['z']}}]";
        assertEquals(List.of("z", "xy"), pairs(blocks, "[{'v': ['z']}, {'v': ['y', 'x']}]"));
    }

    @Test
    void what_is_left_after_the_clear_ones_is_clear() {
        String free = "{'arn': {'references': ['c']}}";
        assertEquals(List.of("c", "a"), pairs("[" + A + "," + free + "]", "[{'weight': 2}, {'weight': 1}]"));
    }

    @Test
    void elements_that_are_all_the_same_are_given_in_any_order() {
        String other = A.replace("'a'", "'c'");
        assertEquals(List.of("a", "c"), pairs("[" + A + "," + other + "]", "[{'weight': 1}, {'weight': 1}]"));
    }

    @Test
    void elements_that_differ_where_nothing_is_fixed_are_not_told_apart() {
        String a = "{'arn': {'references': ['a']}}";
        String b = "{'arn': {'references': ['b']}}";
        assertEquals(List.of("", ""), pairs("[" + a + "," + b + "]", "[{'weight': 1}, {'weight': 2}]"));
    }

    @Test
    void dynamic_blocks_make_elements_that_no_block_stands_for() {
        assertEquals(List.of("", "a"), pairs("[" + A + "]", "[{'weight': 9}, {'weight': 1}]"));
        assertEquals(List.of("", ""), pairs("[" + A + "]", "[{'weight': 1}, {'weight': 1, 'x': 2}]"));
    }

    @Test
    void nothing_is_told_where_a_value_is_not_as_it_is_written() {
        assertEquals(List.of("", ""), pairs("[" + A + "," + B + "]", "[{'weight': 1}, {'weight': 7}]"));
    }

    @Test
    void nothing_is_told_where_equal_blocks_have_become_one_element() {
        assertEquals(List.of(""), pairs("[" + A + "," + A + "]", "[{'weight': 1}]"));
    }

    @Test
    void a_block_that_stands_alone_belongs_to_the_only_element() {
        assertEquals(List.of("a"), pairs(A, "[{'weight': 1}]"));
    }
}
