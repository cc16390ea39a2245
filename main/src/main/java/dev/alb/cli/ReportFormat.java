package dev.alb.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The formats of a review, and how files of them are called. */
enum ReportFormat {
    TEXT(".txt"),
    MARKDOWN(".md"),
    HTML(".html"),
    JSON(".json"),
    SARIF(".sarif");

    private final String ending;

    ReportFormat(String ending) {
        this.ending = ending;
    }

    /**
     * The format that the name of a file means.
     *
     * @throws Failure if it means none
     */
    static ReportFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> name.endsWith(format.ending))
                .findFirst()
                .orElseThrow(() -> Failure.badInput("--report must name a file that ends with "
                        + Arrays.stream(values()).map(format -> format.ending).collect(Collectors.joining(", "))
                        + ", got " + file));
    }
}
