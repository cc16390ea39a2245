package dev.alb.serverxml;

import dev.alb.site.SiteText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What sites need, and what is found in files with a view to it. */
final class Needs {
    static final SiteNeeds USUAL = of("");

    private Needs() {}

    /** The needs of the smallest site with changes, behind a load balancer with an idle timeout of five minutes. */
    static SiteNeeds of(String changes) {
        return SiteNeeds.of(SiteText.valid(changes), Duration.ofMinutes(5));
    }

    static List<Mismatch> check(byte[] file, SiteNeeds needs, String version) {
        try {
            return ServerXmlCheck.of(
                    ServerXml.of(file), needs, version.isEmpty() ? null : ConfluenceVersion.parse(version));
        } catch (UnreadableServerXml e) {
            throw new AssertionError(new String(file, StandardCharsets.UTF_8), e);
        }
    }

    static List<Mismatch> check(String file, SiteNeeds needs) {
        return check(file.getBytes(StandardCharsets.UTF_8), needs, "");
    }

    /** Each finding as its place and its sentence, without the fixes. */
    static String shown(List<Mismatch> findings) {
        return findings.stream()
                .map(one -> one.text("f").lines().findFirst().orElseThrow())
                .collect(Collectors.joining("\n"));
    }

    static byte[] mended(byte[] file, SiteNeeds needs, String version) {
        try {
            return ServerXml.of(file).mended(check(file, needs, version));
        } catch (UnreadableServerXml e) {
            throw new AssertionError(e);
        }
    }

    static String mended(String file, SiteNeeds needs) {
        return new String(mended(file.getBytes(StandardCharsets.UTF_8), needs, ""), StandardCharsets.UTF_8);
    }
}
