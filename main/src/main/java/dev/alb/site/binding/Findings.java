package dev.alb.site.binding;

import dev.alb.terraform.InvalidInput;
import dev.alb.terraform.Violation;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Everything that was found in the files of one run, each finding once. */
public final class Findings {
    private final Set<Finding> findings = new LinkedHashSet<>();

    /** Adds a finding. */
    public void add(Location location, Violation violation) {
        findings.add(new Finding(location, violation));
    }

    /** Adds an error. */
    public void error(Location location, String rule, String actual, String fix) {
        add(location, Violation.of("", rule, actual, fix));
    }

    /** Makes something, or takes down why it can't be made. */
    public <T> Optional<T> collect(YamlPlace place, Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (InvalidInput e) {
            e.violations().forEach(v -> add(place.find(v.path()), v));
            return Optional.empty();
        }
    }

    /** Whether nothing may be written. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** How many errors there are. */
    public long errors() {
        return findings.stream().filter(Finding::isError).count();
    }

    /** All of them, by file and line. */
    public List<Finding> sorted() {
        return findings.stream()
                .sorted(Comparator.comparing((Finding f) -> f.location().file())
                        .thenComparingInt(f -> f.location().line())
                        .thenComparingInt(f -> f.location().column()))
                .toList();
    }
}
