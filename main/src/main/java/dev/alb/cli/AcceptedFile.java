package dev.alb.cli;

import dev.alb.review.AcceptedFindings;
import dev.alb.site.binding.Findings;
import dev.alb.site.binding.YamlFile;
import dev.alb.site.binding.YamlPlace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the findings that somebody has accepted.
 *
 * <p>The file is a list in YAML. Each entry has {@code id}, {@code address}, {@code reason} and {@code until}, and all four are
 * needed: who accepts something without a reason or for ever switches a check off.
 */
final class AcceptedFile {
    static final Path DEFAULT = Path.of(".alb", "accepted.yaml");

    private static final List<String> KEYS = List.of("id", "address", "reason", "until");
    private static final YamlFile.Purpose PURPOSE = new YamlFile.Purpose("Is the name right?", null, "");
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
        return new AcceptedFindings(
                new ListFile(KEYS, EXAMPLE, findings).read(file, PURPOSE, "be a list", this::entry));
    }

    private Optional<AcceptedFindings.Entry> entry(YamlPlace element) {
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
        Optional<String> text = ListFile.text(element, key);
        if (text.isEmpty()) {
            String got = element.child(key).map(YamlPlace::describe).orElse("nothing");
            findings.error(element.find(key), "be a text", got, EXAMPLE);
        }
        return text;
    }

    private boolean isKnown(YamlPlace element, String id) {
        if (!ids.contains(id)) {
            findings.error(
                    element.find("id"),
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
            findings.error(element.find("until"), "be a day", "\"" + text + "\"", "Write it as in 2027-01-31.");
            return Optional.empty();
        }
    }
}
