package dev.alb.verify.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.verify.Result;
import dev.alb.verify.Verdict;
import dev.alb.verify.Verification;
import java.util.List;
import java.util.Locale;

/** The result for programs. */
public final class JsonReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReport() {}

    /** One object with the site, whether all is good, and each check. */
    public static String of(String site, List<Verdict> verdicts) {
        ObjectNode report = JSON.createObjectNode();
        report.put("site", site).put("good", Verification.isGood(verdicts));
        ArrayNode checks = report.putArray("checks");
        verdicts.forEach(verdict -> add(checks.addObject(), verdict));
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(report)
                            .replace(System.lineSeparator(), "\n")
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written as JSON", e);
        }
    }

    private static void add(ObjectNode check, Verdict verdict) {
        Result result = verdict.result();
        check.put("id", verdict.id())
                .put("claim", verdict.claim())
                .put("status", result.status().name().toLowerCase(Locale.ROOT))
                .put("text", Plain.of(result.text()));
        result.details().forEach(detail -> check.withArray("details").add(Plain.of(detail)));
        result.remedies().forEach(remedy -> check.withArray("remedies").add(Plain.of(remedy)));
    }
}
