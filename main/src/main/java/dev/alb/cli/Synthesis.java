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
import java.util.List;

/** Makes the stacks of one run. */
final class Synthesis {
    private Synthesis() {}

    /**
     * What was made of one site.
     *
     * @param stack its name
     * @param resources how many there are
     * @param url where the site will be
     */
    record Result(String stack, int resources, String url) {}

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
        return stacks.stream().map(Synthesis::result).toList();
    }

    private static void crossChecks(List<ConfluenceStack> stacks, Findings findings) {
        List<Violation> violations = Inventory.of(stacks.get(0)).violations();
        for (Violation violation : violations) {
            stacks.stream()
                    .flatMap(stack -> stack.locate(violation).stream())
                    .findFirst()
                    .ifPresent(place -> findings.add(place, violation));
        }
    }

    private static Result result(ConfluenceStack stack) {
        return new Result(stack.name(), stack.resources(), stack.url());
    }
}
