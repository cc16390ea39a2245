package dev.alb.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user hands to Terraform, which runs in another folder: paths are made absolute, so that they mean what they mean to
 * the user.
 *
 * @param ofInit what only {@code init} understands
 * @param ofCommand everything else
 * @param areForOneSite whether they name a file that belongs to one site, such as a saved plan
 */
record TerraformArguments(List<String> ofInit, List<String> ofCommand, boolean areForOneSite) {
    private static final Set<String> PATHS =
            Set.of("out", "var-file", "state", "state-out", "backup", "generate-config-out", "plugin-dir");
    private static final Set<String> OF_INIT = Set.of("backend-config", "upgrade", "reconfigure", "plugin-dir");
    private static final Set<String> FILES_OF_ONE_SITE = Set.of("out", "state", "state-out", "generate-config-out");
    private static final Pattern OUT = Pattern.compile("(?:^|\\s)--?out[= ](\\S+)");
    private static final int CHANGE = 2;

    static TerraformArguments of(List<String> given) {
        List<String> ofInit = new ArrayList<>();
        List<String> ofCommand = new ArrayList<>();
        boolean areForOneSite = false;
        String previous = "";
        for (String argument : given) {
            boolean isValue = !argument.startsWith("-") && previous.startsWith("-") && !previous.contains("=");
            String option = name(isValue ? previous : argument);
            String absolute = isValue ? value(option, argument) : absolute(argument);
            (OF_INIT.contains(option) ? ofInit : ofCommand).add(absolute);
            if (option.equals("no-color")) {
                ofInit.add(absolute);
            }
            areForOneSite |= FILES_OF_ONE_SITE.contains(option) || !isValue && !argument.startsWith("-");
            previous = argument;
        }
        return new TerraformArguments(List.copyOf(ofInit), List.copyOf(ofCommand), areForOneSite);
    }

    /** Whether they name resources, so that others stay as they are. */
    boolean areLimited() {
        return ofCommand.stream().map(TerraformArguments::name).anyMatch(Set.of("target", "exclude")::contains);
    }

    /** Whether Terraform was asked to tell by its exit code that something changes. */
    boolean wantChangesTold() {
        return ofCommand.stream().map(TerraformArguments::name).anyMatch("detailed-exitcode"::equals);
    }

    /** Whether an exit code says that something changes. */
    boolean meansChange(int exitCode) {
        return exitCode == CHANGE && wantChangesTold();
    }

    /** Whether Terraform was asked to write JSON to standard output. */
    boolean wantJson() {
        return ofCommand.stream().map(TerraformArguments::name).anyMatch("json"::equals);
    }

    /**
     * Where the user wants the plan saved, by an argument or by the variables that Terraform puts before them.
     *
     * @param folder in which Terraform runs
     */
    Optional<Path> savedPlan(Map<String, String> environment, Path folder) {
        Optional<Path> saved = Optional.empty();
        for (String variable : List.of("TF_CLI_ARGS", "TF_CLI_ARGS_plan")) {
            Matcher found = OUT.matcher(environment.getOrDefault(variable, ""));
            while (found.find()) {
                saved = Optional.of(folder.resolve(found.group(1)));
            }
        }
        for (int i = 0; i < ofCommand.size(); i++) {
            String argument = ofCommand.get(i);
            if (name(argument).equals("out") && argument.startsWith("-")) {
                boolean hasValue = argument.contains("=");
                String value = hasValue
                        ? argument.replaceFirst("^[^=]*=", "")
                        : i + 1 < ofCommand.size() ? ofCommand.get(i + 1) : "";
                saved = value.isEmpty() ? saved : Optional.of(folder.resolve(value));
            }
        }
        return saved;
    }

    private static String absolute(String argument) {
        int equals = argument.indexOf('=');
        if (!argument.startsWith("-")) {
            return Files.isRegularFile(Path.of(argument)) ? absolutePath(argument) : argument;
        }
        return equals < 0
                ? argument
                : argument.substring(0, equals + 1) + value(name(argument), argument.substring(equals + 1));
    }

    private static String value(String option, String value) {
        boolean isPath = PATHS.contains(option) || option.equals("backend-config") && !value.contains("=");
        return isPath && !value.isEmpty() && !value.equals("-") ? absolutePath(value) : value;
    }

    private static String absolutePath(String path) {
        return Path.of(path).toAbsolutePath().toString();
    }

    /** The option, of which Terraform takes one dash or two. */
    private static String name(String argument) {
        return argument.replaceFirst("^--?", "").replaceFirst("=.*", "");
    }
}
