package dev.alb.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.terraform.NeedsTerraform;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CDKTF CLI, which npm fetches, deploys a site on the simulated AWS. */
@NeedsTerraform
class CdktfCliTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final int LONGEST_MINUTES = 8;

    @TempDir
    private Path folder;

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    @Test
    void deploys_the_example_site() throws Exception {
        Files.copy(ROOT.resolve("confluence.yaml"), folder.resolve("confluence.yaml"));
        Files.writeString(folder.resolve("cdktf.json"), """
                {"language": "java", "app": "sh synth.sh", "projectId": "test", "sendCrashReports": "false"}
                """);
        // As the launcher does it: CDKTF itself must not see where the CLI wants the output.
        Files.writeString(
                folder.resolve("synth.sh"),
                "out=$CDKTF_OUTDIR; unset CDKTF_OUTDIR; ALB_OUTDIR=$out exec '" + java() + "' -cp '" + classPath()
                        + "' dev.alb.cli.Main synth\n");

        String said = run("deploy", "wiki", "--skip-provider-lock", "--auto-approve");
        assertTrue(said.contains("synchrony_url = https://wiki.example.com/synchrony/v1"), said);
        assertEquals(1, sandbox.holds("aws_lb").size(), said);
        assertEquals(4, sandbox.holds("aws_lb_target_group_attachment").size(), said);
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        List<String> command = Stream.concat(Stream.of("npx", "--yes", "cdktf-cli@0.21.0"), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(sandbox.environment());
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        Process process = builder.start();
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        String said = Files.readString(output);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
