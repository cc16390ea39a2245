package dev.alb.site.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a text as a record, and shows what a user would see of it. */
final class Reading {
    private static final String FILE = "sample.yaml";

    private final Vocabulary vocabulary;

    private Reading(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Without any further knowledge of the records. */
    static Reading plain() {
        return new Reading(new Vocabulary(Map.of(), Set.of(), Map.of(), Map.of()));
    }

    static Reading knowing(Vocabulary vocabulary) {
        return new Reading(vocabulary);
    }

    /** The record; nothing may be found. */
    <T extends Record> T valid(Class<T> type, String yaml) {
        Findings findings = new Findings();
        Optional<T> bound = bind(type, yaml, findings);
        assertEquals("", shown(findings));
        return bound.orElseThrow();
    }

    /** Asserts what is found, place by place. */
    void refuses(String expected, Class<? extends Record> type, String yaml) {
        Findings findings = new Findings();
        bind(type, yaml, findings);
        assertEquals(expected.strip(), shown(findings));
    }

    private <T extends Record> Optional<T> bind(Class<T> type, String yaml, Findings findings) {
        return YamlFile.parse(FILE, yaml, findings)
                .flatMap(place -> new Binder(findings, vocabulary).record(place, type));
    }

    /** What is found in a text before it is bound to anything. */
    static String syntax(String yaml) {
        Findings findings = new Findings();
        YamlFile.parse(FILE, yaml, findings);
        return shown(findings);
    }

    /** What is found in a file before it is bound to anything. */
    static String syntax(Path file) {
        Findings findings = new Findings();
        YamlFile.read(FILE, file, findings);
        return shown(findings);
    }

    private static String shown(Findings findings) {
        return findings.sorted().stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }
}
