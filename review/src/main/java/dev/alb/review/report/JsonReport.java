package dev.alb.review.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.review.ChangeLine;
import dev.alb.review.Exposure;
import dev.alb.review.Finding;
import dev.alb.review.Replacement;
import dev.alb.review.Review;
import dev.alb.review.RoutingChange;
import dev.alb.review.Verdict;
import dev.alb.snapshot.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;

/** JSON for programs, by a {@link #schema() schema}. */
public final class JsonReport implements Report {
    private static final String VERSION = "1.0";

    /** The JSON schema of the documents. */
    public static String schema() {
        try (InputStream file = JsonReport.class.getResourceAsStream("review.schema.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String of(List<Reviewed> reviews) {
        ObjectNode document = JsonText.object().put("format_version", VERSION);
        add(document, "reviews", reviews, JsonReport::review);
        return JsonText.write(document);
    }

    private static void review(ObjectNode json, Reviewed reviewed) {
        Review review = reviewed.review();
        Verdict verdict = Verdict.of(review);
        json.put("plan", reviewed.plan()).put("terraform_version", review.terraformVersion());
        json.putObject("verdict").put("level", word(verdict.level())).put("text", verdict.text());
        json.put("has_load_balancers", review.hasLoadBalancers());
        add(json, "findings", review.findings(), JsonReport::finding);
        add(json, "accepted", review.accepted(), JsonReport::accepted);
        add(json, "routing", review.routing(), JsonReport::routing);
        picture(json.putObject("picture"), review);
        add(json, "replacements", review.replacements(), JsonReport::replacement);
        add(json, "exposure", review.exposure(), JsonReport::exposure);
        add(json, "changes", review.changes(), JsonReport::change);
        json.put("folded", review.folded());
        add(json, "drift", review.drift(), JsonReport::change);
        texts(json, "notes", review.notes());
    }

    private static void finding(ObjectNode json, Finding finding) {
        json.put("id", finding.kind().id())
                .put("severity", finding.severity().toString())
                .put("section", word(finding.kind().section()))
                .put("address", finding.address())
                .put("subject", finding.subject())
                .put("title", finding.kind().title())
                .put("text", finding.text())
                .put("why", finding.kind().why())
                .put("remedy", finding.remedy())
                .put("fingerprint", Fingerprint.of(finding));
    }

    private static void accepted(ObjectNode json, Review.Accepted accepted) {
        finding(json.putObject("finding"), accepted.finding());
        json.put("reason", accepted.reason()).put("until", accepted.until().toString());
    }

    private static void routing(ObjectNode json, RoutingChange change) {
        json.put("listener", change.listener())
                .put("requests", change.requests())
                .put("example", change.example().toString());
        json.putObject("before").put("rule", change.ruleBefore()).put("outcome", change.outcomeBefore());
        json.putObject("after").put("rule", change.ruleAfter()).put("outcome", change.outcomeAfter());
        json.put("is_certain", change.isCertain());
    }

    private static void picture(ObjectNode json, Review review) {
        add(json, "nodes", review.picture().nodes(), (node, from) -> {
            node.put("id", from.id()).put("shape", word(from.shape())).put("mark", word(from.mark()));
            texts(node, "lines", from.lines());
        });
        add(
                json,
                "edges",
                review.picture().edges(),
                (edge, from) -> edge.put("from", from.from())
                        .put("to", from.to())
                        .put("label", from.label())
                        .put("mark", word(from.mark())));
    }

    private static void replacement(ObjectNode json, Replacement replacement) {
        json.put("address", replacement.address()).put("action", replacement.action());
        texts(json, "causes", replacement.causes());
        texts(json, "consequences", replacement.consequences());
    }

    private static void exposure(ObjectNode json, Exposure exposure) {
        json.put("source", exposure.source())
                .put("target", exposure.target())
                .put("ports", exposure.ports())
                .put("through", exposure.through())
                .put("mark", word(exposure.mark()));
    }

    private static void change(ObjectNode json, ChangeLine change) {
        json.put("address", change.address()).put("action", change.action()).put("text", change.text());
    }

    private static <T> void add(ObjectNode json, String key, List<T> items, BiConsumer<ObjectNode, T> write) {
        ArrayNode array = json.putArray(key);
        items.forEach(item -> write.accept(array.addObject(), item));
    }

    private static void texts(ObjectNode json, String key, List<String> texts) {
        ArrayNode array = json.putArray(key);
        texts.forEach(array::add);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
