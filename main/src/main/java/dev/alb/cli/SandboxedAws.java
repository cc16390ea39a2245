package dev.alb.cli;

import dev.alb.sandbox.account.Account;
import dev.alb.sandbox.provider.OfflineAwsProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The simulated AWS, which starts while others work and ends with this program.
 *
 * <p>All of it lies in one folder: the account, the stacks and Terraform's state of each. A file beside the stack puts a local
 * state in the place of the site's own, whatever that is.
 */
final class SandboxedAws implements Aws {
    /** The file that puts the state elsewhere. */
    static final String OVERRIDE = "sandbox_override.tf.json";

    private static final String STATE = """
            {
              "terraform": {
                "backend": {
                  "local": {"path": "terraform.tfstate"}
                }
              }
            }
            """;

    private static final String LOAD_BALANCER = "aws_lb";

    private final SandboxFolder folder;
    private final PrintWriter err;
    private final CompletableFuture<Running> running;

    /** The account, and who serves it. */
    private record Running(Account account, OfflineAwsProvider provider) {}

    private SandboxedAws(SandboxFolder folder, PrintWriter err, CompletableFuture<Running> running) {
        this.folder = folder;
        this.err = err;
        this.running = running;
    }

    /**
     * Starts it.
     *
     * @param err takes what a user should know
     */
    static SandboxedAws start(SandboxFolder folder, PrintWriter err) {
        return new SandboxedAws(folder, err, CompletableFuture.supplyAsync(() -> {
            Account account = folder.account();
            return new Running(account, OfflineAwsProvider.start(account));
        }));
    }

    private Running running() {
        try {
            return running.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public Path output() {
        return folder.path();
    }

    @Override
    public void prepare(Path stack) {
        try {
            Files.writeString(stack.resolve(OVERRIDE), STATE);
        } catch (IOException e) {
            throw Failure.badInput("cannot write to " + stack + ": " + Reason.of(e));
        }
    }

    @Override
    public void tell(Map<String, String> environment) {
        // They name a state, and would reach the real one.
        List.of("TF_DATA_DIR", "TF_WORKSPACE", "TF_CLI_ARGS_init").forEach(environment::remove);
        tellOfProvider(environment);
    }

    /** For a program that may run Terraform in any folder: a workspace of its own keeps the state of that folder as it is. */
    void tellAnyProgram(Map<String, String> environment) {
        environment.put("TF_WORKSPACE", "sandbox");
        environment.put("TF_DATA_DIR", ".terraform/sandbox");
        tellOfProvider(environment);
    }

    /** What a user has of AWS is gone for it, so that it can't reach that. */
    private void tellOfProvider(Map<String, String> environment) {
        environment
                .keySet()
                .removeIf(name ->
                        name.startsWith("AWS_") && !name.equals("AWS_REGION") && !name.equals("AWS_DEFAULT_REGION"));
        String nothing =
                folder.path().resolve("no-credentials").toAbsolutePath().toString();
        environment.put("AWS_CONFIG_FILE", nothing);
        environment.put("AWS_SHARED_CREDENTIALS_FILE", nothing);
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        environment.put("CHECKPOINT_DISABLE", "1");
        environment.put("TF_REATTACH_PROVIDERS", running().provider().reattach());
    }

    /** The settings of a backend belong to the one that is replaced. */
    @Override
    public List<String> ofInit(TerraformArguments arguments) {
        return arguments.ofInit().stream()
                .filter(argument -> !argument.contains("backend-config"))
                .toList();
    }

    /** Here nothing is worth the protection; what Terraform leaves gets it back. */
    @Override
    public Runnable release(Map<String, String> ids, Path siteFile) {
        ids.forEach((address, id) -> {
            err.println("alb: " + address + " is protected against deletion, which is switched off for this destroy; "
                    + "in AWS, nothing would be destroyed");
            protect(id, false);
        });
        err.flush();
        return () -> ids.values().forEach(id -> protect(id, true));
    }

    /** One that is gone needs no protection. */
    private void protect(String id, boolean on) {
        Account account = running().account();
        boolean isThere = account.objects().stream()
                .anyMatch(object ->
                        object.type().equals(LOAD_BALANCER) && object.id().equals(id));
        if (isThere) {
            account.change(LOAD_BALANCER, id, Map.of("enable_deletion_protection", on));
        }
    }

    @Override
    public void close() {
        running.thenAccept(all -> all.provider().close());
    }
}
