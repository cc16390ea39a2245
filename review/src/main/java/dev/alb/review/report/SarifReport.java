package dev.alb.review.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Review;
import dev.alb.review.Severity;
import dev.alb.snapshot.JsonText;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** SARIF 2.1.0 for what collects findings of many tools; each plan is a run. */
public final class SarifReport implements Report {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final List<Kind> kinds;

    /**
     * A report with rules.
     *
     * @param kinds all that can be found, whether it was or not
     */
    public SarifReport(List<Kind> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    @Override
    public String of(List<Reviewed> reviews) {
        ObjectNode document = JsonText.object().put("$schema", SCHEMA).put("version", "2.1.0");
        ArrayNode runs = document.putArray("runs");
        reviews.forEach(reviewed -> run(runs.addObject(), reviewed));
        return JsonText.write(document);
    }

    private void run(ObjectNode run, Reviewed reviewed) {
        Review review = reviewed.review();
        List<Kind> rules = rules(review);
        ArrayNode described = run.putObject("tool")
                .putObject("driver")
                .put("name", "alb review")
                .putArray("rules");
        rules.forEach(kind -> rule(described.addObject(), kind));
        // A host keeps the findings of two plans apart by this.
        run.putObject("automationDetails").put("id", "alb-review/" + uri(reviewed.plan()) + "/");
        run.put("columnKind", "utf16CodeUnits");
        ArrayNode results = run.putArray("results");
        review.findings().forEach(finding -> result(results.addObject(), finding, rules, reviewed.plan()));
        review.accepted().forEach(accepted -> {
            ObjectNode result = results.addObject();
            result(result, accepted.finding(), rules, reviewed.plan());
            result.putArray("suppressions")
                    .addObject()
                    .put("kind", "external")
                    .put("status", "accepted")
                    .put("justification", accepted.reason() + " (until " + accepted.until() + ")");
        });
    }

    private List<Kind> rules(Review review) {
        Stream<Finding> all = Stream.concat(
                review.findings().stream(), review.accepted().stream().map(Review.Accepted::finding));
        return Stream.concat(kinds.stream(), all.map(Finding::kind))
                .distinct()
                .sorted(Comparator.comparing(Kind::id))
                .toList();
    }

    private static void rule(ObjectNode rule, Kind kind) {
        rule.put("id", kind.id());
        rule.putObject("shortDescription").put("text", kind.title());
        rule.putObject("fullDescription").put("text", kind.why());
        rule.putObject("help").put("text", kind.why());
        rule.putObject("properties").putArray("tags").add(kind.section().title());
    }

    private static void result(ObjectNode result, Finding finding, List<Kind> rules, String plan) {
        result.put("ruleId", finding.kind().id())
                .put("ruleIndex", rules.indexOf(finding.kind()))
                .put("level", level(finding.severity()));
        result.putObject("message")
                .put("text", Words.place(finding) + ": " + finding.text() + " To do: " + finding.remedy());
        ObjectNode location = result.putArray("locations").addObject();
        ObjectNode physical = location.putObject("physicalLocation");
        physical.putObject("artifactLocation").put("uri", uri(plan));
        physical.putObject("region").put("startLine", 1);
        location.putArray("logicalLocations")
                .addObject()
                .put("fullyQualifiedName", finding.address())
                .put("kind", "resource");
        result.putObject("partialFingerprints").put("albReview/v1", Fingerprint.of(finding));
        result.putObject("properties").put("severity", finding.severity().toString());
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> "error";
            case MEDIUM -> "warning";
            case LOW -> "note";
        };
    }

    /** Without a scheme the path is relative, as hosts want it; a leading name with a colon would be one. */
    private static String uri(String plan) {
        try {
            return new URI(null, null, plan.replace('\\', '/').replace(':', '_'), null).toASCIIString();
        } catch (URISyntaxException e) {
            return "plan.json";
        }
    }
}
