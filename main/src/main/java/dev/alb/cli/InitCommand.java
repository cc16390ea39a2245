package dev.alb.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a commented site file to begin with. */
@Command(
        name = "init",
        description = "Write a commented site file to begin with. An existing file is never overwritten.",
        mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            defaultValue = "confluence.yaml",
            description = "default: ${DEFAULT-VALUE}")
    private Path file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (InputStream template = InitCommand.class.getResourceAsStream("confluence.yaml")) {
            Files.copy(template, file);
        } catch (FileAlreadyExistsException e) {
            throw Failure.badInput(file + " is there already; name another with -c");
        } catch (IOException e) {
            throw Failure.badInput("cannot write " + file + ": " + Reason.of(e));
        }
        spec.commandLine().getOut().println("Wrote " + file + ". Put in your own ids, then run: alb synth -c " + file);
        return ExitCode.DONE;
    }
}
