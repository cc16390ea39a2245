package dev.alb.review.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.review.Kind;
import dev.alb.review.Severity;
import dev.alb.review.report.Reviewer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** FINDINGS.md tells what there is, and nothing else. */
class FindingsTableTest {
    private static final Map<String, FindingsTable.Row> ROWS = FindingsTable.rows();

    @Test
    void each_kind_has_a_row_and_each_row_a_kind() {
        Set<String> kinds = Reviewer.kinds().stream().map(Kind::id).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(kinds, new TreeSet<>(ROWS.keySet()));
    }

    @Test
    void an_id_is_of_one_kind() {
        List<String> ids = Reviewer.kinds().stream().map(Kind::id).sorted().toList();
        assertEquals(ids.stream().distinct().toList(), ids);
    }

    @Test
    void the_rows_say_what_the_kinds_say() {
        for (Kind kind : Reviewer.kinds()) {
            FindingsTable.Row row = ROWS.get(kind.id());
            assertEquals(kind.section().title(), row.section(), kind.id());
            assertEquals(kind.title(), row.title(), kind.id());
            assertEquals(kind.why(), row.why(), kind.id());
        }
    }

    @Test
    void severities_are_named_in_their_order() {
        List<String> names =
                Stream.of(Severity.values()).map(Severity::toString).toList();
        ROWS.forEach((id, row) -> {
            assertTrue(names.containsAll(row.severities()), id + ": " + row.severities());
            List<String> sorted =
                    names.stream().filter(row.severities()::contains).toList();
            assertEquals(sorted, row.severities(), id);
        });
    }
}
