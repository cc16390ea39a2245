package dev.alb.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A state is a snapshot of what Terraform remembers, in either form. */
class StateFileTest {
    private static final String STORED = """
            {'version': 4, 'lineage': 'x', 'resources': [
              {'module': 'module.m["k"]', 'mode': 'managed', 'type': 'aws_lb', 'name': 'a', 'instances': [
                {'index_key': 0, 'attributes': {'name': 'zero'}},
                {'index_key': 'one', 'attributes': {'name': 'one'}},
                {'index_key': 0, 'deposed': '0a1b', 'attributes': {'name': 'old'}}]},
              {'mode': 'data', 'type': 'aws_lb', 'name': 'b', 'instances': [{'attributes': {}}]}]}
            """.replace("[\"k\"]", "[\\\"k\\\"]");

    private static List<String> addresses(Snapshot snapshot) {
        return snapshot.resources().stream().map(Resource::address).toList();
    }

    @Test
    void a_state_file_holds_the_instances_of_modules_and_resources() {
        assertEquals(
                List.of("module.m[\"k\"].aws_lb.a[\"one\"]", "module.m[\"k\"].aws_lb.a[0]", "data.aws_lb.b"),
                addresses(Given.state(STORED)));
    }

    @Test
    void a_shown_state_holds_the_resources_of_modules() {
        Snapshot state = Given.state("{'format_version': '1.0', 'values': {'root_module': {'resources': [{'address':"
                + " 'aws_lb.a', 'type': 'aws_lb', 'values': {'x': 's', 'y': 'o'}, 'sensitive_values': {'x': true}}],"
                + " 'child_modules': [{'child_modules': [{'resources': [{'address': 'module.a.module.b.aws_lb.c',"
                + " 'type': 'aws_lb', 'values': {}}]}]}]}}}");
        assertEquals(List.of("aws_lb.a", "module.a.module.b.aws_lb.c"), addresses(state));
        assertEquals("(sensitive)", state.resources().get(0).at("x").toString());
        assertEquals("\"o\"", state.resources().get(0).at("y").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'format_version': '1.0'}",
                "{'format_version': '1.0', 'terraform_version': '1.11.4', 'values': {}}",
                "{'version': 4, 'lineage': '', 'resources': []}",
                "{'version': 4, 'terraform_version': '1.11.4', 'lineage': 'x', 'outputs': {}, 'resources': null}"
            })
    void a_state_that_holds_nothing_is_empty(String json) {
        assertEquals(List.of(), Given.state(json).resources());
    }

    @Test
    void only_what_a_state_file_marks_is_hidden() {
        String path = "{'type': 'get_attr', 'value': 'action'}, {'type': 'index', 'value': {'value': 1, 'type':"
                + " 'number'}}, {'type': 'get_attr', 'value': 'pin'}";
        Value action = marked(path).at("action");
        assertEquals("1", action.items().get(0).at("pin").toString());
        assertEquals("(sensitive)", action.items().get(1).at("pin").toString());
        assertEquals("2", action.items().get(1).at("open").toString());
    }

    @Test
    void a_set_with_something_to_hide_is_hidden_as_a_whole() {
        Value action = marked("{'type': 'get_attr', 'value': 'action'}, {'type': 'index', 'value': {'value': {},"
                        + " 'type': 'object'}}, {'type': 'get_attr', 'value': 'pin'}")
                .at("action");
        assertEquals("(sensitive)", action.items().get(0).at("open").toString());
    }

    private static Resource marked(String path) {
        return Given.state("{'version': 4, 'lineage': 'x', 'resources': [{'type': 'aws_lb', 'name': 'a', 'instances':"
                        + " [{'attributes': {'action': [{'pin': 1, 'open': 1}, {'pin': 2, 'open': 2}]},"
                        + " 'sensitive_attributes': [[" + path + "]]}]}]}")
                .resources()
                .get(0);
    }
}
