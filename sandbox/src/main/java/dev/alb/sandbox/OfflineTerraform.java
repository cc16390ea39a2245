package dev.alb.sandbox;

import dev.alb.sandbox.provider.OfflineAwsProvider;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The real Terraform on one folder, with a {@link Sandbox} for AWS and no network.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *     OfflineTerraform terraform = sandbox.terraform(folder);
 *     terraform.apply().orThrow();
 *     terraform.plan().isEmpty();
 * }
 * }</pre>
 *
 * <p>The folder is taken as it is, and {@code init} is run when it is needed. What Terraform needs for itself lies elsewhere,
 * except the state of a local backend. Nobody's CLI configuration and {@code TF_} variables count but {@code TF_VAR_}. The
 * environment variable {@code TERRAFORM_BINARY} names another binary, {@code tofu}.
 */
public final class OfflineTerraform implements AutoCloseable {
    private final Path folder;
    private final TemporaryFolder own = TemporaryFolder.create();
    private final Sandbox sandbox;
    private final boolean ownsSandbox;
    private final Map<String, String> variables = new TreeMap<>();
    private boolean initialized;

    OfflineTerraform(Path folder, Sandbox sandbox, boolean ownsSandbox) {
        this.folder = folder;
        this.sandbox = sandbox;
        this.ownsSandbox = ownsSandbox;
    }

    /** Terraform on a folder that holds {@code *.tf} or {@code *.tf.json}, with an account of its own. */
    public static OfflineTerraform in(Path folder) {
        return new OfflineTerraform(folder, Sandbox.start(), true);
    }

    /** Whether there is a Terraform to run; where not, {@link #init()} throws. */
    public static boolean isInstalled() {
        return binary().isPresent();
    }

    /** The AWS that Terraform sees. */
    public Sandbox sandbox() {
        return sandbox;
    }

    /** The provider that Terraform talks to. */
    public OfflineAwsProvider provider() {
        return sandbox.provider();
    }

    /** The folder that it runs in. */
    public Path folder() {
        return folder;
    }

    /** Gives a variable of the configuration a value. */
    public OfflineTerraform withVariable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    /**
     * Writes a file of the configuration, in the place of an older one.
     *
     * @param name such as {@code main.tf} or {@code cdk.tf.json}
     */
    public OfflineTerraform write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** {@code terraform init}; without it, the first command that needs it runs it. */
    public TerraformRun init() {
        initialized = true;
        return run("init", "-input=false", "-no-color");
    }

    /** {@code terraform validate}. */
    public TerraformRun validate() {
        return initialized("validate", "-no-color");
    }

    /** {@code terraform plan}. */
    public TerraformPlan plan() {
        String file = own.resolve("plan").toString();
        TerraformRun run = initialized("plan", "-input=false", "-no-color", "-out=" + file);
        return new TerraformPlan(run, () -> run("show", "-json", file));
    }

    /** {@code terraform apply}, with a plan of its own. */
    public TerraformRun apply() {
        return initialized("apply", "-input=false", "-no-color", "-auto-approve");
    }

    /** {@code terraform destroy}. */
    public TerraformRun destroy() {
        return initialized("destroy", "-input=false", "-no-color", "-auto-approve");
    }

    /** What Terraform remembers. */
    public TerraformState state() {
        return new TerraformState(run("show", "-json"));
    }

    private TerraformRun initialized(String... arguments) {
        if (!initialized) {
            init().orThrow();
        }
        return run(arguments);
    }

    /** Any other command of Terraform. */
    public TerraformRun run(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(binary().orElseThrow(OfflineTerraform::missing).toString());
        command.addAll(List.of(arguments));
        try {
            return run(command);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while Terraform ran", e);
        }
    }

    private TerraformRun run(List<String> command) throws IOException, InterruptedException {
        Path stdout = own.resolve("stdout");
        Path stderr = own.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing().toFile()))
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile());
        prepare(builder.environment());
        int exitCode = builder.start().waitFor();
        String shown = "terraform " + command.get(1);
        return new TerraformRun(shown, exitCode, Files.readString(stdout), Files.readString(stderr));
    }

    private void prepare(Map<String, String> environment) throws IOException {
        environment.keySet().removeIf(name -> name.startsWith("TF_") && !name.startsWith("TF_VAR_"));
        variables.forEach((name, value) -> environment.put("TF_VAR_" + name, value));
        environment.putAll(sandbox.environment());
        environment.put("TF_DATA_DIR", own.resolve("data").toString());
        environment.put("TF_CLI_CONFIG_FILE", nothing().toString());
        environment.put("TF_IN_AUTOMATION", "1");
        environment.put("CHECKPOINT_DISABLE", "1");
    }

    /** An empty file: no input, and no configuration. */
    private Path nothing() throws IOException {
        Path file = own.resolve("nothing");
        return Files.exists(file) ? file : Files.createFile(file);
    }

    private static Optional<Path> binary() {
        String name = System.getenv().getOrDefault("TERRAFORM_BINARY", "terraform");
        String path = name.contains(File.separator) ? "" : System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory).resolve(name).toAbsolutePath())
                .filter(file -> Files.isExecutable(file) && !Files.isDirectory(file))
                .findFirst();
    }

    private static IllegalStateException missing() {
        return new IllegalStateException("terraform must be on the PATH, got none\n"
                + "  Install Terraform 1.11 or OpenTofu, or name the binary in TERRAFORM_BINARY.");
    }

    /** Ends it; what Terraform needed for itself is deleted, the folder is left as it is. */
    @Override
    public void close() {
        if (ownsSandbox) {
            sandbox.close();
        }
        own.delete();
    }
}
