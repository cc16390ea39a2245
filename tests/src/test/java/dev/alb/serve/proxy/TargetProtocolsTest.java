package dev.alb.serve.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.serve.tls.ListenerKeys;
import dev.alb.serve.tls.LocalAuthority;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Targets that speak TLS, HTTP/2 or gRPC. */
class TargetProtocolsTest {
    private static Vertx vertx;
    private static HttpClient client;
    private static Served served;

    @BeforeAll
    static void serve() {
        vertx = Vertx.vertx();
        client = vertx.createHttpClient(new HttpClientOptions()
                .setSsl(true)
                .setUseAlpn(true)
                .setProtocolVersion(HttpVersion.HTTP_2)
                .setTrustAll(true)
                .setVerifyHost(false));
        served = Served.with(Stack.plain(), Map.of());
    }

    @AfterAll
    static void stop() {
        served.close();
        vertx.close().await();
    }

    /** Answers with the version of HTTP, the host, the body that it got, and a trailer. */
    private static void answer(HttpServerRequest request) {
        request.body()
                .onSuccess(body -> request.response()
                        .setChunked(true)
                        .putTrailer("grpc-status", "0")
                        .end(request.version() + " " + request.authority() + " " + body));
    }

    private static void deploy(String group, HttpServerOptions options) {
        int port = vertx.createHttpServer(options.setHost("127.0.0.1").setPort(0))
                .requestHandler(TargetProtocolsTest::answer)
                .listen()
                .await()
                .actualPort();
        served.update(Stack.plain().withGroup(group), Map.of("i-app", port));
    }

    private static String post(String type, String body) {
        return client.request(HttpMethod.POST, served.https(), "localhost", "/a.B/c")
                .compose(request -> request.putHeader("Content-Type", type).send(body))
                .compose(answer ->
                        answer.body().map(text -> text + " " + answer.trailers().get("grpc-status")))
                .await();
    }

    @Test
    void a_target_of_HTTPS_may_have_any_certificate() {
        LocalAuthority authority = LocalAuthority.create(Instant.now());
        ListenerKeys keys = new ListenerKeys(List.of(authority.issue("a", List.of("else.example.com"), Instant.now())));
        deploy("'protocol': 'HTTPS'", new HttpServerOptions().setSsl(true).setKeyCertOptions(new GateKeys(keys)));
        assertEquals("HTTP_1_1 wiki.example.com ", served.get("/").body());
    }

    @Test
    void a_target_of_plain_HTTP_that_should_speak_TLS_makes_502() {
        deploy("'protocol': 'HTTPS'", new HttpServerOptions());
        assertEquals(502, served.get("/").status());
    }

    @Test
    void a_target_of_HTTP_2_is_asked_by_it_and_for_the_host_of_the_client() {
        deploy("'protocol_version': 'HTTP2'", new HttpServerOptions());
        String answer = post("text/plain", "hello");
        assertTrue(answer.startsWith("HTTP_2 localhost:" + served.https() + " hello"), answer);
    }

    @Test
    void a_call_of_gRPC_passes_with_its_trailers() {
        deploy("'protocol_version': 'GRPC'", new HttpServerOptions());
        String answer = post("application/grpc", "hello");
        assertTrue(answer.startsWith("HTTP_2 ") && answer.endsWith(" hello 0"), answer);
    }

    @Test
    void a_client_that_speaks_another_version_gets_464() {
        deploy("'protocol_version': 'HTTP2'", new HttpServerOptions());
        assertEquals(464, served.get("/").status());
        deploy("'protocol_version': 'HTTP1'", new HttpServerOptions());
        assertTrue(served.ask(
                                "POST / HTTP/1.1",
                                "Host: a.example.com",
                                "Content-Type: application/grpc",
                                "Content-Length: 0")
                        .status()
                == 464);
    }
}
