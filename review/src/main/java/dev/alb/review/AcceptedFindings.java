package dev.alb.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Findings that somebody has looked at and lives with, each for a reason and up to a day.
 *
 * @param entries in the order of the file
 */
public record AcceptedFindings(List<Entry> entries) {
    /** Nothing is accepted. */
    public static final AcceptedFindings NONE = new AcceptedFindings(List.of());

    /** Copies the list. */
    public AcceptedFindings {
        entries = List.copyOf(entries);
    }

    /**
     * What is accepted.
     *
     * @param id of a kind of finding
     * @param address of the resource; {@code *} stands for any characters
     * @param reason why
     * @param until the last day on which it is
     */
    public record Entry(String id, String address, String reason, LocalDate until) {

        /** Whether it speaks of a finding, on whatever day. */
        public boolean matches(Finding finding) {
            return finding.kind().id().equals(id)
                    && Pattern.compile(pattern(), Pattern.DOTALL)
                            .matcher(finding.address())
                            .matches();
        }

        private String pattern() {
            return Stream.of(address.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        }

        /** Whether its last day is over. */
        public boolean isExpired(LocalDate today) {
            return today.isAfter(until);
        }
    }

    /**
     * Findings, those apart that are accepted.
     *
     * @param open those that count
     * @param accepted those that don't
     * @param notes entries that have expired, and entries without a finding
     */
    public record Sorted(List<Finding> open, List<Review.Accepted> accepted, List<String> notes) {}

    /** Sorts findings into those that count and those that are accepted on a day. */
    public Sorted sort(List<Finding> findings, LocalDate today) {
        List<Finding> open = new ArrayList<>();
        List<Review.Accepted> accepted = new ArrayList<>();
        for (Finding finding : findings.stream().sorted().toList()) {
            entries.stream()
                    .filter(entry -> entry.matches(finding) && !entry.isExpired(today))
                    .findFirst()
                    .ifPresentOrElse(
                            entry -> accepted.add(new Review.Accepted(finding, entry.reason(), entry.until())),
                            () -> open.add(finding));
        }
        return new Sorted(open, accepted, notes(findings, open, today));
    }

    private List<String> notes(List<Finding> findings, List<Finding> open, LocalDate today) {
        List<String> notes = new ArrayList<>();
        for (Entry entry : entries) {
            String what = "The acceptance of " + entry.id() + " at " + entry.address();
            if (findings.stream().noneMatch(entry::matches)) {
                notes.add(what + " meets no finding of this plan; take it out of the file if it is no longer needed.");
            } else if (entry.isExpired(today) && open.stream().anyMatch(entry::matches)) {
                notes.add(what + " ended on " + entry.until()
                        + ", so the finding counts again. It was accepted because: " + entry.reason());
            }
        }
        return notes;
    }
}
