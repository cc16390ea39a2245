package dev.alb.verify.report;

import dev.alb.verify.Result;
import dev.alb.verify.Status;
import dev.alb.verify.Verdict;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The result as build servers show tests. */
public final class JunitReport {
    private JunitReport() {}

    /** One suite for the site; what could not be told is an error. */
    public static String of(String site, List<Verdict> verdicts) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append("<testsuite name=\"alb verify ")
                .append(escaped(site))
                .append("\" tests=\"")
                .append(verdicts.size());
        xml.append("\" failures=\"").append(count(verdicts, Status.FAILED));
        xml.append("\" errors=\"").append(count(verdicts, Status.UNKNOWN));
        xml.append("\" skipped=\"").append(count(verdicts, Status.SKIPPED)).append("\">\n");
        verdicts.forEach(verdict -> append(xml, site, verdict));
        return xml.append("</testsuite>\n").toString();
    }

    private static long count(List<Verdict> verdicts, Status status) {
        return verdicts.stream()
                .filter(verdict -> verdict.result().status() == status)
                .count();
    }

    private static void append(StringBuilder xml, String site, Verdict verdict) {
        Result result = verdict.result();
        xml.append("  <testcase classname=\"alb.verify.").append(escaped(site));
        xml.append("\" name=\"").append(escaped(verdict.id())).append('"');
        String element = element(result.status());
        if (element.isEmpty()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n    <")
                .append(element)
                .append(" message=\"")
                .append(escaped(result.text()))
                .append('"');
        String lines = Stream.concat(
                        result.details().stream(), result.remedies().stream().map(line -> "> " + line))
                .map(JunitReport::escaped)
                .collect(Collectors.joining("\n"));
        xml.append(lines.isEmpty() ? "/>" : ">" + lines + "</" + element + ">").append("\n  </testcase>\n");
    }

    private static String element(Status status) {
        return switch (status) {
            case PASSED -> "";
            case FAILED -> "failure";
            case SKIPPED -> "skipped";
            case UNKNOWN -> "error";
        };
    }

    private static String escaped(String text) {
        return Plain.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
