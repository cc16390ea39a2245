package dev.alb.cli;

import dev.alb.confluence.IdleTimeout;
import dev.alb.serverxml.SiteNeeds;
import dev.alb.site.Site;
import dev.alb.site.SiteFile;
import dev.alb.site.binding.Findings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a site file says of Confluence's own side.
 *
 * @param needs of its Tomcat
 * @param notes what was assumed
 */
record ServerXmlSite(SiteNeeds needs, List<String> notes) {

    /**
     * Reads a site file; what is wrong with it is told at once.
     *
     * @param seconds the idle timeout of a load balancer that belongs to somebody else; {@code null} for AWS's own
     */
    static ServerXmlSite read(Path path, @Nullable Integer seconds, PrintWriter err) {
        Findings findings = new Findings();
        List<SiteFile> sites = SiteFiles.read(List.of(path), findings);
        Optional<Duration> known = sites.stream().findFirst().flatMap(file -> IdleTimeout.of(file.site()));
        findings.sorted().forEach(err::println);
        Site site = SiteFiles.only(sites, findings, "compare with").site();
        if (known.isPresent() && seconds != null) {
            throw Failure.badInput("--idle-timeout is for a load balancer that belongs to somebody else; write"
                    + " load_balancer.idle_timeout in " + path);
        }
        Duration idle = known.orElseGet(() -> seconds == null ? IdleTimeout.OF_AWS : Duration.ofSeconds(seconds));
        return new ServerXmlSite(SiteNeeds.of(site, idle), notes(site, known.isEmpty() && seconds == null));
    }

    private static List<String> notes(Site site, boolean isAssumed) {
        if (!isAssumed) {
            return List.of();
        }
        String owner = site.sharesListener() ? "listener" : "load balancer";
        return List.of("The " + owner + " belongs to somebody else, so its idle_timeout is taken to be AWS's own "
                + IdleTimeout.OF_AWS.toSeconds() + " s; --idle-timeout gives another.");
    }
}
