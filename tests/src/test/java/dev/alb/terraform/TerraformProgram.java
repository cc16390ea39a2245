package dev.alb.terraform;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real Terraform, or OpenTofu, run in a folder. */
public final class TerraformProgram {
    private static final String DEFAULT = "terraform";

    private final Path folder;

    private TerraformProgram(Path folder) {
        this.folder = folder;
    }

    /** The program that runs in a folder. */
    public static TerraformProgram in(Path folder) {
        return new TerraformProgram(folder);
    }

    static String nameIn(Map<String, String> environment) {
        return environment.getOrDefault("TERRAFORM_BINARY", DEFAULT);
    }

    static boolean isOnThePath(String program, Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "");
        Stream<Path> candidates = program.contains(File.separator)
                ? Stream.of(Path.of(program))
                : Pattern.compile(File.pathSeparator).splitAsStream(path).map(folder -> Path.of(folder, program));
        return candidates.anyMatch(Files::isExecutable);
    }

    /** What it writes to standard output; a failure shows what it wrote to standard error. */
    public String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(nameIn(System.getenv())));
        command.addAll(List.of(arguments));
        Path errors = Files.createTempFile("terraform", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(errors.toFile())
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(String.join(" ", command) + "\n" + output + Files.readString(errors));
            }
            return output;
        } finally {
            Files.delete(errors);
        }
    }
}
