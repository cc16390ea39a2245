package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.sandbox.OfflineTerraform;
import dev.alb.sandbox.Sandbox;
import dev.alb.snapshot.PlanFile;
import dev.alb.snapshot.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A load balancer with all around it that stands in the sandbox, and plans that change it. */
final class PlannedSite implements AutoCloseable {
    static final String BASE = base();
    private static final Map<String, FindingsTable.Row> SEVERITIES = FindingsTable.rows();

    private final Sandbox sandbox = Sandbox.start();
    private final OfflineTerraform terraform;

    private PlannedSite(String configuration) {
        terraform = sandbox.terraform(configuration);
        terraform.apply().orThrow();
    }

    /** What stands is the configuration as it is. */
    static PlannedSite of(String configuration) {
        return new PlannedSite(configuration);
    }

    /** The plan of another configuration. */
    Comparison plan(String configuration) {
        terraform.write("main.tf", configuration);
        return read(terraform.plan().planJson().toString());
    }

    /** The plan of the configuration with some texts replaced: an old one, a new one, and so on. */
    Comparison edited(String configuration, String... edits) {
        return plan(edit(configuration, edits));
    }

    static String edit(String configuration, String... edits) {
        String text = configuration;
        for (int i = 0; i < edits.length; i += 2) {
            if (!text.contains(edits[i])) {
                throw new AssertionError("The configuration must hold \"" + edits[i] + "\", got\n" + text);
            }
            text = text.replace(edits[i], edits[i + 1]);
        }
        return text;
    }

    static Comparison read(String json) {
        try {
            InputStream in = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
            return new Comparison(PlanFile.read(in, "the plan"));
        } catch (UnreadableInput e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    /** The findings of some checks as lines: severity, kind and address. */
    static List<String> lines(Comparison comparison, List<Check> checks) {
        return checks.stream()
                .flatMap(check -> check.findings(comparison).stream())
                .sorted()
                .map(PlannedSite::line)
                .toList();
    }

    private static String line(Finding finding) {
        String severity = finding.severity().toString();
        if (!SEVERITIES.get(finding.kind().id()).severities().contains(severity)) {
            throw new AssertionError("FINDINGS.md must say that it may be " + severity + ": " + finding);
        }
        return finding.severity() + " " + finding.kind().id() + " " + finding.address();
    }

    /** The texts of the findings of a kind, one a line. */
    static String text(Comparison comparison, String kind) {
        return Checks.all().stream()
                .flatMap(check -> check.findings(comparison).stream())
                .filter(finding -> finding.kind().id().equals(kind))
                .map(Finding::text)
                .collect(Collectors.joining("\n"));
    }

    /** Asserts that a text holds a part, and shows it if not. */
    static void assertSays(String expected, String text) {
        if (!text.contains(expected)) {
            throw new AssertionError("The text must say \"" + expected + "\", got\n" + text);
        }
    }

    private static String base() {
        try (InputStream in = PlannedSite.class.getResourceAsStream("base.tf")) {
            if (in == null) {
                throw new AssertionError("base.tf is missing beside PlannedSite");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
