package dev.alb.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.assertions.SynthesizedStack;
import dev.alb.cli.CommandInProcess;
import dev.alb.sandbox.account.AccountFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/**
 * What the README says is so.
 *
 * <p>Java blocks are compiled and run, YAML blocks are read and made into JSON. A block of JSON shows resources of the block
 * before it, a block of text what that one says. A block of which nothing is checked is an error.
 */
class ReadmeTest {
    private static final Readme README = new Readme();
    private static final Set<String> ORIGINS = Set.of("java", "yaml");
    private static final Set<String> RESULTS = Set.of("json", "text");
    private static final Set<String> OTHERS = Set.of(
            "sh", "xml", "mermaid", "tree", "account", "review", "accepted", "route", "expectations", "connector");

    @TempDir
    private static Path classes;

    private static JavaSnippets java;
    private static SynthesizedStack committed;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compile(@TempDir Path site) throws IOException {
        java = new JavaSnippets(README.blocks("java").toList(), classes);
        committed = SiteSnippet.committed(site).json();
    }

    static Stream<Block> blocks() {
        return README.blocks().stream();
    }

    static Stream<Block> javaBlocks() {
        return README.blocks("java");
    }

    static Stream<Block> yamlBlocks() {
        return README.blocks("yaml");
    }

    static Stream<String> commands() {
        return README.blocks("sh").flatMap(block -> block.content().lines());
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void each_block_is_of_a_kind_that_is_checked(Block block) {
        if (RESULTS.contains(block.language())) {
            Optional<String> origin = README.originOf(block).map(Block::language);
            assertTrue(origin.filter(ORIGINS::contains).isPresent(), () -> block + " is the result of nothing");
        } else {
            assertTrue(ORIGINS.contains(block.language()) || OTHERS.contains(block.language()), block::toString);
        }
    }

    @ParameterizedTest
    @MethodSource("javaBlocks")
    void java_does_what_is_shown(Block block) throws Exception {
        TerraformStack stack = new TerraformStack(Testing.app(), "platform");
        String told = java.run(block, stack);
        assertEquals(README.resultOf(block, "text").map(Block::content).orElse(""), told);
        if (told.isEmpty()) {
            SynthesizedStack json = SynthesizedStack.of(stack);
            assertFalse(json.addresses().isEmpty(), "JSON comes out");
            README.resultOf(block, "json").ifPresent(shown -> assertShown(shown, json));
        }
    }

    @ParameterizedTest
    @MethodSource("yamlBlocks")
    void yaml_gives_what_is_shown(Block block) throws IOException {
        SiteSnippet site = SiteSnippet.of(block, folder);
        assertEquals(README.resultOf(block, "text").map(Block::content).orElse(""), site.told());
        if (!site.told().contains("nothing was written")) {
            SynthesizedStack json = site.json();
            README.resultOf(block, "json").ifPresent(shown -> assertShown(shown, json));
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void each_command_names_something_that_is_there(String line) throws IOException {
        Commands.check(line);
    }

    @Test
    void the_account_file_can_be_read() {
        List<Block> files = README.blocks("account").toList();
        assertEquals(1, files.size());
        assertEquals(
                Optional.of("111122223333"),
                AccountFile.parse("README", files.get(0).content()).accountId());
    }

    @Test
    void each_command_of_the_launcher_is_in_the_table() {
        Set<String> named = README.find("^\\| `\\./alb ([a-z-]+)` \\|").stream()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(CommandInProcess.parser().getSubcommands().keySet()), named);
    }

    @Test
    void the_table_of_addresses_is_what_is_created() {
        List<String> addresses = README.find("^\\| `(aws_[a-z0-9_]+\\.[\\w-]+)` \\|").stream()
                .map(match -> match.group(1))
                .toList();
        committed.hasExactlyTheAddresses(addresses.toArray(String[]::new));
        assertEquals(committed.addresses().size(), addresses.size(), "each address once");
    }

    @Test
    void the_outputs_are_those_that_are_named() {
        String paragraph = README.find("^Outputs:(?:.|\n(?!\n))*").get(0).group();
        Set<String> named = Pattern.compile("`([a-z_]+)`")
                .matcher(paragraph)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> actual = committed
                .json()
                .path("output")
                .propertyStream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(actual, named);
    }

    @Test
    void each_attribute_with_a_value_is_in_the_json() {
        List<MatchResult> facts = README.find("`(aws_[a-z0-9_]+)\\.([\\w-]+) ([\\w.]+) = ([^`]+)`");
        assertTrue(facts.size() > 20, () -> facts.size() + " facts");
        for (MatchResult fact : facts) {
            committed
                    .resource(fact.group(1), fact.group(2))
                    .hasExactly(fact.group(3), SynthesizedStack.json(fact.group(4)));
        }
    }

    @Test
    void the_picture_shows_what_is_created() {
        List<Block> pictures = README.blocks("mermaid").toList();
        assertEquals(1, pictures.size());
        List<String> drawn = Pattern.compile("aws_[a-z0-9_]+\\.[\\w-]+")
                .matcher(pictures.get(0).content())
                .results()
                .map(MatchResult::group)
                .toList();
        assertTrue(drawn.size() > 6, drawn::toString);
        assertTrue(committed.addresses().containsAll(drawn), drawn::toString);
    }

    @Test
    void the_plan_of_the_house_names_what_is_there() {
        README.blocks("tree")
                .flatMap(block -> Stream.of(block.content().strip().split("\\s+")))
                .forEach(path -> assertTrue(Files.exists(Readme.ROOT.resolve(path)), path));
    }

    @Test
    void each_package_of_the_table_is_there() {
        List<MatchResult> packages = README.find("`dev\\.alb\\.([a-z.]+)`");
        assertTrue(packages.size() > 15);
        for (MatchResult found : packages) {
            String path = found.group(1).replace('.', '/');
            assertTrue(
                    Stream.of("modules", "review", "serve", "main", "sandbox", "tests")
                            .anyMatch(module ->
                                    Files.isDirectory(Readme.ROOT.resolve(module + "/src/main/java/dev/alb/" + path))),
                    found.group());
        }
    }

    @Test
    void each_link_leads_somewhere() {
        Set<String> anchors = README.prose().stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(title -> "#" + title.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
        for (MatchResult link : README.find("\\]\\(([^)]+)\\)")) {
            String target = link.group(1);
            assertTrue(anchors.contains(target) || Files.exists(Readme.ROOT.resolve(target)), target);
        }
    }

    @Test
    void the_coordinates_are_those_of_the_modules() throws Exception {
        Document pom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Readme.ROOT.resolve("modules/pom.xml").toFile());
        List<Block> shown = README.blocks("xml").toList();
        assertEquals(1, shown.size());
        assertEquals(
                "<dependency>\n  <groupId>%s</groupId>\n  <artifactId>%s</artifactId>\n  <version>%s</version>\n</dependency>\n"
                        .formatted(first(pom, "groupId", 0), first(pom, "artifactId", 1), first(pom, "version", 0)),
                shown.get(0).content());
    }

    private static String first(Document pom, String name, int index) {
        return pom.getElementsByTagName(name).item(index).getTextContent();
    }

    /** The block shows whole resources. */
    private static void assertShown(Block shown, SynthesizedStack json) {
        JsonNode types = SynthesizedStack.json(shown.content());
        types.propertyStream()
                .forEach(type -> type.getValue().propertyStream().forEach(resource -> {
                    ObjectNode attributes = (ObjectNode) resource.getValue();
                    json.resource(type.getKey(), resource.getKey()).hasExactly(attributes.toString());
                }));
    }
}
