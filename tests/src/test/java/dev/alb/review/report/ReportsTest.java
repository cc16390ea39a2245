package dev.alb.review.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.alb.assertions.GoldenFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the reports look like, from a review with something of everything. */
class ReportsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/review");
    private static final Map<String, Report> REPORTS = new TreeMap<>(Map.of(
            "review.txt", new TextReport(100, false),
            "review.color.txt", new TextReport(60, true),
            "review.md", new MarkdownReport(MarkdownReport.OF_GITHUB, ""),
            "review.html", new HtmlReport(),
            "review.json", new JsonReport(),
            "review.sarif", new SarifReport(List.of(Reviews.DEAD, Reviews.REPLACED))));

    static Stream<String> names() {
        return REPORTS.keySet().stream();
    }

    private static String rich(String name) {
        return REPORTS.get(name).of(Reviews.of(Reviews.rich()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_rich_review_looks_as_it_did_when_somebody_last_looked(String name) {
        GoldenFile.matches(GOLDEN.resolve(name), rich(name));
    }

    @Test
    void a_review_of_nothing_is_one_line() {
        List<Reviewed> silent = Reviews.of(Reviews.silent());
        assertEquals("Nothing changes.\n", new TextReport(80, false).of(silent));
        assertEquals("## Nothing changes.\n", new MarkdownReport(MarkdownReport.OF_GITHUB, "").of(silent));
    }

    @Test
    void several_plans_are_told_apart() {
        List<Reviewed> two =
                List.of(new Reviewed("a.json", Reviews.silent()), new Reviewed("b.json", Reviews.silent()));
        assertEquals("a.json\nNothing changes.\n\nb.json\nNothing changes.\n", new TextReport(80, false).of(two));
        String markdown = new MarkdownReport(MarkdownReport.OF_GITHUB, "").of(two);
        assertEquals("## `a.json`: Nothing changes.\n\n## `b.json`: Nothing changes.\n", markdown);
    }

    @Test
    void json_is_as_its_schema_says() throws Exception {
        var schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(JsonReport.schema());
        for (var review : List.of(Reviews.rich(), Reviews.silent())) {
            JsonNode document = new ObjectMapper().readTree(new JsonReport().of(Reviews.of(review)));
            assertEquals(Set.of(), schema.validate(document), document::toPrettyString);
        }
    }

    @Test
    void sarif_has_a_rule_for_each_result_and_suppresses_what_is_accepted() throws Exception {
        JsonNode run = new ObjectMapper().readTree(rich("review.sarif")).at("/runs/0");
        for (JsonNode result : run.path("results")) {
            JsonNode rule =
                    run.at("/tool/driver/rules/" + result.path("ruleIndex").asInt());
            assertEquals(rule.path("id"), result.path("ruleId"), run::toPrettyString);
        }
        List<String> suppressed = StreamSupport.stream(run.path("results").spliterator(), false)
                .filter(result -> result.has("suppressions"))
                .map(result -> result.at("/locations/0/logicalLocations/0/fullyQualifiedName")
                        .asText())
                .toList();
        assertEquals(List.of("aws_lb_listener_rule.kept"), suppressed);
    }

    @Test
    void the_members_of_a_group_are_many() {
        var many = new dev.alb.review.Exposure("the members of a", "b", "80 (tcp)", "c", dev.alb.review.Mark.ADDED);
        assertEquals("the members of a reach b on 80 (tcp)", Words.exposure(many));
        var one = new dev.alb.review.Exposure("anybody", "b", "80 (tcp)", "c", dev.alb.review.Mark.ADDED);
        assertEquals("anybody reaches b on 80 (tcp)", Words.exposure(one));
    }

    @Test
    void a_fingerprint_stays_while_values_change() {
        var one = Reviews.DEAD.at("a", dev.alb.review.Severity.LOW, "Rule 1", "Delete it.");
        var other = Reviews.DEAD.at("a", dev.alb.review.Severity.HIGH, "Rule 2", "Move it.");
        assertEquals(Fingerprint.of(one), Fingerprint.of(other));
        Set<String> different = Stream.of(
                        one,
                        Reviews.REPLACED.at("a", one.severity(), "", ""),
                        Reviews.DEAD.at("b", one.severity(), "", ""))
                .map(Fingerprint::of)
                .collect(Collectors.toSet());
        assertEquals(3, different.size());
    }

    @Test
    void lines_for_a_terminal_are_as_wide_as_it_is() {
        String text = new TextReport(60, false).of(Reviews.of(Reviews.rich()));
        text.lines().forEach(line -> assertTrue(line.length() <= 60, line));
        assertTrue(text.lines().anyMatch(line -> line.length() > 50), text);
    }
}
