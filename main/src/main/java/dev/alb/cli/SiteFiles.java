package dev.alb.cli;

import dev.alb.site.SiteFile;
import dev.alb.site.binding.Findings;
import dev.alb.site.binding.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds and reads the site files of one run. */
final class SiteFiles {
    private SiteFiles() {}

    /** The sites that could be read; what is wrong with the others is in the findings. */
    static List<SiteFile> read(List<Path> named, Findings findings) {
        List<SiteFile> sites = new ArrayList<>();
        for (Path path : named) {
            for (Path file : filesOf(path)) {
                SiteFile.read(file.toString(), file, findings).ifPresent(sites::add);
            }
        }
        refuseRepeatedNames(sites, findings);
        return sites;
    }

    /**
     * The only one of some sites.
     *
     * @param purpose what can't be done without it, such as {@code verify}
     * @throws Failure if something is wrong with it, which the findings have, or if there are several
     */
    static SiteFile only(List<SiteFile> sites, Findings findings, String purpose) {
        if (findings.hasErrors()) {
            throw Failure.badInput("without a valid site there is nothing to " + purpose);
        }
        if (sites.size() != 1) {
            throw Failure.badInput("-c must name one site, got "
                    + sites.stream().map(file -> file.site().name()).collect(Collectors.joining(", ")));
        }
        return sites.get(0);
    }

    private static List<Path> filesOf(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            List<Path> found = files.filter(SiteFiles::isYaml).sorted().toList();
            if (found.isEmpty()) {
                throw Failure.badInput("no .yaml file in " + path);
            }
            return found;
        } catch (IOException e) {
            throw Failure.badInput(path + " cannot be read: " + Reason.of(e));
        }
    }

    private static boolean isYaml(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && !name.startsWith(".");
    }

    private static void refuseRepeatedNames(List<SiteFile> sites, Findings findings) {
        Map<String, SiteFile> byName = new HashMap<>();
        for (SiteFile file : sites) {
            SiteFile other = byName.putIfAbsent(file.site().name(), file);
            if (other != null) {
                Location place = file.top().find("name");
                findings.error(
                        place,
                        "be another one in each file of a run",
                        "\"" + file.site().name() + "\", as in " + other.path(),
                        "Each site is a stack of its own. Rename one, or leave one of the files out.");
            }
        }
    }
}
