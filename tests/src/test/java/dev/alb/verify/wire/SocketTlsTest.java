package dev.alb.verify.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.verify.LoopbackServer;
import dev.alb.verify.LoopbackServer.Behavior;
import dev.alb.verify.TestCertificate;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.TlsVersion;
import dev.alb.verify.probes.Unreachable;
import dev.alb.verify.probes.Unreachable.Kind;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Versions of TLS and certificates, at real servers and at some that only play one. */
class SocketTlsTest {
    private static final TestCertificate AUTHORITY = TestCertificate.authority();
    private static final TestCertificate OWN = AUTHORITY.forHosts("wiki.example.com");
    private static final SocketTls TLS = new SocketTls(new SystemNames(), Duration.ofSeconds(20));
    private static final SocketTls HASTY = new SocketTls(new SystemNames(), Duration.ofMillis(300));
    private static final Behavior READING = (input, output, server) -> input.read();

    private static List<TlsVersion> taken(Behavior behavior) throws Unreachable {
        try (LoopbackServer server = LoopbackServer.of(behavior)) {
            return taken(server.at("https", "wiki.example.com"));
        }
    }

    private static List<TlsVersion> taken(Entrance entrance) throws Unreachable {
        List<TlsVersion> taken = new ArrayList<>();
        for (TlsVersion version : TlsVersion.values()) {
            if (TLS.takes(entrance, version)) {
                taken.add(version);
            }
        }
        return taken;
    }

    @Test
    void java_as_a_server_takes_what_is_not_broken() throws Exception {
        try (LoopbackServer server = LoopbackServer.of(OWN.tls(), READING)) {
            assertEquals(
                    List.of(TlsVersion.TLS_1_2, TlsVersion.TLS_1_3), taken(server.at("https", "wiki.example.com")));
        }
    }

    /** A record of a server that takes a version of before 1.3. */
    private static byte[] hello(int version) {
        byte[] hello = new byte[5 + 4 + 38];
        hello[0] = 0x16;
        hello[1] = 3;
        hello[2] = 1;
        hello[4] = 42;
        hello[5] = 2;
        hello[8] = 38;
        hello[9] = (byte) (version >> 8);
        hello[10] = (byte) version;
        return hello;
    }

    private static Behavior sending(byte[] bytes) {
        return (input, output, server) -> {
            input.read();
            output.write(bytes);
            output.flush();
            input.skip(1_000);
        };
    }

    @Test
    void a_server_that_takes_an_old_version_is_noticed() throws Exception {
        assertEquals(List.of(TlsVersion.TLS_1_0), taken(sending(hello(0x0301))));
        assertEquals(List.of(TlsVersion.TLS_1_1), taken(sending(hello(0x0302))));
    }

    @Test
    void an_alert_and_a_close_are_refusals() throws Exception {
        assertEquals(List.of(), taken(sending(new byte[] {0x15, 3, 1, 0, 2, 2, 70})));
        assertEquals(List.of(), taken(READING));
    }

    @Test
    void what_is_no_tls_is_told() {
        for (byte[] bytes : List.of(
                "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                new byte[] {0x16, 3, 1, 0, 4, 2, 0, 0, 0},
                new byte[] {0x16, 9, 9, 0, 0})) {
            Unreachable unreachable = assertThrows(Unreachable.class, () -> taken(sending(bytes)));
            assertEquals(Kind.NOT_UNDERSTOOD, unreachable.kind(), unreachable::getMessage);
        }
    }

    @Test
    void a_server_that_hangs_or_is_not_there_is_told() {
        try (LoopbackServer server = LoopbackServer.of(LoopbackServer.hanging())) {
            Entrance entrance = server.at("https", "wiki.example.com");
            assertKind(
                    Kind.NO_ANSWER, assertThrows(Unreachable.class, () -> HASTY.takes(entrance, TlsVersion.TLS_1_2)));
            assertKind(Kind.NO_ANSWER, assertThrows(Unreachable.class, () -> HASTY.certificates(entrance)));
        }
        Entrance closed = Entrance.of("https", "wiki.example.com", 443).at("127.0.0.1", LoopbackServer.closedPort());
        assertKind(Kind.REFUSED, assertThrows(Unreachable.class, () -> TLS.takes(closed, TlsVersion.TLS_1_2)));
        assertKind(Kind.REFUSED, assertThrows(Unreachable.class, () -> TLS.certificates(closed)));
    }

    private static void assertKind(Kind kind, Unreachable unreachable) {
        assertEquals(kind, unreachable.kind(), unreachable::getMessage);
    }

    @Test
    void the_certificate_is_seen_even_where_the_client_is_turned_away() throws Exception {
        try (LoopbackServer open = LoopbackServer.of(OWN.tls(), READING);
                LoopbackServer closed = LoopbackServer.ofClientsWithCertificates(OWN.tls(), READING)) {
            for (LoopbackServer server : List.of(open, closed)) {
                List<X509Certificate> shown = TLS.certificates(server.at("https", "wiki.example.com"));
                assertEquals(List.of(OWN.certificate()), shown);
            }
        }
    }

    @Test
    void a_server_without_tls_has_none() {
        try (LoopbackServer server =
                LoopbackServer.of(sending("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))) {
            Unreachable unreachable =
                    assertThrows(Unreachable.class, () -> TLS.certificates(server.at("https", "wiki.example.com")));
            assertTrue(unreachable.getMessage().contains("TLS"), unreachable::getMessage);
        }
    }
}
