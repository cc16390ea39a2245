package dev.alb.cli;

import dev.alb.site.SiteFile;
import dev.alb.site.binding.Findings;
import dev.alb.verify.Deployment;
import dev.alb.verify.NodeScript;
import dev.alb.verify.Verdict;
import dev.alb.verify.Verification;
import dev.alb.verify.Waiting;
import dev.alb.verify.report.JsonReport;
import dev.alb.verify.report.JunitReport;
import dev.alb.verify.report.TextReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells whether what was deployed works. */
@Command(
        name = "verify",
        description =
                "Tell whether what was deployed works, by looking at it from outside and by asking AWS. Nothing is changed.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Checks: dns, redirect, tls-versions, certificate, confluence-targets, synchrony-targets, status, base-url,",
            "stickiness, heartbeat, websocket, and websocket-long with --long.",
            "Exit codes: 0 all is well, 1 a check failed or couldn't be made, 2 a file or the usage is wrong, 3 nothing is "
                    + "served in the sandbox."
        })
final class VerifyCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofSeconds(3);

    /** What goes to standard output. */
    enum Format {
        TEXT,
        JSON,
        JUNIT
    }

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "A site file. Default: confluence.yaml")
    private Path config = Path.of("confluence.yaml");

    @Option(names = "--sandbox", description = "Verify what ./alb sandbox serve serves on this machine.")
    private boolean sandbox;

    @Option(
            names = "--sandbox-folder",
            paramLabel = "FOLDER",
            description = "Where the sandbox is kept. Default: " + SandboxFolder.DEFAULT)
    private @Nullable Path sandboxFolder;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "Try again until all is well, and at most so long; such as 10m.")
    private Duration wait = Duration.ZERO;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or junit. Default: text")
    private Format format = Format.TEXT;

    @Option(
            names = "--node-script",
            description = "Print a script to run on a node, which has to reach Synchrony too, and do nothing else.")
    private boolean nodeScript;

    @Mixin
    private VerifyOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (sandboxFolder != null && !sandbox) {
            throw Failure.badInput("--sandbox-folder needs --sandbox");
        }
        options.check(sandbox);
        SiteFile file = site();
        if (nodeScript) {
            StandardOutput.print(NodeScript.of(new Deployment(file.site())));
            return ExitCode.DONE;
        }
        try (VerifiedSite site = open(file)) {
            List<Verdict> verdicts = new Waiting(wait, PAUSE, this::progress).until(site.verification());
            StandardOutput.print(text(file.site().name(), verdicts));
            return Verification.isGood(verdicts) ? ExitCode.DONE : ExitCode.FINDINGS;
        }
    }

    private SiteFile site() {
        Findings findings = new Findings();
        List<SiteFile> files = SiteFiles.read(List.of(config), findings);
        if (findings.hasErrors()) {
            PrintWriter err = spec.commandLine().getErr();
            findings.sorted().forEach(err::println);
        }
        return SiteFiles.only(files, findings, "verify");
    }

    private VerifiedSite open(SiteFile file) {
        if (!sandbox) {
            return VerifiedSite.inAws(file, options);
        }
        Path folder = sandboxFolder == null ? Path.of(SandboxFolder.DEFAULT) : sandboxFolder;
        return VerifiedSite.onThisMachine(file, folder, wait, options);
    }

    private void progress(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("alb: " + line);
        err.flush();
    }

    private String text(String site, List<Verdict> verdicts) {
        return switch (format) {
            case TEXT -> TextReport.of(verdicts);
            case JSON -> JsonReport.of(site, verdicts);
            case JUNIT -> JunitReport.of(site, verdicts);
        };
    }
}
