package dev.alb.sandbox;

import dev.alb.sandbox.account.Account;
import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.provider.OfflineAwsProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A simulated AWS for one test, with an account of its own, and the real Terraform on it.
 *
 * <pre>{@code
 * @AutoClose
 * private final Sandbox sandbox = Sandbox.start();
 *
 * @Test
 * void a_new_port_replaces_the_target_group() {
 *     OfflineTerraform terraform = sandbox.terraform(Testing.synth(stack));
 *     terraform.apply().orThrow();
 *     terraform.write("cdk.tf.json", Testing.synth(changed));
 *     terraform.plan().replaces("aws_lb_target_group.api", "port").changesNothingElse();
 * }
 * }</pre>
 *
 * <p>Several sandboxes live side by side and know nothing of each other.
 */
public final class Sandbox implements AutoCloseable {
    private final Account account;
    private final OfflineAwsProvider provider;
    private final List<Runnable> atTheEnd = new ArrayList<>();

    private Sandbox(Account account) {
        this.account = account;
        this.provider = OfflineAwsProvider.start(account);
    }

    /** A sandbox with an empty account, which ends with it. */
    public static Sandbox start() {
        return start(Account.inMemory());
    }

    /** A sandbox on an account that is there: one in a folder, or one that another sandbox has left. */
    public static Sandbox start(Account account) {
        return new Sandbox(account);
    }

    /** The account: what stands in it, and ways to change it behind Terraform's back. */
    public Account account() {
        return account;
    }

    /** The provider that Terraform talks to. */
    public OfflineAwsProvider provider() {
        return provider;
    }

    /** The variables with which any command sees this AWS: Terraform, OpenTofu, the CDKTF CLI, or what calls them. */
    public Map<String, String> environment() {
        return Map.of("TF_REATTACH_PROVIDERS", provider.reattach());
    }

    /** Terraform on a folder that holds {@code *.tf} or {@code *.tf.json}, such as a stack below {@code cdktf.out}. */
    public OfflineTerraform terraform(Path folder) {
        OfflineTerraform terraform = new OfflineTerraform(folder, this, false);
        atTheEnd.add(terraform::close);
        return terraform;
    }

    /**
     * Terraform on one configuration, in a folder of its own.
     *
     * @param configuration the JSON of a synthesized stack, which becomes {@code cdk.tf.json}, or HCL, which becomes
     *     {@code main.tf}
     */
    public OfflineTerraform terraform(String configuration) {
        TemporaryFolder folder = TemporaryFolder.create();
        atTheEnd.add(folder::delete);
        boolean isJson = configuration.stripLeading().startsWith("{");
        return terraform(folder.path()).write(isJson ? "cdk.tf.json" : "main.tf", configuration);
    }

    /**
     * Puts an object into the account that Terraform has not made, so that it can be imported, or found by a data source.
     *
     * @param type its Terraform type, {@code aws_lb}
     * @param attributes what is known of it, as Terraform names it, {@code region} among them; the rest is made up
     * @return its id, which an import names
     */
    public String existing(String type, Map<String, ?> attributes) {
        return provider.existing(type, attributes);
    }

    /** What AWS holds now of one type, in all regions. */
    public List<AwsObject> holds(String type) {
        return account.objects().stream()
                .filter(object -> object.type().equals(type))
                .toList();
    }

    /** Asserts that nothing is left of what calls have made. */
    public Sandbox holdsNothing() {
        List<String> left = account.objects().stream()
                .filter(object -> object.origin() == AwsObject.Origin.CREATED)
                .map(object -> object.type() + " " + object.id())
                .sorted()
                .toList();
        if (!left.isEmpty()) {
            throw new AssertionError("The account must hold nothing, got " + left);
        }
        return this;
    }

    /** Ends it, with everything that was opened in it; an account in memory is gone. */
    @Override
    public void close() {
        atTheEnd.forEach(Runnable::run);
        provider.close();
    }
}
