package dev.alb.cli;

import dev.alb.site.SiteFile;
import dev.alb.site.binding.Findings;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** What the commands do, in the JVM of the tests: a Node for each test would take seconds. */
public final class CommandInProcess {
    private CommandInProcess() {}

    /** Runs a whole command, such as {@code synth -c confluence.yaml}, and tells its exit code. */
    public static int run(String... arguments) {
        return Main.run(arguments);
    }

    /** What a line means, such as {@code synth -c confluence.yaml}; all commands, where there is none. */
    public static CommandLine parser(String... arguments) {
        return Main.line(arguments);
    }

    /**
     * What {@code synth} does with a file that could be read; nothing is written where the findings hold an error.
     *
     * @return how many resources the command tells the user, or 0 where it writes nothing
     */
    public static int synthesize(SiteFile site, Path folder, Path staging, Findings findings) {
        List<Synthesis.Result> results = Synthesis.of(List.of(site), folder, staging, findings);
        return results.stream().mapToInt(Synthesis.Result::resources).sum();
    }
}
