package dev.alb.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.alb.site.SiteText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script for nodes, as a shell runs it. */
class NodeScriptTest {
    private static final TestCertificate AUTHORITY = TestCertificate.authority();
    private static final TestCertificate OWN = AUTHORITY.forHosts("wiki.example.com");
    private static final String RUNNING = LoopbackServer.answer("200 OK", "{\"state\":\"RUNNING\"}");

    @TempDir
    private Path folder;

    private record Ran(int exitCode, String out) {}

    private Ran run(String site, String path, String... arguments) throws Exception {
        Path script = Files.writeString(folder.resolve("node.sh"), NodeScript.of(new Deployment(SiteText.read(site))));
        List<String> line = new ArrayList<>(List.of("/bin/sh", script.toString()));
        line.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().put("PATH", path);
        builder.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out);
    }

    private Ran runAt(int port, String site) throws Exception {
        Path authority = Files.writeString(folder.resolve("ca.pem"), AUTHORITY.pem());
        return run(
                site,
                System.getenv("PATH"),
                "--connect-to",
                "wiki.example.com:443:127.0.0.1:" + port,
                "--cacert",
                authority.toString());
    }

    private Ran runAgainst(String site, UnaryOperator<String> answers) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":")).anyMatch(on -> Files.isExecutable(Path.of(on, "curl"))),
                "curl is installed");
        try (LoopbackServer server = LoopbackServer.http(OWN.tls(), answers)) {
            return runAt(server.port(), site);
        }
    }

    @Test
    void a_node_that_reaches_both_is_well() throws Exception {
        Ran ran = runAgainst(
                "confluence: {context_path: /wiki}",
                head -> head.startsWith("GET /wiki/status ") ? RUNNING : LoopbackServer.answer("200 OK", "OK"));
        assertEquals("""
                passed  https://wiki.example.com/wiki/status says RUNNING
                passed  https://wiki.example.com/synchrony/heartbeat says OK
                """, ran.out());
        assertEquals(0, ran.exitCode());
    }

    @Test
    void a_missing_rule_shows_and_the_node_itself_is_asked_for_comparison() throws Exception {
        try (LoopbackServer synchrony = LoopbackServer.http(head -> LoopbackServer.answer("200 OK", "OK"))) {
            Ran ran = runAgainst(
                    "synchrony: {port: " + synchrony.port() + "}",
                    head -> head.startsWith("GET /status ")
                            ? RUNNING
                            : LoopbackServer.answer("404 Not Found", "<html>"));
            assertEquals("""
                    passed  https://wiki.example.com/status says RUNNING
                    FAILED  https://wiki.example.com/synchrony/heartbeat
                            > it gives HTTP 404, and not exactly OK: look at the rule for /synchrony
                            > Synchrony runs on this node, so it is the way through the load balancer that fails.
                    """, ran.out());
            assertEquals(1, ran.exitCode());
        }
    }

    @Test
    void a_load_balancer_out_of_reach_shows_and_so_does_a_certificate_that_is_not_trusted() throws Exception {
        Ran closed = runAt(LoopbackServer.closedPort(), "synchrony: {mode: proxy}");
        assertEquals("""
                FAILED  https://wiki.example.com/status
                        > nobody listens there, or a firewall refuses it
                """, closed.out());
        TestCertificate strange = TestCertificate.authority().forHosts("wiki.example.com");
        try (LoopbackServer server = LoopbackServer.http(strange.tls(), head -> RUNNING)) {
            Ran ran = runAt(server.port(), "synchrony: {mode: proxy}");
            assertTrue(ran.out().contains("> TLS fails: this node doesn't trust the certificate"), ran::out);
            assertEquals(1, ran.exitCode(), ran::out);
        }
    }

    @Test
    void without_curl_it_says_so() throws Exception {
        Ran ran = run("", folder.toString());
        assertEquals("curl is missing; install it, then run this again\n", ran.out());
        assertEquals(3, ran.exitCode());
    }

    @Test
    void a_cluster_of_synchrony_elsewhere_is_not_looked_for_on_the_node() {
        String script = NodeScript.of(new Deployment(
                SiteText.read("synchrony: {mode: standalone, nodes: {instances: [i-0a1b2c3d4e5f60732]}}")));
        assertFalse(script.contains("localhost"), script);
        assertTrue(script.contains("https://wiki.example.com/synchrony/heartbeat"), script);
        assertFalse(script.replace("\"$@\"", "").contains("@"), script);
    }
}
