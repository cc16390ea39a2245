package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.demo.Demo;
import dev.alb.serve.LocalLoadBalancer;
import dev.alb.serve.ServedListener;
import dev.alb.serve.api.ApiServer;
import dev.alb.serve.api.QueryApi;
import dev.alb.snapshot.TerraformFile;
import dev.alb.topology.Topology;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code alb verify} at the local load balancer, with stand-ins for Confluence and Synchrony behind it. */
class VerifyServedTest {
    @TempDir
    private Path folder;

    @Test
    void a_site_that_is_served_here_passes_every_check_that_applies() throws Exception {
        Path site = Sites.write(
                folder.resolve("wiki.yaml"),
                "nodes: {instances: [i-0a1b2c3d4e5f60731, i-0a1b2c3d4e5f60732]}\n"
                        + "dns: {zone_id: Z0123456789ABCDEFGHIJ}");
        Topology topology = topology(site);
        Vertx vertx = Vertx.vertx();
        try (Demo demo = Demo.start(topology);
                LocalLoadBalancer local = LocalLoadBalancer.of(topology, "aws_lb.alb")
                        .withAnyPorts()
                        .withTargets((group, id, port) -> demo.addressOf(id, port))
                        .start()) {
            ApiServer api = ApiServer.start(vertx, 0, new QueryApi(() -> topology, local.targetPools()))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get();
            tell(local, api.url());
            Said said = Said.by(
                    "verify",
                    "-c",
                    site.toString(),
                    "--sandbox",
                    "--sandbox-folder",
                    folder.toString(),
                    "--wait=60s",
                    "--timeout=30s");
            assertEquals(0, said.exitCode(), said::toString);
            assertTrue(said.out().endsWith("\n10 passed, 1 skipped.\n"), said::toString);
            assertTrue(said.out().contains("All 2 targets are healthy."), said::toString);
            assertTrue(
                    said.out().contains("6 requests with the cookie reached the same node, i-0a1b2c3d4e5f6073"),
                    said::out);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get();
        }
    }

    private Topology topology(Path site) throws Exception {
        Path output = folder.resolve("cdktf.out");
        Stacks.write(List.of(site), output, new PrintWriter(System.err)).orElseThrow();
        return Topology.of(
                TerraformFile.read(output.resolve("stacks").resolve("wiki")).snapshot());
    }

    private void tell(LocalLoadBalancer local, String api) throws Exception {
        Path authority = Files.writeString(folder.resolve("ca.pem"), local.certificateAuthority());
        String listeners =
                local.listeners().stream().map(VerifyServedTest::listener).collect(Collectors.joining(", "));
        Path file = folder.resolve("serve/wiki.json");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "{\"pid\": %d, \"certificate_authority\": \"%s\", \"api\": \"%s\", \"listeners\": [%s]}"
                        .formatted(ProcessHandle.current().pid(), authority, api, listeners));
    }

    private static String listener(ServedListener listener) {
        return "{\"port\": %d, \"local_port\": %d}"
                .formatted(listener.port(), listener.local().getPort());
    }
}
