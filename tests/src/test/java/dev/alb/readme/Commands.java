package dev.alb.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.cli.CommandInProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** The commands of the shell blocks: each names something that is there. */
final class Commands {
    private static final Path ROOT = Readme.ROOT;
    private static final String STACK = "wiki";

    private Commands() {}

    static void check(String line) throws IOException {
        List<String> words = Arrays.asList(line.strip().split("\\s+"));
        List<String> arguments = words.subList(1, words.size());
        switch (words.get(0)) {
            case "./alb" -> {
                alb(arguments);
                int program = arguments.indexOf("--");
                if (program > 0) {
                    check(String.join(" ", arguments.subList(program + 1, arguments.size())));
                }
            }
            case "bash" -> assertEquals(List.of(), arguments);
            case "mvn", "./mvnw" -> maven(words.get(0), arguments);
            case "terraform" -> terraform(arguments);
            case "npx" -> cdktf(arguments);
            case "export" -> variable(arguments);
            default -> throw new AssertionError("Nobody knows how to check: " + line);
        }
    }

    /** The launcher passes everything to the application, which must understand it. */
    static void alb(List<String> arguments) {
        assertTrue(Files.isExecutable(ROOT.resolve("alb")), "alb is a program");
        int redirection = arguments.indexOf(">");
        List<String> own = redirection < 0 ? arguments : arguments.subList(0, redirection);
        String[] words = own.toArray(String[]::new);
        CommandLine.ParseResult parsed = CommandInProcess.parser(words).parseArgs(words);
        assertTrue(parsed.hasSubcommand(), () -> "a command in " + own);
    }

    private static void maven(String program, List<String> arguments) {
        assertTrue(program.equals("mvn") || Files.isExecutable(ROOT.resolve(program)), program);
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("-pl")) {
                i++;
                assertTrue(Files.exists(ROOT.resolve(arguments.get(i)).resolve("pom.xml")), arguments.get(i));
            } else {
                assertTrue(Set.of("-B", "-am", "install", "verify").contains(argument), argument);
            }
        }
    }

    private static void terraform(List<String> arguments) {
        boolean isInAnyFolder = arguments.size() == 1;
        if (!isInAnyFolder) {
            assertEquals("-chdir=cdktf.out/stacks/" + STACK, arguments.get(0));
            assertEquals(2, arguments.size());
        }
        String command = arguments.get(arguments.size() - 1);
        assertTrue(Set.of("init", "plan", "apply").contains(command), command);
    }

    private static void cdktf(List<String> arguments) throws IOException {
        assertEquals(List.of("cdktf-cli@0.21.0", "deploy", STACK), arguments.subList(0, 3));
        assertTrue(Set.of(List.of(), List.of("--skip-provider-lock")).contains(arguments.subList(3, arguments.size())));
        assertTrue(
                Files.readString(ROOT.resolve("cdktf.json")).contains("\"./alb synth"), "cdktf.json runs ./alb synth");
    }

    /** The build itself sets the same. */
    private static void variable(List<String> arguments) throws IOException {
        String[] assignment = arguments.get(0).split("=", 2);
        String inBuild = "<" + assignment[0] + ">" + assignment[1] + "</" + assignment[0] + ">";
        assertTrue(Files.readString(ROOT.resolve("pom.xml")).contains(inBuild), inBuild);
    }
}
