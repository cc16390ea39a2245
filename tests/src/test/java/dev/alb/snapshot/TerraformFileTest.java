package dev.alb.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is shows in the file; its name need not tell. */
class TerraformFileTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'format_version': '1.2', 'configuration': {}} | PLAN",
                "{'format_version': '1.2', 'planned_values': {}, 'prior_state': {'values': {}}} | PLAN",
                "{'format_version': '1.0', 'values': {}} | STATE",
                "{'format_version': '1.0'} | STATE",
                "{'version': 4, 'serial': 1, 'lineage': 'x', 'resources': []} | STATE",
                "{'terraform': {}, 'resource': {}} | SYNTHESIZED",
                "{'//': 'a comment', 'locals': {}} | SYNTHESIZED"
            })
    void a_file_is_known_by_what_stands_in_it(String json, TerraformFile.Kind kind) throws UnreadableInput {
        TerraformFile file = TerraformFile.read(Given.stream(json), "standard input");
        assertEquals(kind, file.kind());
        assertEquals(kind == TerraformFile.Kind.PLAN, file.plan().isPresent());
    }

    @Test
    void the_snapshot_of_a_plan_is_what_will_be() throws UnreadableInput {
        String change = Given.change("aws_lb.a", "['update']", "'before': {'name': 'old'}, 'after': {'name': 'new'}");
        TerraformFile file = TerraformFile.read(
                Given.stream("{'format_version': '1.2', 'resource_changes': [" + change + "]}"), "standard input");
        assertEquals(
                "new", file.snapshot().at("aws_lb.a").orElseThrow().at("name").text(""));
    }

    @Test
    void an_empty_configuration_is_known_by_its_name(@TempDir Path folder) throws IOException, UnreadableInput {
        Path file = Files.writeString(folder.resolve("empty.tf.json"), "{}");
        assertEquals(TerraformFile.Kind.SYNTHESIZED, TerraformFile.read(file).kind());
    }
}
