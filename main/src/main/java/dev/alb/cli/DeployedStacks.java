package dev.alb.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stacks that were deployed to a sandbox, by the state that Terraform keeps there of each. */
final class DeployedStacks {
    private static final Path SITE = Path.of("confluence.yaml");

    private final SandboxFolder folder;

    DeployedStacks(SandboxFolder folder) {
        this.folder = folder;
    }

    /**
     * All that have a load balancer, or the one of a name.
     *
     * @throws Failure if there is none
     */
    List<ServedStack> find(@Nullable String name) {
        List<ServedStack> deployed = states().stream()
                .map(DeployedStacks::stack)
                .filter(stack -> !stack.topology().loadBalancers().isEmpty())
                .toList();
        if (deployed.isEmpty()) {
            throw Failure.badInput("no load balancer is deployed in " + folder.path() + "; " + whatToDo());
        }
        if (name == null) {
            return deployed;
        }
        return deployed.stream()
                .filter(stack -> stack.name().equals(name))
                .findFirst()
                .map(List::of)
                .orElseThrow(() -> Failure.badInput("--stack must be one that is deployed in " + folder.path() + ": "
                        + deployed.stream().map(ServedStack::name).collect(Collectors.joining(", ")) + "; got "
                        + name));
    }

    private String whatToDo() {
        String option =
                folder.path().equals(Path.of(SandboxFolder.DEFAULT)) ? "" : " --sandbox-folder " + folder.path();
        return Files.exists(SITE)
                ? "deploy " + SITE + " first: alb deploy --sandbox" + option
                : "deploy a site first (alb deploy --sandbox" + option + "), or name a site file with -c";
    }

    private List<Path> states() {
        Path stacks = folder.path().resolve("stacks");
        if (!Files.isDirectory(stacks)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(stacks)) {
            return found.map(stack -> stack.resolve("terraform.tfstate"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Failure.badInput(stacks + " cannot be read: " + Reason.of(e));
        }
    }

    private static ServedStack stack(Path state) {
        String name = state.getParent().getFileName().toString();
        return ServedStack.of(
                name,
                Optional.of(state),
                () -> TerraformInput.read(state.toString()).snapshot());
    }
}
