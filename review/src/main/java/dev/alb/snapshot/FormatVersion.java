package dev.alb.snapshot;

/** The version of the JSON of plans and states; a newer minor version only adds to it. */
final class FormatVersion {
    private FormatVersion() {}

    /** Refuses another major version than 1; version 0 came before Terraform 1.1 and differs in nothing that is read. */
    static void check(Document document) throws UnreadableInput {
        String version = document.text("format_version");
        if (!version.matches("[01]\\.[0-9]+")) {
            throw document.unreadable(
                    "format_version must be 1.x, got " + version,
                    "This format is newer than this program; write the file with Terraform 1.x or OpenTofu 1.x.");
        }
    }
}
