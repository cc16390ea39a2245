package dev.alb.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.assertions.SynthesizedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text is data: whatever it looks like, it arrives as it was written. */
class TextTest {
    private static final String TOKEN = "${TfToken[TOKEN.7]}";
    private static final JsonMapper JSON = new JsonMapper();

    private static final List<String> TEXTS = List.of(
            "${x}",
            "$${x}",
            "$$${x}",
            "$$$${x}",
            "%{if}",
            "%%{if}",
            "%%%{if}",
            "$",
            "$$",
            "a$",
            "%",
            "%%",
            "$%",
            "${",
            "%{",
            "{",
            "}",
            "${${",
            "$${${x}",
            "${${x}}",
            "$%{x}",
            "%${x}",
            "$$%{x}",
            "%%${x}",
            "$%${x}",
            "\\${x}",
            "\"${x}\"",
            "${file(\"/etc/passwd\")}",
            "a\n${x}\n",
            "${~ x ~}",
            "%{ for a in b }%{ endfor }",
            "ü${ä}",
            "#{x}",
            "&{x}",
            "TfToken[TOKEN.7]");

    @TempDir
    private Path folder;

    @Test
    void is_left_alone_where_nothing_begins_an_expression() {
        assertEquals("a $ b % {c}", Text.toTerraform("a $ b % {c}"));
    }

    @Test
    void what_begins_an_expression_is_escaped() {
        assertEquals("$${x} %%{if} $$${x}", Text.toTerraform("${x} %{if} $${x}"));
    }

    @Test
    void references_of_cdktf_stay() {
        assertTrue(Text.isReference("https://" + TOKEN));
        assertFalse(Text.isReference("${x} TfToken[TOKEN.7]"));
        assertEquals("$${x}" + TOKEN + "$${y}", Text.toTerraform("${x}" + TOKEN + "${y}"));
        assertEquals("%" + TOKEN + "{", Text.toTerraform("%" + TOKEN + "{"));
    }

    @Test
    void a_dollar_sign_before_a_reference_does_not_turn_it_into_text() {
        assertEquals("a${\"$\"}" + TOKEN, Text.toTerraform("a$" + TOKEN));
        assertEquals("${\"$$\"}" + TOKEN + "$", Text.toTerraform("$$" + TOKEN + "$"));
    }

    @Test
    @NeedsTerraform
    void arrives_in_terraform_as_it_was_written() throws IOException, InterruptedException {
        Map<String, Object> outputs = new LinkedHashMap<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            Map<String, String> keyed = Map.of(TEXTS.get(i), TEXTS.get(i));
            outputs.put("o" + i, Map.of("value", Attributes.render(keyed)));
        }
        JsonNode applied = applied(Map.of("output", outputs));
        for (int i = 0; i < TEXTS.size(); i++) {
            JsonNode expected = JSON.valueToTree(Map.of(TEXTS.get(i), TEXTS.get(i)));
            assertEquals(expected, applied.path("o" + i).path("value"));
        }
    }

    @Test
    @NeedsTerraform
    void arrives_in_terraform_around_a_reference() throws IOException, InterruptedException {
        Map<String, Object> outputs = new LinkedHashMap<>();
        for (int i = 0; i < TEXTS.size(); i++) {
            String around = Text.toTerraform(TEXTS.get(i) + TOKEN + TEXTS.get(i));
            outputs.put("o" + i, Map.of("value", around.replace(TOKEN, "${local.value}")));
        }
        JsonNode applied = applied(Map.of("locals", Map.of("value", "VALUE"), "output", outputs));
        for (int i = 0; i < TEXTS.size(); i++) {
            String expected = TEXTS.get(i) + "VALUE" + TEXTS.get(i);
            assertEquals(expected, applied.path("o" + i).path("value").asText());
        }
    }

    @Test
    void passes_through_cdktf_unchanged() {
        TerraformStack stack = new TerraformStack(Testing.app(), "stack");
        new Thing(stack, "thing", Map.of("texts", TEXTS, "tags", Map.of("${key}", "${value}")));
        List<String> escaped = TEXTS.stream().map(Text::toTerraform).toList();
        SynthesizedStack.of(stack)
                .resource(Thing.TYPE, "thing")
                .hasExactly("texts", escaped)
                .hasExactly("tags", Map.of("$${key}", "$${value}"));
    }

    private JsonNode applied(Map<String, Object> configuration) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("main.tf.json"), JSON.writeValueAsString(configuration));
        TerraformProgram terraform = TerraformProgram.in(folder);
        terraform.run("init", "-backend=false", "-no-color");
        terraform.run("apply", "-auto-approve", "-no-color");
        return JSON.readTree(terraform.run("output", "-json", "-no-color"));
    }
}
