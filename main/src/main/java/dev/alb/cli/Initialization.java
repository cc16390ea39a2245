package dev.alb.cli;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code terraform init} says, of which a user sees what matters: downloads, warnings and failures. */
final class Initialization implements Consumer<String> {
    /** A provider has some hundred megabytes; whoever waits wants to know for what. */
    private static final String DOWNLOAD = "- Installing ";

    private static final Pattern WARNING = Pattern.compile("╷\n.*?╵\n", Pattern.DOTALL);

    private final StringBuilder rest = new StringBuilder();

    @Override
    public void accept(String line) {
        if (line.startsWith(DOWNLOAD)) {
            show(line + "\n");
        } else {
            rest.append(line).append('\n');
        }
    }

    /** Shows what is worth it. */
    int ended(int exitCode) {
        if (exitCode != ExitCode.DONE) {
            show(rest.toString());
        } else {
            Matcher warnings = WARNING.matcher(rest);
            while (warnings.find()) {
                show(warnings.group());
            }
        }
        return exitCode;
    }

    /** As Terraform wrote it, whatever this program would make of its characters. */
    private static void show(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.err.write(bytes, 0, bytes.length);
        System.err.flush();
    }
}
