package dev.alb.site.binding;

import static java.nio.charset.StandardCharsets.UTF_16;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as people, editors and enemies write them. */
class YamlFileTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# nothing but a comment\n"})
    void an_empty_file_is_told(String text) {
        assertEquals(
                "sample.yaml: must describe a site, got an empty file\n    Run `./alb init` to get one.",
                Reading.syntax(text));
    }

    @Test
    void several_documents_are_told() {
        assertEquals(
                "sample.yaml:2:1: must be YAML, got but found another document\n"
                        + "    Look at the line and at the one above it.",
                Reading.syntax("a: 1\n---\nb: 2\n"));
    }

    @Test
    void one_document_with_its_marks_is_read() {
        assertEquals("", Reading.syntax("%YAML 1.2\n---\na: 1\n...\n"));
    }

    @Test
    void a_tab_as_indentation_is_told_at_its_place() {
        assertEquals(
                "sample.yaml:2:1: must be YAML, got found character '\\t(TAB)' that cannot start any token. "
                        + "(Do not use \\t(TAB) for indentation)\n    Look at the line and at the one above it.",
                Reading.syntax("a:\n\tb: 1\n"));
    }

    @Test
    void a_character_that_yaml_does_not_allow_is_told() {
        assertEquals(
                "sample.yaml: must be YAML, got special characters are not allowed\n"
                        + "    Look for characters that YAML does not allow.",
                Reading.syntax("a: \u0007\n"));
    }

    @Test
    void a_bracket_without_its_end_is_told() {
        assertTrue(Reading.syntax("a: [1, 2\n").startsWith("sample.yaml:2:1: must be YAML, got expected ',' or ']'"));
    }

    @Test
    void other_bytes_than_utf_8_are_told() throws IOException {
        String told = "sample.yaml: must be UTF-8 text, got other bytes\n    Save it again in UTF-8.";
        assertEquals(told, Reading.syntax(written("name: Straße", "ISO-8859-1")));
        assertEquals(told, Reading.syntax(Files.write(folder.resolve("utf16"), "name: x".getBytes(UTF_16))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFFname: Stra\u00DFe\n", "name: Stra\u00DFe\r\n", "name: Stra\u00DFe"})
    void marks_and_line_ends_of_other_systems_make_no_difference(String text) throws IOException {
        Findings findings = new Findings();
        YamlPlace top =
                YamlFile.read("sample.yaml", written(text, "UTF-8"), findings).orElseThrow();
        assertEquals("Straße", top.child("name").flatMap(YamlPlace::text).orElseThrow());
    }

    @Test
    void a_missing_file_is_told() {
        assertEquals(
                "sample.yaml: must exist, got no such file\n    Run `./alb init` to get one, or name it with -c.",
                Reading.syntax(folder.resolve("missing")));
    }

    @Test
    void a_folder_is_told() {
        assertEquals(
                "sample.yaml: must be readable, got IOException\n    Check its kind and rights.",
                Reading.syntax(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!javax.script.ScriptEngineManager", "!Ref", "!!binary", "!!set", "!<tag:x,2000:y>"})
    void tags_do_nothing_and_are_refused(String tag) {
        String shown = tag.startsWith("!<") ? "tag:x,2000:y" : tag;
        assertEquals(
                "sample.yaml:1:4: must stand without a tag, got " + shown
                        + "\n    Leave it out; a text that begins with an exclamation mark needs quotes.",
                Reading.syntax("a: " + tag + " {}"));
    }

    @Test
    void tags_that_only_say_what_yaml_would_see_anyway_are_read() {
        assertEquals("", Reading.syntax("a: !!str 5\nb: !!int 5\nc: !!map {}\nd: !!seq []\ne: ! x"));
    }

    @Test
    void a_template_that_was_not_filled_in_is_told() {
        assertEquals(
                "sample.yaml:1:8: must be one text before the colon, got a mapping\n"
                        + "    Put a value that begins with { or [ in quotes.",
                Reading.syntax("name: {{ name }}\n"));
        assertEquals(
                "sample.yaml:2:3: must be one text before the colon, got a list\n"
                        + "    Put a value that begins with { or [ in quotes.",
                Reading.syntax("a: 1\n? [x]\n: y\n"));
    }

    @Test
    void aliases_stand_for_what_they_repeat() {
        Findings findings = new Findings();
        YamlPlace top = YamlFile.parse("sample.yaml", "a: &x {b: [1]}\nc: *x\nd: &y e\nf: *y\n", findings)
                .orElseThrow();
        assertEquals("sample.yaml:1:12 c.b[0]", top.find("c.b[0]").toString());
        assertEquals("e", top.child("f").flatMap(YamlPlace::text).orElseThrow());
    }

    @Test
    void an_alias_of_nothing_is_told() {
        assertTrue(Reading.syntax("a: *x\n").startsWith("sample.yaml:1:4: must be YAML, got found undefined alias x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: &x {b: *x}", "a: &x [[*x]]"})
    void an_anchor_within_itself_is_refused(String yaml) {
        String column = yaml.contains("{") ? "11" : "9";
        assertEquals(
                "sample.yaml:1:" + column
                        + ": must not stand within what it repeats, got *x\n    Write out what is meant.",
                Reading.syntax(yaml));
    }

    @Test
    void a_billion_laughs_are_refused_at_once() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int i = 1; i < 30; i++) {
            String alias = "*a" + (i - 1);
            yaml.append("a" + i + ": &a" + i + " [" + alias + (", " + alias).repeat(9) + "]\n");
        }
        assertEquals(
                "sample.yaml:4:45: must repeat at most 10000 values, together with the other aliases, got more\n"
                        + "    Write out what is meant.",
                assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Reading.syntax(yaml.toString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void an_abyss_of_brackets_is_refused(String bracket) {
        String found = assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> Reading.syntax("a:\n  " + bracket.repeat(20_000)));
        int column = 3 + bracket.length() * 99;
        assertEquals(
                "sample.yaml:2:" + column
                        + ": must be nested at most 100 levels deep, got more\n"
                        + "    Look for brackets that are never closed.",
                found);
    }

    @Test
    void a_chain_of_aliases_that_nest_ends() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 10_000; i++) {
            yaml.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
        }
        assertTrue(Reading.syntax(yaml.toString()).contains("must repeat at most 10000 values"));
    }

    @Test
    void a_file_without_end_is_refused() {
        assertEquals(
                "sample.yaml: must be YAML, got The incoming YAML document exceeds the limit: 1000000 code points.\n"
                        + "    Look for characters that YAML does not allow.",
                Reading.syntax("a: xxxxxxx\n".repeat(100_000)));
    }

    private Path written(String text, String charset) throws IOException {
        return Files.write(folder.resolve("file.yaml"), text.getBytes(charset));
    }
}
