package dev.alb.sandbox.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.sandbox.account.InvalidAccount.Complaint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults that a file in the folder of an account describes, for the command line. It is read again whenever it changes.
 *
 * <p>Which calls there were is kept beside it, so that a fault that is to be met once is met in one command and not in the
 * next. Another text of the file begins anew.
 */
final class FaultFile {
    private static final String FIX = "Correct the file, or delete it: then nothing goes wrong.";

    private final Optional<Path> folder;
    private String text = "";
    private List<FaultCount> counts = List.of();

    private FaultFile(Optional<Path> folder) {
        this.folder = folder;
    }

    static FaultFile none() {
        return new FaultFile(Optional.empty());
    }

    static FaultFile in(Path folder) {
        return new FaultFile(Optional.of(folder));
    }

    private Optional<Path> file() {
        return folder.map(each -> each.resolve("faults.json"));
    }

    private Optional<Path> countsFile() {
        return folder.map(each -> each.resolve("faults-met.json"));
    }

    List<FaultCount> counts() {
        String now = text(file());
        if (!now.equals(text)) {
            counts = now.isEmpty() ? List.of() : read(now);
            text = now;
        }
        return counts;
    }

    boolean holds(Fault.Effect effect) {
        return counts().stream().anyMatch(count -> count.fault().effect().equals(effect));
    }

    void save() {
        if (counts.isEmpty()) {
            return;
        }
        ObjectNode json = JsonText.object().put("of", Fingerprint.of(text));
        counts.forEach(count -> json.withArray("calls").add(count.calls()));
        countsFile().ifPresent(file -> write(file, json));
    }

    private List<FaultCount> read(String now) {
        String where = file().map(Path::toString).orElse("");
        List<FaultCount> read = new FaultReader(where)
                .read(JsonText.parse(where, now, FIX)).stream()
                        .map(FaultCount::new)
                        .toList();
        String before = text(countsFile());
        JsonNode json = before.isEmpty() ? JsonText.object() : JsonText.parse(where, before, FIX);
        if (json.path("of").asText().equals(Fingerprint.of(now))) {
            for (int i = 0; i < read.size(); i++) {
                read.get(i).resume(json.path("calls").path(i).asInt());
            }
        }
        return new ArrayList<>(read);
    }

    private static String text(Optional<Path> file) {
        try {
            return file.isPresent() && Files.exists(file.get()) ? Files.readString(file.get()) : "";
        } catch (IOException e) {
            throw new InvalidAccount(new Complaint(file.toString(), "be a file that can be read", e.toString(), FIX));
        }
    }

    private static void write(Path file, ObjectNode json) {
        try {
            PrivateFiles.write(file, JsonText.lines(json));
        } catch (IOException e) {
            throw new InvalidAccount(
                    new Complaint(file.toString(), "be a file that can be written", e.toString(), FIX));
        }
    }
}
