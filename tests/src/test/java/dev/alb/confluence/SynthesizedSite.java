package dev.alb.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.assertions.SynthesizedStack;
import dev.alb.cli.CommandInProcess;
import dev.alb.site.Site;
import dev.alb.site.SiteFile;
import dev.alb.site.SiteVocabulary;
import dev.alb.site.binding.Binder;
import dev.alb.site.binding.Finding;
import dev.alb.site.binding.Findings;
import dev.alb.site.binding.YamlFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a site file: Terraform JSON, or a refusal that says where and why.
 *
 * <p>The same code runs as in the command {@code synth}, in this JVM and its one Node.
 */
final class SynthesizedSite {
    private static final String FILE = "site.yaml";

    private final String yaml;
    private final Findings findings = new Findings();
    private final Optional<SiteFile> file;
    private @Nullable SynthesizedStack stack;
    private int told;

    private SynthesizedSite(String yaml) {
        this.yaml = yaml;
        this.file = bind();
    }

    /** A site of one or more texts, of which a later one replaces the keys of an earlier one. */
    static SynthesizedSite of(String... yaml) {
        return ofText(SiteText.of(yaml));
    }

    /** A site of one text, which may be anything. */
    static SynthesizedSite ofText(String yaml) {
        SynthesizedSite site = bound(yaml);
        if (site.file.isPresent() && !site.findings.hasErrors()) {
            site.synthesize(site.file.get());
        }
        return site;
    }

    /** A site that is read and checked, and not synthesized. */
    static SynthesizedSite bound(String yaml) {
        return new SynthesizedSite(yaml);
    }

    /** The smallest site, and what this one has different. */
    static SynthesizedSite wiki(String... different) {
        return of(Stream.concat(Stream.of(SiteText.WIKI), Stream.of(different)).toArray(String[]::new));
    }

    /** Its JSON; a failure says why there is none. */
    SynthesizedStack stack() {
        if (stack == null) {
            throw new AssertionError("Expected JSON, got\n" + found() + "\nof\n" + yaml);
        }
        return stack;
    }

    /** What the file says. */
    Site site() {
        return file.orElseThrow(() -> new AssertionError("Expected a site, got\n" + found() + "\nof\n" + yaml))
                .site();
    }

    /** Whether nothing was written. */
    boolean isRefused() {
        return findings.hasErrors();
    }

    /** Whether the file describes a site, which may still be refused. */
    boolean isBound() {
        return file.isPresent();
    }

    /** The text of the file. */
    String yaml() {
        return yaml;
    }

    /** How many resources the command tells the user. */
    int told() {
        return told;
    }

    /** All findings, as a user reads them. */
    String found() {
        return text(findings.sorted());
    }

    /** Asserts that nothing was written, and all errors, word by word. */
    SynthesizedSite isRefusedWith(String expected) {
        String actual = text(findings.sorted().stream().filter(Finding::isError).toList());
        assertEquals(expected.strip(), actual, this::shown);
        return this;
    }

    /** Asserts that JSON was written, and all warnings, word by word; "" for none. */
    SynthesizedSite warns(String expected) {
        stack();
        assertEquals(expected.strip(), found(), this::shown);
        return this;
    }

    private static String text(List<Finding> findings) {
        return String.join("\n", findings.stream().map(Finding::toString).toList());
    }

    private String shown() {
        String json = stack == null ? "" : "\nIts JSON:\n" + stack.json().toPrettyString();
        return "The file:\n" + yaml + json;
    }

    private Optional<SiteFile> bind() {
        Binder binder = new Binder(findings, SiteVocabulary.OF_SITE);
        return YamlFile.parse(FILE, yaml, findings)
                .flatMap(top -> binder.record(top, Site.class).map(site -> new SiteFile(Path.of(FILE), top, site)));
    }

    private void synthesize(SiteFile site) {
        try {
            Path staging = Files.createTempDirectory("site");
            try {
                told = CommandInProcess.synthesize(site, Path.of("cdktf.out"), staging, findings);
                stack = findings.hasErrors() ? null : read(staging, site.site().name());
            } finally {
                delete(staging);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SynthesizedStack read(Path folder, String name) {
        return SynthesizedStack.read(folder.resolve("stacks").resolve(name).resolve("cdk.tf.json"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
