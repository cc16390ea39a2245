package dev.alb.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Terraform or OpenTofu, as it is installed. */
final class TerraformProgram {
    private static final int[] OLDEST = {1, 5};
    private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.(\\d+)\\.\\S+");
    private static final List<String> USUAL_NAMES = List.of("terraform", "tofu");

    private final Path file;
    private final CompletableFuture<String> version;

    private TerraformProgram(Path file) {
        this.file = file;
        this.version = CompletableFuture.supplyAsync(() -> versionOf(file));
    }

    /**
     * Finds it, and asks it for its version while others work.
     *
     * @param named by an option: a file, or a name on the PATH
     * @throws Failure where there is none
     */
    static TerraformProgram find(@Nullable String named) {
        Map<String, String> environment = System.getenv();
        String chosen = named != null ? named : environment.getOrDefault("TERRAFORM_BINARY_NAME", "");
        List<String> names = chosen.isEmpty() ? USUAL_NAMES : List.of(chosen);
        return names.stream()
                .flatMap(name -> on(environment.getOrDefault("PATH", ""), name).stream())
                .findFirst()
                .map(TerraformProgram::new)
                .orElseThrow(() -> missing(chosen));
    }

    private static Failure missing(String chosen) {
        return Failure.tool(
                chosen.isEmpty()
                        ? "Terraform is missing; install Terraform 1.5 or newer, or OpenTofu, and put it on the PATH"
                        : chosen + " is missing; it is named by --terraform or TERRAFORM_BINARY_NAME");
    }

    private static Optional<Path> on(String path, String name) {
        Stream<String> folders = name.contains("/") || name.contains(File.separator)
                ? Stream.of("")
                : Stream.of(path.split(File.pathSeparator));
        return folders.map(folder -> Path.of(folder).resolve(name).toAbsolutePath())
                .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file))
                .findFirst();
    }

    /** Where it is. */
    Path file() {
        return file;
    }

    /**
     * Waits for its version.
     *
     * @throws Failure where it is too old, or doesn't start
     */
    TerraformProgram check() {
        try {
            Matcher found = VERSION.matcher(version.join());
            if (!found.find()) {
                throw Failure.tool("Terraform does not start: " + file);
            }
            if (isTooOld(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)))) {
                throw Failure.tool("Terraform is " + found.group() + " at " + file
                        + "; install Terraform 1.5 or newer, or OpenTofu");
            }
            return this;
        } catch (CompletionException e) {
            throw Failure.tool("Terraform does not start: " + file);
        }
    }

    private static boolean isTooOld(int major, int minor) {
        return major < OLDEST[0] || major == OLDEST[0] && minor < OLDEST[1];
    }

    /** Without asking anybody in the network whether there is a newer one. */
    private static String versionOf(Path file) {
        ProcessBuilder builder = new ProcessBuilder(file.toString(), "version")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.PIPE);
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
