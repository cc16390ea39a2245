package dev.alb.site;

import dev.alb.site.binding.Binder;
import dev.alb.site.binding.Findings;
import dev.alb.site.binding.YamlFile;
import dev.alb.site.binding.YamlPlace;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A site together with the file that describes it.
 *
 * @param path where the file is
 * @param top the file's content, which knows its lines
 * @param site what it says
 */
public record SiteFile(Path path, YamlPlace top, Site site) {

    /**
     * Reads a file; empty, with findings, where it doesn't describe a site.
     *
     * @param name the file as the user named it, for messages
     */
    public static Optional<SiteFile> read(String name, Path file, Findings findings) {
        return YamlFile.read(name, file, findings).flatMap(top -> bind(file, top, findings));
    }

    private static Optional<SiteFile> bind(Path file, YamlPlace top, Findings findings) {
        Binder binder = new Binder(findings, SiteVocabulary.OF_SITE);
        return binder.record(top, Site.class).map(site -> new SiteFile(file, top, site));
    }
}
