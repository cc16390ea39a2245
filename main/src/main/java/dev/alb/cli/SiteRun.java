package dev.alb.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Synthesizes sites and lets Terraform work on one after the other, until one fails. */
final class SiteRun {
    private final String command;
    private final Work work;
    private final SiteOptions options;
    private final TerraformArguments arguments;
    private final PrintWriter err;

    /** What is done with each site. */
    @FunctionalInterface
    interface Work {

        /**
         * Does it.
         *
         * @param stack the folder of the site's stack
         * @param name the stack's name
         * @return the exit code of Terraform
         */
        int on(Terraform terraform, Path stack, String name);
    }

    /**
     * A run of one of Terraform's commands.
     *
     * @param own arguments that this program gives it, before those of the user
     */
    SiteRun(String command, List<String> own, SiteOptions options, TerraformArguments arguments, PrintWriter err) {
        this(command, (terraform, stack, name) -> terraform.run(stack, command, own), options, arguments, err);
    }

    /** A run that does something of its own with one of Terraform's commands. */
    SiteRun(String command, Work work, SiteOptions options, TerraformArguments arguments, PrintWriter err) {
        this.command = command;
        this.work = work;
        this.options = options;
        this.arguments = arguments;
        this.err = err;
    }

    /** The exit code is Terraform's; see the README. */
    int run() {
        TerraformProgram program = TerraformProgram.find(options.program());
        try (Aws aws = options.aws()) {
            Optional<List<Synthesis.Result>> sites = Stacks.write(options.files(), aws.output(), err);
            err.flush();
            if (sites.isEmpty()) {
                return badInput();
            }
            program.check();
            refuseFilesOfOneSite(sites.get());
            return run(inOrder(sites.get()), new Terraform(program, aws, arguments));
        }
    }

    /** Terraform's 2 means a change then, so that what is wrong has to be its 1. */
    private int badInput() {
        return arguments.wantChangesTold() ? ExitCode.FINDINGS : ExitCode.BAD_INPUT;
    }

    private void refuseFilesOfOneSite(List<Synthesis.Result> sites) {
        if (sites.size() > 1 && arguments.areForOneSite()) {
            throw Failure.badInput("a file for Terraform must belong to one site, got " + sites.size()
                    + " sites; name one of them with -c");
        }
    }

    /** What one site needs of another goes last. */
    private List<Synthesis.Result> inOrder(List<Synthesis.Result> sites) {
        List<Synthesis.Result> ordered = new ArrayList<>(sites);
        if (command.equals("destroy")) {
            Collections.reverse(ordered);
        }
        return ordered;
    }

    private int run(List<Synthesis.Result> sites, Terraform terraform) {
        int exitCode = ExitCode.DONE;
        for (Synthesis.Result site : sites) {
            if (sites.size() > 1) {
                err.println("alb: " + site.stack() + " (" + site.file() + ")");
                err.flush();
            }
            int ended = Signals.wantTheEnd() ? ExitCode.INTERRUPTED : run(site, terraform);
            if (ended != ExitCode.DONE && !arguments.meansChange(ended)) {
                tellOfFailure(site, sites);
                return ended;
            }
            exitCode = Math.max(exitCode, ended);
        }
        return exitCode;
    }

    private int run(Synthesis.Result site, Terraform terraform) {
        Path stack = terraform.stack(site.stack());
        int ended = terraform.init(stack);
        if (ended != ExitCode.DONE || Signals.wantTheEnd()) {
            return ended == ExitCode.DONE ? ExitCode.INTERRUPTED : ended;
        }
        Runnable afterwards = command.equals("destroy") ? terraform.release(stack, site.file()) : () -> {};
        try {
            return work.on(terraform, stack, site.stack());
        } finally {
            afterwards.run();
        }
    }

    private void tellOfFailure(Synthesis.Result failed, List<Synthesis.Result> sites) {
        if (sites.size() == 1) {
            return;
        }
        List<String> left = sites.subList(sites.indexOf(failed) + 1, sites.size()).stream()
                .map(Synthesis.Result::stack)
                .toList();
        err.println("alb: terraform " + command + " failed for " + failed.stack() + " (" + failed.file() + ")"
                + (left.isEmpty() ? "" : "; not run for " + String.join(", ", left)));
    }
}
