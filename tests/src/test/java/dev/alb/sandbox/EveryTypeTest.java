package dev.alb.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.terraform.NeedsTerraform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terraform checks every answer of a provider; of this one it tolerates only what it tolerates of the real one. */
@NeedsTerraform
class EveryTypeTest {
    private static final String PROVIDER = "Provider \"registry.terraform.io/hashicorp/aws\" produced an ";

    @TempDir
    Path folder;

    @AutoClose
    private final Sandbox sandbox = Sandbox.start();

    @Test
    void terraform_finds_no_fault_with_a_plan_an_apply_an_update_and_a_destroy() throws Exception {
        Files.writeString(folder.resolve("main.tf"), resource("every-type.tf"));
        run("init");
        List<String> warnings = new ArrayList<>(warnings(run("apply", "-auto-approve")));
        Run second = run("plan", "-detailed-exitcode");
        assertEquals(0, second.exitCode(), second.text());
        warnings.addAll(warnings(run("apply", "-auto-approve", "-var", "text=two")));
        Run fourth = run("plan", "-detailed-exitcode", "-var", "text=two");
        assertEquals(0, fourth.exitCode(), fourth.text());
        warnings.addAll(warnings(run("destroy", "-auto-approve", "-var", "text=two")));
        assertTrue(sandbox.account().objects().stream()
                .noneMatch(o -> o.origin().name().equals("CREATED")));

        List<String> framework = AwsSchema.load().resources().values().stream()
                .filter(type -> !type.legacy())
                .map(AwsSchema.ResourceType::name)
                .toList();
        assertTrue(!warnings.isEmpty(), "The older resources plan their defaults, which Terraform tells");
        warnings.forEach(warning -> assertTrue(framework.stream().noneMatch(t -> warning.contains(t + ".")), warning));
    }

    private record Run(int exitCode, String text, String log) {}

    private static List<String> warnings(Run run) {
        assertEquals(0, run.exitCode(), run.text());
        return List.of(run.log().split("\n(?=\\d{4}-\\d\\d-\\d\\dT)")).stream()
                .filter(entry -> entry.contains(PROVIDER))
                .toList();
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("terraform"));
        command.addAll(List.of(arguments));
        command.add("-no-color");
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("TF_REATTACH_PROVIDERS", sandbox.provider().reattach());
        Path log = folder.resolve(arguments[0] + ".log");
        builder.environment().put("TF_LOG", "warn");
        builder.environment().put("TF_LOG_PATH", log.toString());
        builder.environment().put("CHECKPOINT_DISABLE", "1");
        int exitCode = builder.start().waitFor();
        return new Run(exitCode, Files.readString(output), Files.exists(log) ? Files.readString(log) : "");
    }

    private static String resource(String name) throws IOException {
        try (var in = EveryTypeTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
