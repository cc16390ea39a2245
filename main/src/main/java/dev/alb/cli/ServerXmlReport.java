package dev.alb.cli;

import dev.alb.serverxml.CheckJson.CheckedFile;
import dev.alb.serverxml.Mismatch;
import java.util.ArrayList;
import java.util.List;

/**
 * What a check of files comes to, for people.
 *
 * @param files what was checked
 * @param baseUrl of the site
 */
record ServerXmlReport(List<CheckedFile> files, String baseUrl) {

    /** Each finding with its place, and a sentence on each file. */
    String text() {
        List<String> lines = new ArrayList<>();
        for (CheckedFile file : files) {
            file.findings().forEach(one -> lines.add((isMended(file, one) ? "mended: " : "") + one.text(file.name())));
            lines.add(sentence(file));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Whether something doesn't work that wasn't mended. */
    static boolean hasErrorsLeft(CheckedFile file) {
        return file.findings().stream().anyMatch(one -> one.isError() && !isMended(file, one));
    }

    private static boolean isMended(CheckedFile file, Mismatch one) {
        return file.backup() != null && one.isMendable();
    }

    private String sentence(CheckedFile file) {
        if (file.findings().isEmpty()) {
            return file.name() + " fits " + baseUrl + ".";
        }
        long left = file.findings().stream().filter(one -> !isMended(file, one)).count();
        long mendable = file.findings().stream().filter(Mismatch::isMendable).count();
        if (file.backup() != null) {
            return file.name() + ": " + mendable + " mended, " + left + " left. The old file is " + file.backup()
                    + ". Restart Confluence on this node.";
        }
        return file.name() + ": " + left + (left == 1 ? " finding" : " findings")
                + (mendable > 0 ? ", of which --write mends " + mendable + "." : ".");
    }
}
