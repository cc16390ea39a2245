package dev.alb.sandbox.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.alb.sandbox.account.AccountChange.Kind;
import dev.alb.sandbox.account.InvalidAccount.Complaint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The file that says what was put in and taken out, one line for each, the newest one last.
 *
 * <p>Its length tells another process whether anything is new, and its new lines what. It remembers each id that was given.
 */
final class History {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTS = 4;

    private final Path file;

    History(Path folder) {
        file = folder.resolve("history.jsonl");
    }

    /** What happened to the object of a key. */
    record Line(Kind kind, ObjectKey key) {}

    long length() throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    void append(List<AccountChange> changes) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (AccountChange change : changes) {
            ArrayNode line = JSON.createArrayNode().add(change.kind().word());
            ObjectKey key = change.key();
            lines.append(line.add(key.type()).add(key.region()).add(key.id())).append('\n');
        }
        PrivateFiles.append(file, lines.toString());
    }

    /** Forgets what came after a length. */
    void truncate(long length) throws IOException {
        if (length() > length) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(length);
            }
        }
    }

    /** What happened since the file had a length. */
    List<Line> since(long length) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String line : text(length).lines().toList()) {
            lines.add(parse(line));
        }
        return lines;
    }

    private String text(long from) throws IOException {
        if (length() <= from) {
            return "";
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - from));
            channel.position(from);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
        }
    }

    private Line parse(String line) {
        try {
            JsonNode json = JSON.readTree(line);
            if (json.isArray() && json.size() == PARTS) {
                ObjectKey key = new ObjectKey(
                        json.get(1).asText(), json.get(2).asText(), json.get(3).asText());
                return new Line(Kind.of(json.get(0).asText()), key);
            }
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // Whatever is wrong with the line, the complaint shows it.
        }
        String rule = "say in each line what happened to which object";
        throw new InvalidAccount(
                new Complaint(file.toString(), rule, line, "Delete the line: then its id may be given once more."));
    }
}
