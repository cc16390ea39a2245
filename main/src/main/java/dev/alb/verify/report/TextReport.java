package dev.alb.verify.report;

import dev.alb.verify.Result;
import dev.alb.verify.Status;
import dev.alb.verify.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The result for people. */
public final class TextReport {
    private static final Map<Status, String> WORDS = Map.of(
            Status.PASSED, "passed", Status.FAILED, "FAILED", Status.SKIPPED, "skipped", Status.UNKNOWN, "UNKNOWN");

    private TextReport() {}

    /** A line for each check, below it what to do where it isn't good, and a count at the end. */
    public static String of(List<Verdict> verdicts) {
        int width = verdicts.stream()
                .mapToInt(verdict -> verdict.id().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        Map<Result, String> before = new HashMap<>();
        for (Verdict verdict : verdicts) {
            append(text, verdict, width, before.get(verdict.result()));
            before.putIfAbsent(verdict.result(), verdict.id());
        }
        return text.append('\n').append(summary(verdicts)).append('\n').toString();
    }

    private static void append(StringBuilder text, Verdict verdict, int width, @Nullable String sameAs) {
        Result result = verdict.result();
        String id = verdict.id() + " ".repeat(width - verdict.id().length());
        String margin = " ".repeat(9 + width + 2);
        text.append(String.format("%-7s  ", WORDS.get(result.status())))
                .append(id)
                .append("  ");
        text.append(Plain.of(result.text())).append('\n');
        if (sameAs != null && !result.remedies().isEmpty()) {
            text.append(margin).append("> as for ").append(sameAs).append('\n');
            return;
        }
        result.details()
                .forEach(detail -> text.append(margin).append(Plain.of(detail)).append('\n'));
        result.remedies()
                .forEach(remedy -> text.append(margin)
                        .append("> ")
                        .append(Plain.of(remedy))
                        .append('\n'));
    }

    /** How many ended how, in one line. */
    public static String summary(List<Verdict> verdicts) {
        List<String> words = new ArrayList<>(List.of("passed", "failed", "skipped", "could not be told"));
        StringJoiner counts = new StringJoiner(", ", "", ".");
        for (Status status : Status.values()) {
            long count = verdicts.stream()
                    .filter(verdict -> verdict.result().status() == status)
                    .count();
            if (count > 0 || status == Status.PASSED) {
                counts.add(count + " " + words.get(status.ordinal()));
            }
        }
        return counts.toString();
    }
}
