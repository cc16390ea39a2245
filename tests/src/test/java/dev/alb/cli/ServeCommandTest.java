package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code sandbox serve} says, and how it ends. */
class ServeCommandTest {
    private static final Path SITE = Path.of("src/test/resources/golden/wiki.tf.json");
    private static final String NODES = "i-0a1b2c3d4e5f60731:8090 (aws_lb_target_group.confluence), "
            + "i-0a1b2c3d4e5f60731:8091 (aws_lb_target_group.synchrony), "
            + "i-0a1b2c3d4e5f60732:8090 (aws_lb_target_group.confluence), "
            + "i-0a1b2c3d4e5f60732:8091 (aws_lb_target_group.synchrony)";

    @TempDir
    private Path folder;

    @Test
    void nothing_is_deployed() {
        serve("--sandbox-folder", folder.toString())
                .is(
                        2,
                        "alb: no load balancer is deployed in " + folder
                                + "; deploy a site first (alb deploy --sandbox --sandbox-folder " + folder
                                + "), or name a site file with -c");
    }

    @Test
    void nothing_is_deployed_and_there_is_a_site_file() throws Exception {
        Files.copy(Path.of("../confluence.yaml"), folder.resolve("confluence.yaml"));
        Program.in(folder)
                .run("sandbox", "serve")
                .refusesWith(
                        2,
                        "alb: no load balancer is deployed in .alb/sandbox; deploy confluence.yaml first: "
                                + "alb deploy --sandbox");
    }

    @Test
    void one_of_several_stacks_has_to_be_chosen_where_their_ports_clash() throws Exception {
        for (String stack : List.of("docs", "wiki")) {
            Path state = Files.createDirectories(folder.resolve("stacks/" + stack));
            Files.copy(SITE, state.resolve("terraform.tfstate"));
        }
        serve("--sandbox-folder", folder.toString()).is(2, """
                        alb: port 80 of wiki and port 80 of docs would both be at 8080 on this machine; choose one with \
                        --stack, or another port: --port wiki:80=PORT
                        alb: port 443 of wiki and port 443 of docs would both be at 8443 on this machine; choose one with \
                        --stack, or another port: --port wiki:443=PORT
                        """);
        serve("--sandbox-folder", folder.toString(), "--stack", "wikis")
                .is(2, "alb: --stack must be one that is deployed in " + folder + ": docs, wiki; got wikis");
    }

    @Test
    void targets_that_nobody_knows() {
        in("--target", "i-1=localhost:8090", "--target", "aws_lb_target_group.x=localhost")
                .is(
                        2,
                        "alb: --target names i-1, which is none of: " + NODES
                                + "\nalb: --target names aws_lb_target_group.x, which is none of: " + NODES);
    }

    @Test
    void a_target_whose_two_ports_would_be_one() {
        in("--target", "i-0a1b2c3d4e5f60731=localhost:18090")
                .is(
                        2,
                        "alb: --target i-0a1b2c3d4e5f60731 has the ports 8090 and 8091, which can't both be at 18090; write "
                                + "i-0a1b2c3d4e5f60731:8090=localhost:18090, or leave the port on the right out");
    }

    @Test
    void values_that_are_in_no_form() {
        in("--target", "i-1").is(2, """
                alb: --target must be like i-0a1b2c3d4e5f60731:8090=localhost:18090, with a target, a target and its port, or \
                a target group on the left, got "i-1"
                """);
        in("--port", "443").is(2, """
                alb: --port must be like 9443=19443, or wiki:443=9443 for one of several stacks, got "443"
                """);
        in("--port", "9443=19443", "--http-port", "70000").is(2, """
                alb: --http-port must be a port from 0 to 65535
                alb: --port 9443=19443: nothing listens there; the listeners are HTTP 80 of wiki, HTTPS 443 of wiki
                """);
        in("--stack", "wiki").is(2, "alb: -c, --in and --stack each say what to serve; give one of them");
        in("--load-balancer", "x").is(2, "alb: --load-balancer must be one of wiki: aws_lb.alb; got x");
        in("--access-log", folder.resolve("no/log").toString())
                .is(
                        2,
                        "alb: --access-log " + folder.resolve("no/log")
                                + " cannot be written: its folder does not exist");
    }

    @Test
    void a_port_that_is_taken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Told told = in(
                    "--sandbox-folder",
                    folder.toString(),
                    "--http-port",
                    "0",
                    "--https-port",
                    String.valueOf(taken.getLocalPort()));
            assertEquals(2, told.exitCode(), told.err());
            assertTrue(told.err().startsWith("alb: port " + taken.getLocalPort() + " of this machine"), told.err());
            assertEquals(1, told.err().lines().count(), told.err());
            assertFalse(Files.exists(folder.resolve("serve/wiki.json")), "nobody is told of what isn't served");
        }
    }

    @Test
    void says_where_it_is_and_ends_well_at_ctrl_c() throws Exception {
        Program.Running run = Program.in(folder)
                .start(
                        "sandbox",
                        "serve",
                        "--in",
                        SITE.toAbsolutePath().toString(),
                        "--demo",
                        "--http-port",
                        "0",
                        "--https-port",
                        "0");
        Path file = folder.resolve(".alb/sandbox/serve/wiki.json");
        await(file, run);
        awaitText(run.out(), "Ctrl-C ends it.");
        String pid = String.valueOf(run.process().pid());
        assertTrue(Files.readString(file).contains("\"pid\" : " + pid + ","), Files.readString(file));
        assertEquals(0, new ProcessBuilder("kill", "-INT", pid).start().waitFor());
        Program.Ended ended = run.end().with(0);
        assertFalse(Files.exists(file), "nobody is told any more where it is");
        for (String line : List.of(
                "wiki \\(aws_lb.alb\\)",
                "  http://localhost:\\d+/ +HTTP 80, aws_lb_listener.http",
                "  https://localhost:\\d+/ +HTTPS 443, aws_lb_listener.https",
                "  https://wiki.example.com:\\d+/ +with \"127.0.0.1 wiki.example.com\" in /etc/hosts",
                "  aws_lb_target_group.synchrony i-0a1b2c3d4e5f60732:8091 is at 127.0.0.1:\\d+",
                "  curl --cacert .alb/sandbox/serve/ca.pem https://localhost:\\d+/",
                "Ctrl-C ends it.")) {
            assertTrue(ended.out().lines().anyMatch(said -> said.matches(line)), line + "\n" + ended.out());
        }
        assertTrue(ended.err().endsWith("Ctrl-C again doesn't wait for them\n"), ended.err());
        assertFalse(ended.err().contains("SLF4J") || ended.err().contains("SEVERE"), ended.err());
    }

    private static Told serve(String... arguments) {
        List<String> all = new ArrayList<>(List.of("sandbox", "serve"));
        all.addAll(List.of(arguments));
        return Told.by(all.toArray(String[]::new));
    }

    private static Told in(String... arguments) {
        List<String> all = new ArrayList<>(List.of("--in", SITE.toString()));
        all.addAll(List.of(arguments));
        return serve(all.toArray(String[]::new));
    }

    private static void await(Path file, Program.Running run) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.exists(file) && run.process().isAlive() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertTrue(Files.exists(file), () -> text(run.out()) + text(run.err()));
    }

    private static void awaitText(Path file, String part) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!text(file).contains(part) && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
