package dev.alb.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.site.binding.Binder;
import dev.alb.site.binding.Finding;
import dev.alb.site.binding.Findings;
import dev.alb.site.binding.YamlFile;
import dev.alb.site.schema.SchemaOfSite;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The smallest site file, in which a test changes what it is about. */
public final class SiteText {
    private static final String SMALLEST = """
            name: wiki
            region: eu-central-1
            domain: wiki.example.com
            vpc_id: vpc-0a1b2c3d4e5f60718
            subnets: [subnet-0a1b2c3d4e5f60711, subnet-0a1b2c3d4e5f60722]
            nodes: {instances: [i-0a1b2c3d4e5f60731]}
            tls: {certificate_arn: "arn:aws:acm:eu-central-1:111122223333:certificate/a1"}
            """;

    private SiteText() {}

    /** The smallest file with other values at some of its keys ({@code -} for none), and with further keys behind. */
    public static String with(String changes) {
        Map<String, String> byKey = byKey(changes);
        StringBuilder text = new StringBuilder();
        byKey(SMALLEST).forEach((key, value) -> {
            String changed = byKey.remove(key);
            // A comment in its place leaves the other keys on their lines.
            text.append(changed == null ? value : changed.equals(key + ": -\n") ? "#\n" : changed);
        });
        byKey.values().forEach(text::append);
        return text.toString();
    }

    /** The site in the smallest file with changes; editors find nothing wrong with it either. */
    public static Site valid(String changes) {
        String yaml = with(changes);
        Findings findings = new Findings();
        Site site = bind(yaml, findings);
        assertEquals("", shown(findings));
        assertEquals("", SchemaOfSite.findings(yaml), yaml);
        return site;
    }

    /** The same without asking an editor, which takes its time: for tests that are about something else. */
    public static Site read(String changes) {
        Findings findings = new Findings();
        Site site = bind(with(changes), findings);
        assertEquals("", shown(findings));
        return site;
    }

    /** Asserts all that is found in the smallest file with changes. */
    public static void refuses(String changes, String expected) {
        assertEquals(expected.strip(), found(with(changes)));
    }

    /** What a run says of a file. */
    public static String found(String yaml) {
        Findings findings = new Findings();
        bind(yaml, findings);
        return shown(findings);
    }

    private static Site bind(String yaml, Findings findings) {
        return YamlFile.parse("site.yaml", yaml, findings)
                .flatMap(top -> new Binder(findings, SiteVocabulary.OF_SITE).record(top, Site.class))
                .orElse(null);
    }

    private static String shown(Findings findings) {
        return findings.sorted().stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }

    private static Map<String, String> byKey(String yaml) {
        Map<String, String> byKey = new LinkedHashMap<>();
        String key = "";
        for (String line : yaml.lines().toList()) {
            key = line.startsWith(" ") ? key : line.substring(0, line.indexOf(':'));
            byKey.merge(key, line + "\n", String::concat);
        }
        return byKey;
    }
}
