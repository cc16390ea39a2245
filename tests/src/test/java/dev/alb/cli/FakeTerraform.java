package dev.alb.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A script in the place of Terraform, which writes down how it is called and does what a test says. */
final class FakeTerraform {
    private static final String SCRIPT = """
            #!/bin/sh
            here='%s'
            if [ "$1" = version ]; then
                cat "$here/version"
                exit
            fi
            {
                printf '%%s:' "${PWD##*/}"
                printf ' [%%s]' "$@"
                echo
            } >>"$here/calls"
            [ ! -f "$here/$1.sh" ] || . "$here/$1.sh"
            """;

    private final Path folder;

    private FakeTerraform(Path folder) {
        this.folder = folder;
    }

    /** A Terraform of version 1.11.4 that is content with everything. */
    static FakeTerraform in(Path folder) throws IOException {
        Files.createDirectories(folder);
        FakeTerraform terraform = new FakeTerraform(folder);
        Files.writeString(terraform.program(), SCRIPT.formatted(folder));
        if (!terraform.program().toFile().setExecutable(true)) {
            throw new IOException(terraform.program() + " can't be made executable");
        }
        return terraform.ofVersion("Terraform v1.11.4\non linux_amd64");
    }

    Path program() {
        return folder.resolve("terraform");
    }

    FakeTerraform ofVersion(String told) throws IOException {
        Files.writeString(folder.resolve("version"), told + "\n");
        return this;
    }

    /** Lets a command do something more, in the language of the shell. */
    FakeTerraform on(String command, String shell) throws IOException {
        Files.writeString(folder.resolve(command + ".sh"), shell + "\n");
        return this;
    }

    /** How it was called: the folder's name, and each argument in brackets. */
    List<String> calls() throws IOException {
        Path calls = folder.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** The same, since the last time. */
    List<String> newCalls() throws IOException {
        List<String> calls = calls();
        Files.deleteIfExists(folder.resolve("calls"));
        return calls;
    }

    /** A file that its scripts may write, as {@code $here/NAME}. */
    Path file(String name) {
        return folder.resolve(name);
    }
}
