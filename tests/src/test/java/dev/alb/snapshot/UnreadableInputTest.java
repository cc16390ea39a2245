package dev.alb.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong with a file, its reader says which file, what it must be, what it is and what to do. */
class UnreadableInputTest {
    private static final String PLAN = "{'format_version': '1.2', 'planned_values': {}, ";

    private static String problem(String text) {
        return assertThrows(UnreadableInput.class, () -> TerraformFile.read(Given.stream(text), "f.json"), text)
                .getMessage();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | must hold JSON, but it is empty",
                "`  ` | must hold JSON, but it is empty",
                "resource aws_lb | must be JSON, but it is none at line 1",
                "{'format_version': '1.2', 'resource_ch | must be a whole file, but it ends in the middle",
                "{'a': [1, | must be a whole file, but it ends in the middle",
                "[] | must be an object in JSON, got something else",
                "{} | must be a plan, a state or a configuration in JSON, got another JSON",
                "{'a': 1} | must be a plan, a state or a configuration in JSON, got another JSON",
                "{'version': 3, 'resources': []} | version must be 4, got 3",
                "{'resource': 'x'} | resource must be an object, got a text",
                "{'resource': {'aws_lb': {'a': 1}}} | resource.aws_lb.a must be an object, got a number",
                "{'resource': {}} {'resource': {}} | must be one object in JSON, but more follows",
                "{'format_version': '1.0', 'values': []} | values must be an object, got an array",
                "{'format_version': '2.0', 'values': {}} | format_version must be 1.x, got 2.0",
                "{'format_version': '1.0', 'provider_schemas': {}} | must be a plan, a state or a configuration in JSON",
                "PK\u0003\u0004 | must be JSON, but this is a plan file of terraform plan -out"
            })
    void a_file_that_is_none_of_these(String text, String message) {
        assertTrue(problem(text).startsWith("f.json: " + message), problem(text));
        assertEquals(2, problem(text).lines().count(), problem(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'resource_changes': 'x' | resource_changes must be an array, got a text",
                "'resource_changes': [1] | resource_changes[0] must be an object, got a number",
                "'resource_changes': [{}] | resource_changes[0].change must be an object, got nothing",
                "'resource_changes': [{'change': {}}] | resource_changes[0].address must be a text, got nothing",
                "'configuration': [] | configuration must be an object, got an array",
                "'prior_state': {'values': 1} | prior_state.values must be an object, got a number",
                "'errored': 'no' | errored must be true or false, got a text",
                "'resource_changes': [{'address': 'a.b', 'type': 'a', 'change': {'actions': ['eat']}}] "
                        + "| resource_changes[0].change.actions must be an action of Terraform such as [\"update\"], got"
            })
    void a_plan_with_something_else_inside(String inside, String message) {
        assertTrue(problem(PLAN + inside + "}").startsWith("f.json: " + message), problem(PLAN + inside + "}"));
    }

    @Test
    void the_log_of_a_plan_is_told_how_to_become_its_json() {
        String log = "{'@level': 'info', '@message': 'Terraform 1.11.4'}\n{'@level': 'info'}";
        assertEquals(
                "f.json: must be a plan, a state or a configuration in JSON, got the log of terraform plan -json\n"
                        + "  Run: terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json",
                problem(log));
    }

    @Test
    void a_file_that_is_nested_without_end() {
        assertTrue(problem("{'resource': " + "[".repeat(5000)).contains("less than 1000 levels"));
    }

    @Test
    void modules_that_go_in_circles_end_in_doubt() {
        String module = "{'outputs': {'o': {'expression': {'references': ['var.v']}}}}";
        Plan plan = Given.plan("'resource_changes': ["
                + Given.change("aws_lb.a", "['create']", "'before': null, 'after': {}, 'after_unknown': {'x': true}")
                + "], 'configuration': {'root_module': {'resources': [{'address': 'aws_lb.a', 'expressions':"
                + " {'x': {'references': ['module.m.o']}}}], 'module_calls': {'m': {'module': " + module
                + ", 'expressions': {'v': {'references': ['module.m.o']}}}}}}");
        assertEquals(
                List.of(), plan.after().at("aws_lb.a").orElseThrow().at("x").references());
    }

    @Test
    void a_plan_of_another_kind_is_named() {
        UnreadableInput state = assertThrows(
                UnreadableInput.class,
                () -> PlanFile.read(Given.stream("{'format_version': '1.0', 'values': {}}"), "s.json"));
        assertEquals("""
                s.json: must be a plan, got the JSON of a state
                  A state tells what is, and a review compares it with what will be. Run: terraform plan -out=plan.bin && \
                terraform show -json plan.bin > plan.json""", state.getMessage());
        UnreadableInput written = assertThrows(
                UnreadableInput.class, () -> PlanFile.read(Given.stream("{'resource': {}}"), "cdk.tf.json"));
        assertEquals("""
                cdk.tf.json: must be a plan, got a configuration in JSON
                  Run: terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json""", written.getMessage());
    }

    @Test
    void files_that_are_not_there_and_folders(@TempDir Path folder) throws IOException {
        UnreadableInput missing =
                assertThrows(UnreadableInput.class, () -> TerraformFile.read(folder.resolve("no.json")));
        assertTrue(missing.getMessage().contains("no.json: must be there"), missing.getMessage());
        UnreadableInput empty = assertThrows(UnreadableInput.class, () -> TerraformFile.read(folder));
        assertTrue(empty.getMessage().contains("must hold a file *.tf.json, got none"), empty.getMessage());
        UnreadableInput noFile = assertThrows(UnreadableInput.class, () -> PlanFile.read(folder));
        assertTrue(noFile.getMessage().contains("must be a file, but it is a folder"), noFile.getMessage());
        assertTrue(Files.exists(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void what_powershell_writes_can_be_read(String encoding) throws UnreadableInput {
        byte[] bytes = ("\uFEFF" + PLAN.replace('\'', '"') + "\"terraform_version\": \"1.9.0\"}")
                .getBytes(Charset.forName(encoding));
        Plan plan = PlanFile.read(new ByteArrayInputStream(bytes), "plan.json");
        assertEquals("1.9.0", plan.terraformVersion(), () -> new String(bytes, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.2", "1.0", "1.2", "1.99"})
    void older_and_newer_minor_versions_of_the_format_can_be_read(String version) throws UnreadableInput {
        String text = PLAN.replace("1.2", version) + "'complete': false}";
        assertEquals(false, PlanFile.read(Given.stream(text), "plan.json").isComplete());
    }
}
