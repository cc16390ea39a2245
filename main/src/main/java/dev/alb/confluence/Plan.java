package dev.alb.confluence;

import dev.alb.site.Site;
import dev.alb.site.SiteFile;
import dev.alb.site.binding.Findings;
import dev.alb.site.binding.Location;
import dev.alb.site.binding.YamlPlace;
import dev.alb.terraform.AwsResource;
import dev.alb.terraform.InvalidInput;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.constructs.Construct;

/** What all parts of one site share while it is made: the stack, the file, and which resource comes from where in it. */
final class Plan {
    private final Construct stack;
    private final SiteFile file;
    private final Findings findings;
    private final Map<String, String> origins = new HashMap<>();
    private final List<AwsResource> made = new ArrayList<>();

    Plan(Construct stack, SiteFile file, Findings findings) {
        this.stack = stack;
        this.file = file;
        this.findings = findings;
    }

    Construct stack() {
        return stack;
    }

    Site site() {
        return file.site();
    }

    /**
     * Remembers that a resource comes from a part of the file, so that what is wrong with it can be shown there.
     *
     * @param origin the part, or "" for what no file can change
     */
    <T extends AwsResource> T made(String origin, T resource) {
        origins.put(resource.address(), origin);
        made.add(resource);
        return resource;
    }

    /** Makes something of a part of the file; what it is refused for is told there. */
    <T> T at(String origin, Supplier<T> maker) {
        return ofSection(origin, maker).orElseThrow(Refusal::new);
    }

    /** Makes something of one section of the file; empty where it is refused, which is told at the key that it is about. */
    <T> Optional<T> ofSection(String origin, Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (InvalidInput e) {
            e.violations().forEach(v -> findings.add(file.top().find(below(origin, v.path())), v));
            return Optional.empty();
        }
    }

    /** The same for what gives nothing back. */
    void at(String origin, Runnable maker) {
        at(origin, () -> {
            maker.run();
            return this;
        });
    }

    /** Makes something of one value of the file; empty where it is refused, which is told there. */
    <T> Optional<T> ofValue(String origin, Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (InvalidInput e) {
            e.violations().forEach(v -> findings.add(file.top().find(origin), v));
            return Optional.empty();
        }
    }

    /** What stops the making of a site; the findings say why. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Says something about the site that is no error. */
    void warn(String path, String rule, String actual, String fix) {
        findings.add(
                file.top().find(path), Violation.of(path, rule, actual, fix).asWarning());
    }

    /** Says that something in the file can't be done. */
    void refuse(String path, String rule, String actual, String fix) {
        findings.add(file.top().find(path), Violation.of(path, rule, actual, fix));
    }

    /** Says that a key, which may hold dots, can't be done. */
    void refuseKey(String section, String key, String rule, String fix) {
        Location place = file.top().child(section).stream()
                .flatMap(YamlPlace::entries)
                .filter(entry -> entry.key().equals(key))
                .map(YamlPlace.Entry::keyLocation)
                .findFirst()
                .orElseGet(() -> file.top().find(section));
        findings.add(place, Violation.of(section, rule, "\"" + key + "\"", fix));
    }

    /** Whether the file gives a value at a path, other than false. */
    boolean says(String path) {
        Optional<YamlPlace> place = Optional.of(file.top());
        for (String key : path.split("\\.")) {
            place = place.flatMap(p -> p.child(key));
        }
        return place.filter(p -> !p.isNull() && !p.text().equals(Optional.of("false")))
                .isPresent();
    }

    /** The place in the file from which a violation's resource comes. */
    Location locate(Violation violation) {
        String origin = origins.getOrDefault(violation.address(), "");
        return isInFile(origin) ? file.top().find(below(origin, violation.path())) : besides(violation);
    }

    /** Whether a resource was made from the file at an address. */
    boolean makes(String address) {
        return origins.containsKey(address);
    }

    /** What is wrong with a default stands in the file where the other resource does that takes part. */
    private Location besides(Violation violation) {
        Location other = origins.entrySet().stream()
                .filter(entry ->
                        isInFile(entry.getValue()) && violation.actual().contains(entry.getKey() + " "))
                .map(entry -> file.top().find(entry.getValue()))
                .findFirst()
                .orElse(file.top().location());
        String subject = (violation.address() + " " + violation.path()).strip();
        return new Location(other.file(), other.line(), other.column(), subject);
    }

    private boolean isInFile(String origin) {
        return file.top().child(origin.split("\\.")[0]).isPresent();
    }

    /** How many resources there are, with those that a construct made besides itself. */
    int size() {
        return made.isEmpty()
                ? 0
                : (int) Inventory.of(stack).all(AwsResource.class).stream()
                        .filter(made.get(0)::sharesStackWith)
                        .count();
    }

    /** Every address that was made. */
    Iterable<String> addresses() {
        return origins.keySet();
    }

    private static String below(String origin, String path) {
        return origin.isEmpty() || path.isEmpty() ? origin + path : origin + "." + path;
    }
}
