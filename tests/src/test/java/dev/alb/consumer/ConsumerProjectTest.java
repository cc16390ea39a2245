package dev.alb.consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.assertions.SynthesizedStack;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Somebody else's project ({@code tests/consumer}) takes the modules as they are published, and nothing else.
 *
 * <p>The project is copied and installed into a temporary repository, so that neither the user's repository nor the running
 * build is touched. The classes are those of the running build.
 */
class ConsumerProjectTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();
    private static final Path USERS_REPOSITORY = Path.of(System.getProperty(
            "maven.repo.local",
            System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository")));

    @TempDir
    private static Path folder;

    private static LayeredRepository repository;
    private static DependencyTree tree;

    @BeforeAll
    static void installTheModulesAndBuildTheConsumer() throws IOException, InterruptedException {
        repository = LayeredRepository.above(USERS_REPOSITORY, folder.resolve("repository"));
        copyWithTheModules(folder.resolve("alb"));
        maven(folder.resolve("alb"), "install", "-pl", "modules", "-am", "-Dfast", "-DskipTests", "-Dmaven.main.skip");
        copy(PROJECT.resolve("tests/consumer"), folder.resolve("consumer"));
        maven(
                folder.resolve("consumer"),
                "compile",
                "dependency:tree",
                "-Dverbose",
                "-DoutputType=tgf",
                "-DoutputFile=" + folder.resolve("tree.tgf"),
                "dependency:build-classpath",
                "-Dmdep.outputFile=" + folder.resolve("classpath"));
        tree = DependencyTree.read(folder.resolve("tree.tgf"));
        run(folder, consumer());
    }

    @AfterAll
    static void unlinkTheRepository() throws IOException {
        repository.unlink();
    }

    @Test
    void one_module_works_by_itself() {
        SynthesizedStack stack = SynthesizedStack.read(folder.resolve("out/stacks/rule/cdk.tf.json"));
        stack.hasExactlyTheAddresses("aws_lb_listener_rule.maintenance");
        stack.resource("aws_lb_listener_rule", "maintenance")
                .has("priority", 10)
                .has("condition", SynthesizedStack.json("[{host_header: {values: ['wiki.example.com']}}]"));
        stack.provider("aws").has("region", "eu-central-1");
    }

    @Test
    void several_modules_work_together() {
        SynthesizedStack stack = SynthesizedStack.read(folder.resolve("out/stacks/service/cdk.tf.json"));
        stack.hasExactlyTheAddresses(
                "aws_lb.service", "aws_lb_target_group.targets", "aws_lb_listener.http", "aws_lb_listener_rule.api");
        stack.resource("aws_lb", "service").has("idle_timeout", 300);
        stack.resource("aws_lb_listener", "http").refersTo("load_balancer_arn", "aws_lb.service.arn");
        stack.resource("aws_lb_listener_rule", "api")
                .refersTo("listener_arn", "aws_lb_listener.http.arn")
                .refersTo("action.0.target_group_arn", "aws_lb_target_group.targets.arn");
    }

    @Test
    void the_modules_bring_cdktf_and_nothing_else() {
        assertEquals(
                List.of(
                        "com.example.platform:load-balancing",
                        "com.fasterxml.jackson.core:jackson-annotations",
                        "com.fasterxml.jackson.core:jackson-core",
                        "com.fasterxml.jackson.core:jackson-databind",
                        "com.fasterxml.jackson.datatype:jackson-datatype-jsr310",
                        "com.hashicorp:cdktf",
                        "dev.alb:alb-modules",
                        "software.amazon.jsii:jsii-runtime",
                        "software.constructs:constructs"),
                tree.names());
    }

    @Test
    void no_version_of_what_they_bring_is_a_range() throws IOException {
        List<String> ranges = new ArrayList<>();
        for (DependencyTree.Edge edge : tree.edges()) {
            String version = edge.parent().startsWith("com.example.") ? "1" : versionAsked(edge);
            if (isRange(version)) {
                ranges.add(edge + " " + version);
            }
        }
        assertEquals(List.of(), ranges);
        assertTrue(tree.edges().size() > 5, tree::toString);
    }

    @Test
    void the_ranges_of_cdktf_itself_would_have_been_noticed() throws IOException {
        String cdktf = tree.artifacts().values().stream()
                .filter(artifact -> artifact.startsWith("com.hashicorp:cdktf:"))
                .findFirst()
                .orElseThrow();
        assertTrue(isRange(versionAsked(new DependencyTree.Edge(cdktf, "software.constructs:constructs"))));
    }

    private static String versionAsked(DependencyTree.Edge edge) throws IOException {
        String[] child = edge.child().split(":");
        return PublishedPom.of(repository, edge.parent())
                .versionOf(child[0], child[1])
                .orElseThrow(() -> new AssertionError("No version in " + edge));
    }

    private static boolean isRange(String version) {
        return version.startsWith("[") || version.startsWith("(");
    }

    /** The parent refers to all modules, so each one's pom has to be there; of the others, that is enough. */
    private static void copyWithTheModules(Path to) throws IOException {
        copy(PROJECT.resolve("pom.xml"), to.resolve("pom.xml"));
        try (Stream<Path> modules = Files.list(PROJECT)) {
            for (Path module :
                    modules.filter(m -> Files.exists(m.resolve("pom.xml"))).toList()) {
                copy(module.resolve("pom.xml"), to.resolve(module.getFileName()).resolve("pom.xml"));
            }
        }
        copy(PROJECT.resolve("modules/target/classes"), to.resolve("modules/target/classes"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file :
                    files.filter(f -> !f.toString().contains("consumer/target")).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void maven(Path in, String... arguments) throws IOException, InterruptedException {
        String home = System.getProperty("maven.home");
        List<String> command = new ArrayList<>();
        command.add(home == null ? "mvn" : Path.of(home, "bin", "mvn").toString());
        command.addAll(List.of("-q", "-B", "-Dmaven.repo.local=" + repository.folder()));
        command.addAll(List.of(arguments));
        run(in, command);
    }

    private static List<String> consumer() throws IOException {
        String classpath = folder.resolve("consumer/target/classes")
                + File.pathSeparator
                + Files.readString(folder.resolve("classpath"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classpath,
                "com.example.platform.LoadBalancing",
                folder.resolve("out").toString());
    }

    private static void run(Path in, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> String.join(" ", command) + "\n" + output);
    }
}
