package dev.alb.cli;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import dev.alb.confluence.ConfluenceStack;
import dev.alb.site.SiteFile;
import dev.alb.site.binding.Findings;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Makes the stacks of one run. */
final class Synthesis {
    private Synthesis() {}

    /**
     * What was made of one site.
     *
     * @param stack its name
     * @param file the site file
     * @param resources how many there are
     * @param url where the site will be
     */
    record Result(String stack, Path file, int resources, String url) {}

    /**
     * Writes the JSON of all sites, unless something is wrong with one of them.
     *
     * @param folder where the output will be in the end
     * @param staging where it is written
     */
    static List<Result> of(List<SiteFile> sites, Path folder, Path staging, Findings findings) {
        App app = new App(AppConfig.builder().outdir(staging.toString()).build());
        List<ConfluenceStack> stacks = new ArrayList<>();
        for (SiteFile site : sites) {
            stacks.add(new ConfluenceStack(app, site, folder, findings));
        }
        if (!stacks.isEmpty()) {
            crossChecks(stacks, findings);
        }
        if (findings.hasErrors()) {
            return List.of();
        }
        app.synth();
        ReviewedJson.rewrite(Path.of(app.getOutdir()));
        return IntStream.range(0, stacks.size())
                .mapToObj(i -> result(sites.get(i), stacks.get(i)))
                .toList();
    }

    /** Each stack by itself, as its addresses are its own; then what only shows across them. */
    private static void crossChecks(List<ConfluenceStack> stacks, Findings findings) {
        Inventory all = Inventory.of(stacks.get(0));
        Set<Violation> told = new HashSet<>();
        for (ConfluenceStack stack : stacks) {
            for (Violation violation : all.within(stack).violations()) {
                told.add(violation);
                findings.add(stack.locate(violation), violation);
            }
        }
        for (Violation violation : all.violations()) {
            if (told.add(violation)) {
                findings.add(lastWith(violation, stacks).locate(violation), violation);
            }
        }
    }

    /** What clashes with an earlier stack is told in the file of the later one. */
    private static ConfluenceStack lastWith(Violation violation, List<ConfluenceStack> stacks) {
        return stacks.stream()
                .filter(stack -> stack.makes(violation.address()))
                .reduce((earlier, later) -> later)
                .orElse(stacks.get(stacks.size() - 1));
    }

    private static Result result(SiteFile site, ConfluenceStack stack) {
        return new Result(stack.name(), site.path(), stack.resources(), stack.url());
    }
}
