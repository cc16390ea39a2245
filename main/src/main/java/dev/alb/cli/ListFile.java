package dev.alb.cli;

import dev.alb.site.binding.Findings;
import dev.alb.site.binding.YamlFile;
import dev.alb.site.binding.YamlPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads a list in YAML whose elements are mappings of known keys. */
final class ListFile {
    private final List<String> keys;
    private final String example;
    private final Findings findings;

    /**
     * A list of a kind.
     *
     * @param keys that an element may have
     * @param example what to write, for messages
     * @param findings where to put what is wrong
     */
    ListFile(List<String> keys, String example, Findings findings) {
        this.keys = keys;
        this.example = example;
        this.findings = findings;
    }

    /**
     * All elements.
     *
     * @param rule what the file must be
     * @param reader makes something of an element, or puts into the findings what is wrong with it
     * @throws Failure with every violation in the file
     */
    <T> List<T> read(Path file, YamlFile.Purpose purpose, String rule, Function<YamlPlace, Optional<T>> reader) {
        List<T> all = new ArrayList<>();
        YamlFile.read(file.toString(), file, purpose, findings).ifPresent(place -> {
            boolean isMissing = purpose.rule() != null && place.elements().isEmpty();
            if (!place.describe().equals("a list") || isMissing) {
                findings.error(place.location(), rule, place.describe(), example);
            }
            place.elements().forEach(element -> {
                refuseUnknownKeys(element);
                reader.apply(element).ifPresent(all::add);
            });
        });
        if (findings.hasErrors()) {
            throw Failure.badInput(
                    findings.sorted().stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
        return all;
    }

    private void refuseUnknownKeys(YamlPlace element) {
        int last = keys.size() - 1;
        String rule = "be " + String.join(", ", keys.subList(0, last)) + " or " + keys.get(last);
        element.entries()
                .filter(entry -> !keys.contains(entry.key()))
                .forEach(entry -> findings.error(entry.keyLocation(), rule, "\"" + entry.key() + "\"", example));
    }

    /** The text of a key; none if it has none or an empty one. */
    static Optional<String> text(YamlPlace element, String key) {
        return element.child(key).flatMap(YamlPlace::text).map(String::strip).filter(text -> !text.isEmpty());
    }
}
