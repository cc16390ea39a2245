package dev.alb.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a synthesized configuration, what is written is known, and what is an expression says to what it refers. */
class SynthesizedJsonTest {

    private static Resource resource(String values) {
        return Given.synthesized(
                        "{'//': {'metadata': 1}, 'locals': {'name': 'wiki', 'port': 8090, 'again': '${local.name}',"
                                + " 'lb': '${aws_lb.a.arn}', 'list': ['x', '${aws_lb.a.id}'], 'round': '${local.round}'},"
                                + " 'variable': {'v': {'default': 'd'}},"
                                + " 'resource': {'aws_lb': {'a': {}, 'b': {}, 'own': " + values + "}},"
                                + " 'data': {'aws_lb': {'found': {'name': 'f'}}}}")
                .at("aws_lb.own")
                .orElseThrow();
    }

    private static Value value(String text) {
        return resource("{'x': '" + text + "'}").at("x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain | plain",
                "a$${b} %%{c} | a${b} %{c}",
                "${local.name} | wiki",
                "${ local.again } | wiki",
                "${local.port} | 8090",
                "${local.name}-${local.port} | wiki-8090",
                "50% off $5 {x} | 50% off $5 {x}"
            })
    void what_is_fixed_is_known(String text, String known) {
        assertEquals(known, value(text).text("(unknown)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${aws_lb.a.arn} | [aws_lb.a]",
                "${aws_lb.a[0].arn} | [aws_lb.a]",
                "${aws_lb.a[each.key].arn} | [aws_lb.a]",
                "${element(aws_lb.a.*.arn, 0)} | [aws_lb.a]",
                "x-${data.aws_lb.found.name} | [data.aws_lb.found]",
                "${var.on ? aws_lb.a.arn : aws_lb.b.arn} | [aws_lb.a, aws_lb.b]",
                "${local.lb} | [aws_lb.a]",
                "${format(\\\"%s-${aws_lb.b.id}}\\\", aws_lb.a.id)} | [aws_lb.b, aws_lb.a]",
                "${var.v} | []",
                "${local.round} | []",
                "${local.nowhere} | []",
                "${module.m.arn} | []",
                "${each.value} | []",
                "${each.value} ${aws_lb.a.arn} | []",
                "${aws_lb.a.arn | [aws_lb.a]",
                "${ | []",
                "%{ if var.on }${aws_lb.a.arn}%{ endif } | [aws_lb.a]"
            })
    void an_expression_is_unknown_and_says_to_what_it_refers(String text, String references) {
        assertTrue(value(text).isUnknown(), () -> value(text).toString());
        assertEquals(references, value(text).references().toString());
    }

    @Test
    void lists_and_blocks_are_known_in_parts() {
        Resource own = resource("{'security_groups': ['sg-1', '${aws_lb.a.id}'], 'action': {'type': 'forward',"
                + " 'arn': '${aws_lb.b.arn}'}, 'empty': '', 'none': null}");
        Value groups = own.at("security_groups");
        assertEquals(List.of("sg-1"), groups.texts());
        assertTrue(groups.isPartlyUnknown());
        assertEquals(List.of(), groups.items().get(0).references());
        assertEquals(List.of("aws_lb.a"), groups.items().get(1).references());
        assertEquals("forward", own.values().block("action").at("type").text(""));
        assertEquals(List.of("aws_lb.b"), own.values().block("action").at("arn").references());
        assertEquals("", own.at("empty").text("(unknown)"));
        assertTrue(own.at("none").isAbsent());
    }

    @Test
    void meta_arguments_are_no_values() {
        Value values = resource("{'//': {}, 'provider': 'aws', 'lifecycle': {}, 'depends_on': ['x'], 'count': 2,"
                        + " 'provisioner': [], 'connection': {}, 'name': 'n'}")
                .values();
        assertEquals("{\"name\":\"n\"}", values.json().toString());
    }

    @Test
    void blocks_of_dynamic_are_unknown() {
        Resource own = resource("{'dynamic': {'condition': {'for_each': [], 'content': {}}}}");
        assertTrue(own.at("condition").isUnknown(), own.values()::toString);
    }

    @Test
    void a_secret_that_is_written_is_not_shown() {
        assertEquals(
                "(sensitive)",
                resource("{'client_secret': 'x'}").at("client_secret").toString());
    }

    @Test
    void blocks_may_be_arrays() {
        Snapshot snapshot =
                Given.synthesized("{'resource': [{'aws_lb': [{'a': [{'name': 'x'}]}]}, {'aws_lb': {'b': {}}}]}");
        assertEquals(
                List.of("aws_lb.a", "aws_lb.b"),
                snapshot.resources().stream().map(Resource::address).toList());
        assertEquals("x", snapshot.resources().get(0).at("name").text(""));
    }

    @Test
    void the_files_of_a_folder_belong_together(@TempDir Path folder) throws IOException, UnreadableInput {
        Files.writeString(
                folder.resolve("a.tf.json"), "{\"resource\": {\"aws_lb\": {\"a\": {\"x\": \"${local.l}\"}}}}");
        Files.writeString(folder.resolve("b.tf.json"), "{\"locals\": {\"l\": \"here\"}}");
        Files.writeString(folder.resolve("other.json"), "[]");
        TerraformFile file = TerraformFile.read(folder);
        assertEquals(TerraformFile.Kind.SYNTHESIZED, file.kind());
        assertEquals(
                "here", file.snapshot().at("aws_lb.a").orElseThrow().at("x").text(""));
    }
}
