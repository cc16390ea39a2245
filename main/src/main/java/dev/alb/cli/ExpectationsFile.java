package dev.alb.cli;

import dev.alb.route.Expectation;
import dev.alb.routing.Request;
import dev.alb.site.binding.Findings;
import dev.alb.site.binding.Location;
import dev.alb.site.binding.YamlFile;
import dev.alb.site.binding.YamlPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a table of requests with what is expected of each: a list in YAML. */
final class ExpectationsFile {
    private static final List<String> KEYS = List.of("url", "method", "headers", "source_ip", "follow", "expect");
    private static final String EXAMPLE =
            "Write {url: https://wiki.example.com/, expect: {target_group: aws_lb_target_group.confluence}}.";

    private static final String RULE = "be a list of requests";
    private static final YamlFile.Purpose PURPOSE =
            new YamlFile.Purpose("--expectations names a table of requests; is the name right?", RULE, EXAMPLE);

    private final Findings findings = new Findings();

    /**
     * A request, and what is expected of it.
     *
     * @param location where it stands
     * @param follows whether redirects are followed first
     */
    record Entry(Location location, Request request, boolean follows, List<Expectation> expectations) {}

    private ExpectationsFile() {}

    /**
     * All entries.
     *
     * @throws Failure with every violation in the file
     */
    static List<Entry> read(Path file) {
        ExpectationsFile table = new ExpectationsFile();
        return new ListFile(KEYS, EXAMPLE, table.findings).read(file, PURPOSE, RULE, table::entry);
    }

    private Optional<Entry> entry(YamlPlace element) {
        Optional<Request> request = request(element);
        List<Expectation> expectations = expectations(element);
        Location place = new Location(
                element.file(), element.location().line(), element.location().column(), "");
        return request.map(one -> new Entry(place, one, follows(element), expectations));
    }

    private Optional<Request> request(YamlPlace element) {
        Map<String, String> headers = new LinkedHashMap<>();
        element.child("headers")
                .ifPresent(place -> place.entries()
                        .forEach(entry ->
                                headers.put(entry.key(), entry.value().text().orElse(""))));
        try {
            return Optional.of(RequestOptions.request(
                    ListFile.text(element, "url").orElse(""),
                    ListFile.text(element, "method").orElse("GET"),
                    headers,
                    ListFile.text(element, "source_ip").orElse(null)));
        } catch (BadRequest e) {
            findings.error(element.find(e.key()), e.rule(), e.actual(), EXAMPLE);
            return Optional.empty();
        }
    }

    private boolean follows(YamlPlace element) {
        Optional<String> text = ListFile.text(element, "follow");
        if (text.isPresent() && !Set.of("true", "false").contains(text.get())) {
            findings.error(
                    element.find("follow"), "be true or false", "\"" + text.get() + "\"", "Write true or false.");
        }
        return text.filter("true"::equals).isPresent();
    }

    private List<Expectation> expectations(YamlPlace element) {
        List<Expectation> expectations = new ArrayList<>();
        Optional<YamlPlace> expect = element.child("expect");
        if (expect.isEmpty() || expect.get().entries().findAny().isEmpty()) {
            String got = expect.map(YamlPlace::describe).orElse("nothing");
            findings.error(element.find("expect"), "be a mapping of what is expected", got, EXAMPLE);
            return expectations;
        }
        expect.get().entries().forEach(entry -> {
            Optional<String> value = entry.value().text().map(String::strip).filter(text -> !text.isEmpty());
            Optional<Expectation.Aspect> aspect = Expectation.Aspect.of(entry.key());
            if (value.isEmpty() || aspect.isEmpty()) {
                findings.error(
                        entry.keyLocation(),
                        "be one of " + Expectation.Aspect.names() + " with a text",
                        "\"" + entry.key() + "\""
                                + (value.isEmpty() ? " with " + entry.value().describe() : ""),
                        EXAMPLE);
            } else {
                expectations.add(new Expectation(aspect.get(), value.get()));
            }
        });
        return expectations;
    }
}
