package dev.alb.cli;

import dev.alb.review.AcceptedFindings;
import dev.alb.site.binding.Findings;
import dev.alb.site.binding.Location;
import dev.alb.site.binding.YamlFile;
import dev.alb.site.binding.YamlPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the findings that somebody has accepted.
 *
 * <p>The file is a list in YAML. Each entry has {@code id}, {@code address}, {@code reason} and {@code until}, and all four are
 * needed: who accepts something without a reason or for ever switches a check off.
 */
final class AcceptedFile {
    static final Path DEFAULT = Path.of(".alb", "accepted.yaml");

    private static final Set<String> KEYS = Set.of("id", "address", "reason", "until");
    private static final String EXAMPLE =
            "Write {id: dead-rule, address: aws_lb_listener_rule.old, reason: why, until: 2027-01-31}.";

    private final Findings findings = new Findings();
    private final Set<String> ids;

    private AcceptedFile(Set<String> ids) {
        this.ids = ids;
    }

    /**
     * What is accepted; nothing if no file is named and there is none at the usual place.
     *
     * @param ids of all that can be found
     * @throws Failure with every violation in the file
     */
    static AcceptedFindings read(Optional<Path> named, Set<String> ids) {
        if (named.isEmpty() && !Files.exists(DEFAULT)) {
            return AcceptedFindings.NONE;
        }
        Path file = named.orElse(DEFAULT);
        if (!Files.isRegularFile(file)) {
            throw Failure.badInput(file + " is no file; --accept names the findings that are accepted");
        }
        return new AcceptedFile(ids).read(file);
    }

    private AcceptedFindings read(Path file) {
        List<AcceptedFindings.Entry> entries = new ArrayList<>();
        // An empty file accepts nothing.
        Optional<YamlPlace> top = isEmpty(file) ? Optional.empty() : YamlFile.read(file.toString(), file, findings);
        top.ifPresent(place -> {
            if (!place.describe().equals("a list")) {
                findings.error(place.location(), "be a list", place.describe(), EXAMPLE);
            }
            place.elements().forEach(element -> entry(element).ifPresent(entries::add));
        });
        if (findings.hasErrors()) {
            throw Failure.badInput(
                    findings.sorted().stream().map(Object::toString).collect(Collectors.joining("\n")));
        }
        return new AcceptedFindings(entries);
    }

    private static boolean isEmpty(Path file) {
        try {
            return Files.readString(file)
                    .lines()
                    .allMatch(line -> line.isBlank() || line.stripLeading().startsWith("#"));
        } catch (IOException e) {
            return false;
        }
    }

    private Optional<AcceptedFindings.Entry> entry(YamlPlace element) {
        element.entries()
                .filter(entry -> !KEYS.contains(entry.key()))
                .forEach(entry -> findings.error(
                        entry.keyLocation(), "be id, address, reason or until", "\"" + entry.key() + "\"", EXAMPLE));
        Optional<String> id = text(element, "id").filter(text -> isKnown(element, text));
        Optional<String> address = text(element, "address");
        Optional<String> reason = text(element, "reason");
        Optional<LocalDate> until = text(element, "until").flatMap(text -> date(element, text));
        boolean isWhole = id.isPresent() && address.isPresent() && reason.isPresent() && until.isPresent();
        return isWhole
                ? Optional.of(new AcceptedFindings.Entry(id.get(), address.get(), reason.get(), until.get()))
                : Optional.empty();
    }

    private Optional<String> text(YamlPlace element, String key) {
        Optional<String> text =
                element.child(key).flatMap(YamlPlace::text).map(String::strip).filter(value -> !value.isEmpty());
        if (text.isEmpty()) {
            String got = element.child(key).map(YamlPlace::describe).orElse("nothing");
            findings.error(place(element, key), "be a text", got, EXAMPLE);
        }
        return text;
    }

    private boolean isKnown(YamlPlace element, String id) {
        if (!ids.contains(id)) {
            findings.error(
                    place(element, "id"),
                    "be the id of a kind of finding",
                    "\"" + id + "\"",
                    "A review writes it at each finding, as in load-balancer-replaced.");
        }
        return ids.contains(id);
    }

    private Optional<LocalDate> date(YamlPlace element, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            findings.error(place(element, "until"), "be a day", "\"" + text + "\"", "Write it as in 2027-01-31.");
            return Optional.empty();
        }
    }

    private static Location place(YamlPlace element, String key) {
        return element.find(key);
    }
}
