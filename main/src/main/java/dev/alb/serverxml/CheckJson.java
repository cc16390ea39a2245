package dev.alb.serverxml;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.snapshot.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found in files as JSON, for programs; the README has the fields. */
public final class CheckJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CheckJson() {}

    /**
     * A file and what was found in it.
     *
     * @param name as the user named it
     * @param findings all of them
     * @param backup where the old file is if it was mended; {@code null} otherwise
     */
    public record CheckedFile(
            String name, List<Mismatch> findings, @Nullable String backup) {}

    /** One document. */
    public static String of(List<CheckedFile> files) {
        return JsonText.write(JSON.valueToTree(
                Map.of("files", files.stream().map(CheckJson::file).toList())));
    }

    private static Map<String, @Nullable Object> file(CheckedFile file) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", file.name());
        json.put("backup", file.backup());
        json.put(
                "findings",
                file.findings().stream()
                        .map(one -> finding(one, file.backup() != null))
                        .toList());
        return json;
    }

    private static Map<String, Object> finding(Mismatch mismatch, boolean written) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", mismatch.position().line());
        json.put("column", mismatch.position().column());
        json.put("severity", mismatch.isError() ? "error" : "warning");
        json.put("subject", mismatch.subject());
        json.put("must", mismatch.violation().rule());
        json.put("actual", mismatch.violation().actual());
        json.put("fix", mismatch.violation().fix());
        json.put("mendable", mismatch.isMendable());
        json.put("mended", written && mismatch.isMendable());
        return json;
    }
}
