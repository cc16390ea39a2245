package dev.alb.serve.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.serve.Exchange;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HTTPS: certificates that a client accepts, HTTP/2, WebSockets, and the versions of TLS that a policy has. */
class SecureListenerTest {
    private static final Stack STACK =
            Stack.plain().withLoadBalancer("'enable_tls_version_and_cipher_suite_headers': true");

    private static ScriptedTarget target;
    private static Served served;
    private static SSLContext trust;
    private static HttpClient client;

    @BeforeAll
    static void serve() throws Exception {
        target = ScriptedTarget.echo();
        served = Served.with(STACK, target.port());
        trust = trusting(served.loadBalancer().certificateAuthority());
        client = HttpClient.newBuilder().sslContext(trust).build();
    }

    @AfterAll
    static void stop() {
        served.close();
        target.close();
    }

    @BeforeEach
    void forget() {
        served.forget();
    }

    private static SSLContext trusting(String pem) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        store.setCertificateEntry(
                "authority",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(served.loadBalancer().url(443) + path));
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_client_that_trusts_the_authority_gets_through_by_HTTP_2() throws Exception {
        HttpResponse<String> answer =
                send(request("/a?b=c").header("Cookie", "a=b").build());
        assertEquals(HttpClient.Version.HTTP_2, answer.version());
        assertEquals(200, answer.statusCode());
        List<String> got = answer.body().lines().toList();
        assertEquals("GET /a?b=c HTTP/1.1", got.get(0));
        assertTrue(got.contains("X-Forwarded-Proto: https"), got::toString);
        assertTrue(got.contains("X-Forwarded-Port: 443"), got::toString);
        assertTrue(
                got.contains("X-Amzn-Tls-Version: TLSv1.2") || got.contains("X-Amzn-Tls-Version: TLSv1.3"),
                got::toString);
        assertTrue(got.contains("Host: localhost:" + served.https()), got::toString);
        assertTrue(got.stream().noneMatch(line -> line.startsWith("transfer-encoding")), got::toString);
        Exchange exchange = served.exchange();
        assertEquals("h2", exchange.type());
        assertEquals("HTTP/2.0", exchange.asked().version());
        assertNotNull(exchange.encryption());
        assertEquals("aws_acm_certificate.main", exchange.encryption().certificate());
    }

    @Test
    void bodies_pass_by_HTTP_2_with_and_without_a_length() throws Exception {
        HttpResponse<String> sized = send(
                request("/").POST(HttpRequest.BodyPublishers.ofString("hello")).build());
        assertTrue(sized.body().endsWith("\n\nhello"), sized::body);
        HttpResponse<String> open = send(request("/")
                .POST(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString("hello again")))
                .build());
        assertTrue(open.body().endsWith("\n\nhello again"), open::body);
        HttpResponse<String> head = send(
                request("/").method("HEAD", HttpRequest.BodyPublishers.noBody()).build());
        assertEquals(200, head.statusCode());
    }

    @Test
    void many_requests_at_once_share_a_connection() {
        List<CompletableFuture<Integer>> answers = java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> client.sendAsync(request("/" + i).build(), HttpResponse.BodyHandlers.ofString())
                        .thenApply(HttpResponse::statusCode))
                .toList();
        answers.forEach(answer -> assertEquals(200, answer.join()));
    }

    @Test
    void without_HTTP_2_clients_get_HTTP_1() throws Exception {
        served.update(STACK.withLoadBalancer("'enable_http2': false"), Map.of("i-app", target.port()));
        try {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .sslContext(trust)
                    .build()
                    .send(request("/").build(), HttpResponse.BodyHandlers.ofString());
            assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
            assertEquals("https", served.exchange(200).type());
        } finally {
            served.update(STACK, Map.of("i-app", target.port()));
        }
    }

    private static X509Certificate certificate(String host) throws Exception {
        // A context of its own, as a session that is resumed keeps the certificate that it began with.
        SSLContext context = trusting(served.loadBalancer().certificateAuthority());
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), served.https())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(host.isEmpty() ? List.of() : List.of(new SNIHostName(host)));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    @Test
    void the_certificate_is_the_one_for_the_host_or_else_the_default_one() throws Exception {
        served.update(
                STACK.withResource("'aws_acm_certificate': {'more': {'domain_name': '*.example.net'}},"
                        + "'aws_lb_listener_certificate': {'more': {'listener_arn': '${aws_lb_listener.https.arn}',"
                        + "'certificate_arn': '${aws_acm_certificate.more.arn}'}}"),
                Map.of("i-app", target.port()));
        assertTrue(certificate("docs.example.net")
                .getSubjectAlternativeNames()
                .toString()
                .contains("*.example.net"));
        for (String host : List.of("wiki.example.com", "other.example.org", "")) {
            String names = certificate(host).getSubjectAlternativeNames().toString();
            assertTrue(names.contains("wiki.example.com"), () -> host + " gets " + names);
            assertTrue(names.contains("localhost") && names.contains("127.0.0.1"), names);
        }
    }

    @Test
    void a_version_of_TLS_that_the_policy_has_not_is_refused() throws Exception {
        served.update(
                STACK.withListener("'ssl_policy': 'ELBSecurityPolicy-TLS13-1-3-2021-06'"),
                Map.of("i-app", target.port()));
        try (SSLSocket socket =
                (SSLSocket) trust.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), served.https())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            assertThrows(SSLHandshakeException.class, socket::startHandshake);
        } finally {
            served.update(STACK, Map.of("i-app", target.port()));
        }
    }

    @Test
    void plain_HTTP_on_the_port_of_HTTPS_gets_no_answer_of_a_target() {
        try (Wire wire = Wire.to(served.https())) {
            int connections = target.connections();
            wire.say("GET / HTTP/1.1", "Host: wiki.example.com", "");
            assertTrue(wire.head().status() != 200);
            assertEquals(connections, target.connections());
        }
    }

    @Test
    void a_WebSocket_passes_through_TLS() throws Exception {
        try (ScriptedTarget echo = new ScriptedTarget((wire, connection) -> {
            wire.head();
            wire.say(
                    "HTTP/1.1 101 Switching Protocols",
                    "Upgrade: websocket",
                    "Connection: Upgrade",
                    "Sec-WebSocket-Accept: nonsense",
                    "");
            wire.drain();
        })) {
            served.update(STACK, Map.of("i-app", echo.port()));
            try (SSLSocket socket = (SSLSocket)
                    trust.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), served.https())) {
                Wire wire = new Wire(socket);
                wire.say("GET / HTTP/1.1", "Host: wiki.example.com", "Connection: Upgrade", "Upgrade: websocket", "");
                assertEquals(101, wire.head().status());
            }
            assertEquals("wss", served.exchange(101).type());
        } finally {
            served.update(STACK, Map.of("i-app", target.port()));
        }
    }
}
