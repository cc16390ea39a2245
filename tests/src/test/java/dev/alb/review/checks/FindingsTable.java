package dev.alb.review.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table of all kinds, as users read it. */
final class FindingsTable {
    private static final Path FILE = Path.of("..", "review", "FINDINGS.md");

    /**
     * A row.
     *
     * @param section the heading above it
     * @param severities that findings of the kind may have
     */
    record Row(String section, List<String> severities, String title, String why) {}

    private FindingsTable() {}

    /** The rows by the ids of the kinds. */
    static Map<String, Row> rows() {
        Map<String, Row> rows = new LinkedHashMap<>();
        String section = "";
        for (String line : lines()) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (line.startsWith("| `")) {
                String[] cells = line.substring(2, line.length() - 2).split(" \\| ");
                rows.put(
                        cells[0].replace("`", ""), new Row(section, List.of(cells[1].split(", ")), cells[2], cells[3]));
            }
        }
        return rows;
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
