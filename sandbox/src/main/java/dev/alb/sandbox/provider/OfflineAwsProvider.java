package dev.alb.sandbox.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.sandbox.account.Account;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.provider.planning.Planner;
import dev.alb.sandbox.provider.planning.UnknownBlocks;
import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.services.AwsApi;
import dev.alb.sandbox.values.JsonValues;
import dev.alb.sandbox.values.Value;
import io.grpc.InsecureServerCredentials;
import io.grpc.Server;
import io.grpc.okhttp.OkHttpServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A provider {@code hashicorp/aws} that runs in this JVM, on the loopback address, and stands for an account in memory.
 *
 * <p>It plans as the provider does, makes up what AWS would answer, and refuses what the provider or AWS would refuse. What
 * somebody names and nobody has made or declared is taken for existing.
 *
 * <p>It starts at once and ends with {@link #close()}. Terraform finds it by {@link #reattach()}.
 */
public final class OfflineAwsProvider implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AwsSchema SCHEMA = AwsSchema.load();
    /** As much as a state may hold that Terraform sends in one piece. */
    private static final int LARGEST_MESSAGE = 256 << 20;

    private static final String[] ADDRESSES = {
        "registry.terraform.io/hashicorp/aws", "registry.opentofu.org/hashicorp/aws"
    };

    /** Kept here, as a logger that nobody holds forgets its level. */
    private static final Logger TRANSPORT = Logger.getLogger("io.grpc.okhttp.OkHttpServerTransport");

    static {
        // Each run of Terraform ends by dropping its connections, which gRPC finds worth a warning every time.
        TRANSPORT.setLevel(Level.SEVERE);
    }

    private final Account account;
    private final AwsApi aws;
    private final ExecutorService threads = Executors.newCachedThreadPool(OfflineAwsProvider::thread);
    private final Server server;

    private OfflineAwsProvider(Account account) {
        this.account = account;
        aws = new AwsApi(account);
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = OkHttpServerBuilder.forPort(anyPort, InsecureServerCredentials.create())
                .directExecutor()
                .addService(ProviderService.of(SCHEMA, aws, threads))
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .addTransportFilter(new Callers(account))
                .intercept(new Callers.OfCall())
                .build();
    }

    /** A provider that is ready, with an account of its own. */
    public static OfflineAwsProvider start() {
        return start(Account.inMemory());
    }

    /** A provider for an account that is ready. */
    public static OfflineAwsProvider start(Account account) {
        OfflineAwsProvider provider = new OfflineAwsProvider(account);
        try {
            provider.server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return provider;
    }

    /**
     * Puts an object into the account that Terraform has not made, so that it can be imported, or found by a data
     * source.
     *
     * @param type its Terraform type, {@code aws_lb}
     * @param attributes what is known of it, as Terraform names it; the rest is made up
     * @return its id, which an import names
     */
    public String existing(String type, Map<String, ?> attributes) {
        ResourceType resource = SCHEMA.resource(type);
        ObjectNode json = JSON.valueToTree(attributes);
        Value described = JsonValues.read(json, resource.block().type());
        Caller caller = new Caller(account);
        Value.Mapping planned = Planner.of(resource, caller)
                .create((Value.Mapping) resource.block().complete(described));
        return aws.put(resource, caller, UnknownBlocks.none(resource, planned), Origin.DECLARED)
                .get("id")
                .text();
    }

    /** The value of the environment variable {@code TF_REATTACH_PROVIDERS}, for Terraform and OpenTofu alike. */
    public String reattach() {
        ObjectNode providers = JSON.createObjectNode();
        for (String address : ADDRESSES) {
            describe(providers.putObject(address));
        }
        return providers.toString();
    }

    /** Terraform kills the process that it is told of, unless this is a test; the process is this JVM. */
    private void describe(ObjectNode provider) {
        provider.put("Protocol", "grpc").put("ProtocolVersion", 5);
        provider.put("Pid", ProcessHandle.current().pid()).put("Test", true);
        provider.putObject("Addr").put("Network", "tcp").put("String", "127.0.0.1:" + server.getPort());
    }

    /** Nobody waits for a call that hangs. */
    private static Thread thread(Runnable calls) {
        Thread thread = new Thread(calls, "aws");
        thread.setDaemon(true);
        return thread;
    }

    /** Ends it; an account in memory is gone. */
    @Override
    public void close() {
        server.shutdownNow();
        threads.shutdown();
    }
}
