package dev.alb.sandbox.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.account.InvalidAccount.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The version of what lies in an account's folder. */
final class FolderFormat {
    private static final int NEWEST = 1;
    private static final String FIX = "Use a newer version of this program, or delete the folder to begin anew.";

    private FolderFormat() {}

    /**
     * Writes the version where there is none.
     *
     * @throws InvalidAccount if a newer program has made the folder
     */
    static void check(Path folder) throws IOException {
        Path file = folder.resolve("format.json");
        if (!Files.exists(file)) {
            PrivateFiles.write(file, JsonText.lines(JsonText.object().put("format", NEWEST)));
            return;
        }
        JsonNode format =
                JsonText.parse(file.toString(), Files.readString(file), FIX).path("format");
        if (!format.isInt() || format.asInt() > NEWEST || format.asInt() < 1) {
            String got = format.isMissingNode() ? "nothing" : format.toString();
            throw new InvalidAccount(new Complaint(file + " format", "be at most " + NEWEST, got, FIX));
        }
    }
}
