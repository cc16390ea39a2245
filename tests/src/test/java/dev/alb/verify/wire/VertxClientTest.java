package dev.alb.verify.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.verify.LoopbackServer;
import dev.alb.verify.LoopbackServer.Behavior;
import dev.alb.verify.TestCertificate;
import dev.alb.verify.Upgrade;
import dev.alb.verify.probes.Answer;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Unreachable;
import dev.alb.verify.probes.Unreachable.Kind;
import dev.alb.verify.probes.WebSockets;
import dev.alb.verify.probes.WebSockets.Conversation;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests and WebSockets, to servers that answer, hang, lie or close early. */
class VertxClientTest {
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final TestCertificate AUTHORITY = TestCertificate.authority();
    private static final TestCertificate OWN = AUTHORITY.forHosts("wiki.example.com");
    private static final VertxSockets SOCKETS =
            new VertxSockets(Optional.empty(), new SystemNames(), Duration.ofSeconds(20));
    private static final VertxSockets HASTY_SOCKETS = new VertxSockets(Optional.empty(), new SystemNames(), SHORT);
    private static VertxClient client;
    private static VertxClient hasty;

    @BeforeAll
    static void start() {
        client = VertxClient.start(Optional.empty(), new SystemNames(), Duration.ofSeconds(20));
        hasty = VertxClient.start(Optional.empty(), new SystemNames(), SHORT);
        warmUp();
    }

    /** The first request takes its time, which would be too long for the hasty one. */
    private static void warmUp() {
        try (LoopbackServer server = LoopbackServer.http(head -> LoopbackServer.answer("200 OK", ""))) {
            client.get(server.at("http", "wiki.example.com"), "/");
            hasty.get(server.at("http", "wiki.example.com"), "/");
        } catch (Unreachable e) {
            assertEquals(Kind.TIMED_OUT, e.kind(), e::getMessage);
        }
    }

    @AfterAll
    static void stop() {
        client.close();
        hasty.close();
    }

    private static void assertFails(VertxClient with, Behavior behavior, Kind kind, String message) {
        try (LoopbackServer server = LoopbackServer.of(behavior)) {
            assertFails(with, server.at("http", "wiki.example.com"), kind, message);
        }
    }

    private static void assertFails(VertxClient with, Entrance entrance, Kind kind, String message) {
        Unreachable unreachable = assertThrows(Unreachable.class, () -> with.get(entrance, "/status"));
        assertTrue(unreachable.getMessage().contains(message), unreachable::getMessage);
        assertEquals(kind, unreachable.kind(), unreachable::getMessage);
    }

    private static Behavior sending(String bytes) {
        return LoopbackServer.answering(head -> bytes);
    }

    @Test
    void another_place_gets_the_host_of_the_domain_and_its_answer_comes_back_whole() throws Exception {
        String answer = LoopbackServer.answer("302 Found\nSet-Cookie: a=1\nset-cookie: b=2\nLocation: /x", "caf\u00e9");
        try (LoopbackServer server = LoopbackServer.http(head -> answer)) {
            Answer got = client.get(server.at("http", "wiki.example.com"), "/status?a=%2F", Map.of("Cookie", "c=3"));
            assertEquals(302, got.status());
            assertEquals("caf\u00e9", got.body());
            assertEquals(Optional.of("/x"), got.redirect());
            assertEquals(List.of("a=1", "b=2"), got.all("set-cookie"));
            String head = server.requests().get(0);
            assertTrue(head.startsWith("GET /status?a=%2F HTTP/1.1\r\n"), head);
            assertTrue(head.toLowerCase(Locale.ROOT).contains("\r\nhost: wiki.example.com\r\n"), head);
            assertTrue(head.toLowerCase(Locale.ROOT).contains("\r\ncookie: c=3\r\n"), head);
        }
    }

    @Test
    void any_certificate_is_taken_as_another_check_looks_at_it() throws Exception {
        TestCertificate other = AUTHORITY.forHosts("other.example.com");
        try (LoopbackServer server = LoopbackServer.http(other.tls(), head -> LoopbackServer.answer("200 OK", "OK"))) {
            assertEquals(
                    "OK",
                    client.get(server.at("https", "wiki.example.com"), "/").body());
        }
    }

    @Test
    void a_server_that_hangs_is_told_from_one_that_is_not_there() {
        assertFails(
                hasty,
                LoopbackServer.hanging(),
                Kind.NO_ANSWER,
                "takes the connection and gives no whole answer in 700 ms");
        assertFails(
                hasty,
                (input, output, server) -> {
                    LoopbackServer.head(input);
                    output.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nha".getBytes(StandardCharsets.UTF_8));
                    output.flush();
                    LoopbackServer.hanging().on(input, output, server);
                },
                Kind.NO_ANSWER,
                "gives no whole answer");
        Entrance closed = Entrance.of("http", "wiki.example.com", 80).at("127.0.0.1", LoopbackServer.closedPort());
        assertFails(client, closed, Kind.REFUSED, "Nobody listens at 127.0.0.1:");
    }

    @Test
    void a_server_that_closes_early_is_told() {
        assertFails(client, sending(""), Kind.CLOSED, "closes the connection before the whole answer is there");
        assertFails(client, sending("HTTP/1.1 200 OK\r\nContent-Le"), Kind.CLOSED, "closes the connection");
        assertFails(
                client,
                sending("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf"),
                Kind.CLOSED,
                "closes the connection");
    }

    @Test
    void a_server_that_speaks_something_else_is_told() {
        assertFails(client, sending("SSH-2.0-OpenSSH_9.6\r\n"), Kind.NOT_UNDERSTOOD, "breaks the protocol");
        String endless = "x".repeat(3 * 1024 * 1024);
        assertFails(client, sending(LoopbackServer.answer("200 OK", endless)), Kind.NOT_UNDERSTOOD, "far more than");
    }

    @Test
    void a_server_without_tls_or_with_another_one_is_told() {
        try (LoopbackServer server = LoopbackServer.of((input, output, self) -> {
            input.read();
            output.write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        })) {
            assertFails(client, server.at("https", "wiki.example.com"), Kind.TLS, "TLS");
        }
        try (LoopbackServer server = LoopbackServer.of((input, output, self) -> input.read())) {
            assertFails(client, server.at("https", "wiki.example.com"), Kind.TLS, "in the handshake of TLS");
        }
    }

    @Test
    void a_host_that_nobody_knows_is_told() {
        VertxClient lost = VertxClient.start(
                Optional.empty(),
                host -> {
                    throw new UnknownHostException(host);
                },
                SHORT);
        assertFails(
                lost,
                Entrance.of("https", "wiki.example.com", 443),
                Kind.UNKNOWN_HOST,
                "No name server knows wiki.example.com.");
        lost.close();
    }

    @Test
    void a_listener_that_asks_for_a_certificate_gets_it(@TempDir Path folder) throws Exception {
        TestCertificate mine = AUTHORITY.forHosts("me.example.com");
        Path certificate = Files.writeString(folder.resolve("me.pem"), mine.pem());
        Path key = Files.writeString(folder.resolve("me.key"), mine.keyPem());
        VertxClient known = VertxClient.start(
                Optional.of(new ClientCertificate(certificate, key)), new SystemNames(), Duration.ofSeconds(20));
        Behavior answers = LoopbackServer.answering(head -> LoopbackServer.answer("200 OK", "come in"));
        try (LoopbackServer server = LoopbackServer.ofClientsWithCertificates(OWN.tls(AUTHORITY), answers)) {
            Entrance entrance = server.at("https", "wiki.example.com");
            assertEquals("come in", known.get(entrance, "/").body());
            Unreachable unreachable = assertThrows(Unreachable.class, () -> client.get(entrance, "/"));
            assertTrue(unreachable.kind() == Kind.TLS || unreachable.kind() == Kind.CLOSED, unreachable::getMessage);
        } finally {
            known.close();
        }
    }

    private static Conversation talk(VertxSockets with, Behavior behavior, Duration quiet) throws Exception {
        try (LoopbackServer server = LoopbackServer.of(behavior)) {
            return with.open(server.at("http", "wiki.example.com"), "/synchrony/v1/bayeux-sync1", quiet);
        }
    }

    @Test
    void a_web_socket_that_answers_to_a_ping_has_survived() throws Exception {
        Behavior answering = Upgrade.of((input, output, server) -> Upgrade.pong(input, output));
        assertTrue(talk(SOCKETS, answering, Duration.ZERO).survived());
        Conversation quiet = talk(SOCKETS, answering, Duration.ofMillis(300));
        assertTrue(quiet.survived(), quiet::toString);
        assertTrue(quiet.lasted().toMillis() >= 300, quiet::toString);
    }

    @Test
    void it_asks_for_the_domain_wherever_it_connects_to_and_over_tls_too() throws Exception {
        StringBuilder asked = new StringBuilder();
        Behavior answering = (input, output, server) -> {
            asked.append(LoopbackServer.head(input));
            output.write(LoopbackServer.answer("403 Forbidden", "").getBytes(StandardCharsets.UTF_8));
        };
        try (LoopbackServer server = LoopbackServer.of(OWN.tls(), answering)) {
            Entrance entrance = server.at("https", "wiki.example.com");
            assertThrows(WebSockets.Refused.class, () -> SOCKETS.open(entrance, "/synchrony/v1/a?b", Duration.ZERO));
        }
        String head = asked.toString();
        assertTrue(head.startsWith("GET /synchrony/v1/a?b HTTP/1.1\r\n"), head);
        assertEquals(
                List.of("host: wiki.example.com"),
                head.lines()
                        .map(line -> line.toLowerCase(Locale.ROOT))
                        .filter(line -> line.startsWith("host:"))
                        .toList(),
                head);
    }

    @Test
    void one_that_is_closed_meanwhile_tells_its_code() throws Exception {
        Behavior closing = Upgrade.of((input, output, server) -> {
            output.write(new byte[] {(byte) 0x88, 2, 0x03, (byte) 0xe9});
            output.flush();
        });
        Conversation conversation = talk(SOCKETS, closing, Duration.ofSeconds(20));
        assertFalse(conversation.survived());
        assertEquals(Optional.of(1001), conversation.closeCode(), conversation::toString);
        Conversation cut = talk(SOCKETS, Upgrade.of((input, output, server) -> {}), Duration.ofSeconds(20));
        assertFalse(cut.survived());
        assertEquals(Optional.empty(), cut.closeCode(), cut::toString);
    }

    @Test
    void one_that_is_open_and_deaf_is_told() {
        Unreachable unreachable = assertThrows(
                Unreachable.class, () -> talk(HASTY_SOCKETS, Upgrade.of(LoopbackServer.hanging()), Duration.ZERO));
        assertEquals(Kind.NO_ANSWER, unreachable.kind(), unreachable::getMessage);
    }

    @Test
    void a_wrong_accept_is_no_web_socket() {
        Unreachable unreachable = assertThrows(
                Unreachable.class, () -> talk(SOCKETS, sending(Upgrade.switching("bm90IHRoZSBrZXk=")), Duration.ZERO));
        assertEquals(Kind.NOT_UNDERSTOOD, unreachable.kind(), unreachable::getMessage);
    }

    @Test
    void a_refusal_comes_with_its_answer() {
        WebSockets.Refused refused = assertThrows(
                WebSockets.Refused.class,
                () -> talk(
                        SOCKETS,
                        sending(LoopbackServer.answer("404 Not Found\nServer: awselb/2.0", "no")),
                        Duration.ZERO));
        assertEquals(404, refused.answer().status());
        assertTrue(refused.answer().isFromLoadBalancer());
    }
}
