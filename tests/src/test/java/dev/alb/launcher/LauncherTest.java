package dev.alb.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script at the top of the house, as somebody runs it on a fresh clone, with all tools and with one missing. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final List<String> SOURCES = List.of(
            "alb",
            "pom.xml",
            ".mvn",
            "confluence.yaml",
            "modules/pom.xml",
            "modules/src",
            "review/pom.xml",
            "review/src",
            "serve/pom.xml",
            "serve/src",
            "sandbox/pom.xml",
            "sandbox/src",
            "main/pom.xml",
            "main/src");

    @TempDir
    private Path folder;

    /** How the launcher ended, and what it printed. */
    private record Run(int exitCode, String stdout, String stderr) {}

    @Test
    void builds_a_fresh_clone_and_writes_where_it_is_called() throws Exception {
        Path clone = copyOfTheSources();
        Path elsewhere = Files.createDirectories(folder.resolve("else where"));
        Files.copy(clone.resolve("confluence.yaml"), elsewhere.resolve("confluence.yaml"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), clone.resolve("alb"));

        Run first = run(elsewhere, Map.of(), link.toString(), "synth");
        assertEquals(0, first.exitCode, first::stderr);
        assertTrue(first.stderr.startsWith("alb: building the application"), first::stderr);
        assertTrue(first.stdout.startsWith("Wrote cdktf.out/stacks/wiki/cdk.tf.json: "), first::stdout);
        assertTrue(Files.exists(elsewhere.resolve("cdktf.out/stacks/wiki/cdk.tf.json")), first::stdout);

        Run second = run(elsewhere, Map.of(), link.toString(), "synth");
        assertEquals("", second.stderr, "nothing is stale, so nothing is built");
        assertEquals(first.stdout, second.stdout);

        Path output = folder.resolve("named by the CLI");
        Run third = run(elsewhere, Map.of("CDKTF_OUTDIR", output.toString()), link.toString(), "synth");
        assertEquals(0, third.exitCode, third::stderr);
        assertTrue(Files.exists(output.resolve("manifest.json")), third::stdout);

        Map<String, String> withoutNode =
                Map.of("PATH", path().toString(), "JAVA_HOME", System.getProperty("java.home"));
        Run fourth = run(elsewhere, withoutNode, link.toString(), "review", "--schema");
        assertEquals(0, fourth.exitCode, fourth::stderr);
        assertTrue(fourth.stdout.startsWith("{"), fourth::stdout);
    }

    @Test
    void says_in_a_line_that_there_is_no_java() throws Exception {
        Run run = runWith(path("node"), Map.of("JAVA_HOME", ""));
        assertFailsWith("alb: Java is missing; install a JDK 17 or newer, or set JAVA_HOME", run);
    }

    @Test
    void says_in_a_line_that_java_home_leads_nowhere() throws Exception {
        Run run = runWith(path("node"), Map.of("JAVA_HOME", "/no/such/jdk"));
        assertFailsWith(
                "alb: JAVA_HOME is /no/such/jdk, where there is no bin/java; point it at a JDK 17 or newer", run);
    }

    @Test
    void says_in_a_line_that_java_is_too_old() throws Exception {
        Path jdk = Files.createDirectories(folder.resolve("jdk-11"));
        script(jdk.resolve("bin/java"), "exit 1");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Run run = runWith(path("node"), Map.of("JAVA_HOME", jdk.toString()));
        assertEquals(3, run.exitCode, run::stderr);
        assertTrue(run.stderr.startsWith("alb: Java is 11.0.2 at "), run::stderr);
        assertEquals(1, run.stderr.lines().count(), run::stderr);
    }

    @Test
    void says_in_a_line_that_there_is_no_node() throws Exception {
        Run run = runWith(path(), Map.of("JAVA_HOME", System.getProperty("java.home")));
        assertFailsWith("alb: Node is missing; install Node 20 or newer", run);
    }

    @Test
    void says_in_a_line_that_node_is_too_old() throws Exception {
        Path tools = path();
        script(tools.resolve("node"), "echo v12.22.0");
        Run run = runWith(tools, Map.of("JAVA_HOME", System.getProperty("java.home")));
        assertFailsWith("alb: Node is v12.22.0 at " + tools.resolve("node") + "; install Node 20 or newer", run);
    }

    private static void assertFailsWith(String line, Run run) {
        assertEquals(line + "\n", run.stderr);
        assertEquals("", run.stdout);
        assertEquals(3, run.exitCode);
    }

    private Path copyOfTheSources() throws IOException {
        Path clone = folder.resolve("clone");
        for (String source : SOURCES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(source))) {
                for (Path file : files.toList()) {
                    Path target = clone.resolve(ROOT.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    if (!Files.isDirectory(file)) {
                        Files.copy(file, target);
                    }
                }
            }
        }
        // The parent names all modules; the launcher does not ask for the tests.
        Files.createDirectories(clone.resolve("tests"));
        Files.copy(ROOT.resolve("tests/pom.xml"), clone.resolve("tests/pom.xml"));
        return clone;
    }

    /** A folder for the PATH, with what a system has and, of the tools that the launcher looks for, only those named. */
    private Path path(String... tools) throws IOException {
        Path path = Files.createDirectories(folder.resolve("bin"));
        for (String tool : Stream.concat(
                        Stream.of("sh", "readlink", "sed", "find", "head", "mkdir", "rm", "mv", "cat", "ls", "dirname"),
                        Stream.of(tools))
                .toList()) {
            Files.createSymbolicLink(path.resolve(tool), find(tool));
        }
        return path;
    }

    private static Path find(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(folder -> Path.of(folder).resolve(tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + tool + " on the PATH"));
    }

    private static void script(Path file, String command) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + command + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private Run runWith(Path path, Map<String, String> environment) throws Exception {
        Map<String, String> all = new HashMap<>(environment);
        all.put("PATH", path.toString());
        return run(folder, all, ROOT.resolve("alb").toString(), "synth");
    }

    private Run run(Path where, Map<String, String> environment, String... command) throws Exception {
        Path stdout = folder.resolve("stdout");
        Path stderr = folder.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile());
        // What Maven and the tests were started with must not reach the launcher.
        List.of("CDKTF_OUTDIR", "ALB_OUTDIR", "MAVEN_OPTS", "JSII_RUNTIME").forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertTrue(process.waitFor(5, TimeUnit.MINUTES), "the launcher hangs");
        return new Run(process.exitValue(), Files.readString(stdout), Files.readString(stderr));
    }
}
