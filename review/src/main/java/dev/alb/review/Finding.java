package dev.alb.review;

import java.util.Comparator;

/**
 * Something that a reviewer has to know.
 *
 * @param kind what it is
 * @param severity how much it matters here
 * @param address Terraform's address of the resource
 * @param subject what tells it from others of its kind at the same address; mostly empty
 * @param text what happens, with the values of this plan; no secret is in it
 * @param remedy what to do
 */
public record Finding(Kind kind, Severity severity, String address, String subject, String text, String remedy)
        implements Comparable<Finding> {
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity, Comparator.reverseOrder())
            .thenComparing((Finding finding) -> finding.kind().section())
            .thenComparing(Finding::address)
            .thenComparing(finding -> finding.kind().id())
            .thenComparing(Finding::subject)
            .thenComparing(Finding::text);

    /** The worst first, then by section and address. */
    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
