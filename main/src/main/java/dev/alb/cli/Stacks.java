package dev.alb.cli;

import dev.alb.site.SiteFile;
import dev.alb.site.binding.Findings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads site files and writes a stack for each, or says what is wrong with them and writes nothing. */
final class Stacks {
    private Stacks() {}

    /** What was written to a folder; nothing where a violation was told. */
    static Optional<List<Synthesis.Result>> write(List<Path> files, Path folder, PrintWriter err) {
        Findings findings = new Findings();
        List<SiteFile> sites = SiteFiles.read(files, findings);
        if (findings.hasErrors()) {
            report(findings, err);
            return Optional.empty();
        }
        Node.await();
        try (Output output = Output.open(folder)) {
            List<Synthesis.Result> results = Synthesis.of(sites, folder, output.staging(), findings);
            report(findings, err);
            if (findings.hasErrors()) {
                return Optional.empty();
            }
            output.publish();
            return Optional.of(results);
        }
    }

    private static void report(Findings findings, PrintWriter err) {
        findings.sorted().forEach(err::println);
        long errors = findings.errors();
        if (errors > 0) {
            err.println(errors + (errors == 1 ? " violation" : " violations") + "; nothing was written.");
        }
    }
}
