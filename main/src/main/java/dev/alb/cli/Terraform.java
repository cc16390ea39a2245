package dev.alb.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Terraform on stacks, as the user would run it in their folders. */
final class Terraform {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TerraformProgram program;
    private final Aws aws;
    private final TerraformArguments arguments;

    Terraform(TerraformProgram program, Aws aws, TerraformArguments arguments) {
        this.program = program;
        this.aws = aws;
        this.arguments = arguments;
    }

    /** The folder of a stack. */
    Path stack(String name) {
        return aws.output().resolve("stacks").resolve(name);
    }

    /** Says nothing where all is well. */
    int init(Path stack) {
        aws.prepare(stack);
        List<String> given = new ArrayList<>(List.of("-input=false"));
        given.addAll(aws.ofInit(arguments));
        Initialization initialization = new Initialization();
        return initialization.ended(child(stack, "init", given).run(initialization));
    }

    /** Runs a command as if the user ran it. */
    int run(Path stack, String command, List<String> own) {
        List<String> all = new ArrayList<>(own);
        all.addAll(arguments.ofCommand());
        return child(stack, command, all).run();
    }

    /** Writes a saved plan as JSON to a file, and complaints to another one. */
    int show(Path stack, Path plan, Path json, Path complaints) {
        return child(stack, "show", List.of("-json", "-no-color", plan.toString()))
                .run(json, complaints);
    }

    /** Whether the plan is made and kept by HCP Terraform, where it is not saved to a file. */
    boolean plansElsewhere(Path stack) {
        // The sandbox has put a local state in its place.
        if (Files.exists(stack.resolve(SandboxedAws.OVERRIDE))) {
            return false;
        }
        try {
            JsonNode settings =
                    JSON.readTree(stack.resolve("cdk.tf.json").toFile()).path("terraform");
            return settings.has("cloud") || settings.path("backend").has("remote");
        } catch (IOException e) {
            // Terraform will tell the user what is wrong with it.
            return false;
        }
    }

    /**
     * Asks whether load balancers may go that are protected against it.
     *
     * @return what to do when Terraform has ended
     */
    Runnable release(Path stack, Path siteFile) {
        Map<String, String> ids = arguments.areLimited() ? Map.of() : protectedLoadBalancers(stack);
        return ids.isEmpty() ? () -> {} : aws.release(ids, siteFile);
    }

    /** By Terraform's address, as its state remembers them. */
    private Map<String, String> protectedLoadBalancers(Path stack) {
        Map<String, String> ids = new TreeMap<>();
        for (JsonNode resource : state(stack).path("resources")) {
            String address =
                    resource.path("type").asText() + "." + resource.path("name").asText();
            for (JsonNode instance : resource.path("instances")) {
                JsonNode attributes = instance.path("attributes");
                if (address.startsWith("aws_lb.")
                        && resource.path("mode").asText().equals("managed")
                        && attributes.path("enable_deletion_protection").asBoolean()) {
                    ids.put(address, attributes.path("id").asText());
                }
            }
        }
        return ids;
    }

    private JsonNode state(Path stack) {
        try {
            return JSON.readTree(child(stack, "state", List.of("pull")).output());
        } catch (IOException e) {
            // Terraform will tell the user what is wrong with it.
            return JSON.missingNode();
        }
    }

    private Child child(Path stack, String command, List<String> given) {
        List<String> line = new ArrayList<>(List.of(program.file().toString(), command));
        line.addAll(given);
        ProcessBuilder builder = new ProcessBuilder(line).directory(stack.toFile());
        aws.tell(builder.environment());
        return Child.of(builder);
    }
}
