package dev.alb.review;

/** What a finding is about, in the order of a report. */
public enum Section {
    ROUTING("Where requests end"),
    REPLACEMENT("What is replaced or deleted"),
    EXPOSURE("Who can reach what"),
    AVAILABILITY("Outages"),
    PLAN("The plan itself");

    private final String title;

    Section(String title) {
        this.title = title;
    }

    /** The heading of a report. */
    public String title() {
        return title;
    }
}
