package dev.alb.site.binding;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Reads a YAML 1.2 file into nodes that know their line. */
public final class YamlFile {
    private static final int LONGEST = 1_000_000;

    private YamlFile() {}

    /**
     * What a file is for, as far as messages need it.
     *
     * @param ifMissing what to do where there is no such file
     * @param rule what an empty file fails to do; {@code null} if it may be empty
     * @param ifEmpty what to do where it is empty and must not be
     */
    public record Purpose(String ifMissing, @Nullable String rule, String ifEmpty) {
        private static final Purpose SITE = new Purpose(
                "Run `./alb init` to get one, or name it with -c.", "describe a site", "Run `./alb init` to get one.");
    }

    /**
     * The top of a site file; empty, with findings, where it can't be read.
     *
     * @param name the file as the user named it
     * @param file where it is
     */
    public static Optional<YamlPlace> read(String name, Path file, Findings findings) {
        return read(name, file, Purpose.SITE, findings);
    }

    /** The same of a file for something else; empty without findings where it is empty and may be. */
    public static Optional<YamlPlace> read(String name, Path file, Purpose purpose, Findings findings) {
        try {
            return parse(name, Files.readString(file, StandardCharsets.UTF_8), purpose, findings);
        } catch (NoSuchFileException e) {
            findings.error(Location.of(name), "exist", "no such file", purpose.ifMissing());
        } catch (MalformedInputException e) {
            findings.error(Location.of(name), "be UTF-8 text", "other bytes", "Save it again in UTF-8.");
        } catch (IOException e) {
            findings.error(
                    Location.of(name), "be readable", e.getClass().getSimpleName(), "Check its kind and rights.");
        }
        return Optional.empty();
    }

    /** The top of the text of a site file. */
    public static Optional<YamlPlace> parse(String name, String text, Findings findings) {
        return parse(name, text, Purpose.SITE, findings);
    }

    private static Optional<YamlPlace> parse(String name, String text, Purpose purpose, Findings findings) {
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(name)
                    .setAllowDuplicateKeys(true)
                    .setCodePointLimit(LONGEST)
                    .setSchema(new CoreSchema())
                    .build();
            if (!YamlLimits.hold(name, new Parse(settings).parseString(text), findings)) {
                return Optional.empty();
            }
            Optional<Node> top = new Compose(settings).composeString(text);
            String rule = purpose.rule();
            if (top.isEmpty() && rule != null) {
                findings.error(Location.of(name), rule, "an empty file", purpose.ifEmpty());
            }
            return top.map(node -> new YamlPlace(name, node, ""));
        } catch (MarkedYamlEngineException e) {
            findings.error(location(name, e), "be YAML", e.getProblem(), "Look at the line and at the one above it.");
        } catch (YamlEngineException e) {
            String problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            findings.error(Location.of(name), "be YAML", problem, "Look for characters that YAML does not allow.");
        }
        return Optional.empty();
    }

    private static Location location(String name, MarkedYamlEngineException e) {
        return e.getProblemMark()
                .map(mark -> new Location(name, mark.getLine() + 1, mark.getColumn() + 1, ""))
                .orElseGet(() -> Location.of(name));
    }
}
