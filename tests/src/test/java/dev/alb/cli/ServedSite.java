package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The command {@code sandbox serve} as it runs in this JVM, and a client that trusts its authority and nobody else. */
final class ServedSite {
    private static final long LONGEST_SECONDS = 60;

    private final Path folder;
    private final PrintStream outBefore = System.out;
    private final PrintStream errBefore = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private final Thread thread;
    private final JsonNode where;
    private final HttpClient client;

    private ServedSite(Path folder, String stack, List<String> arguments) throws Exception {
        this.folder = folder;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        thread = new Thread(() -> exitCode.complete(Main.run(arguments.toArray(String[]::new))), "served-site");
        thread.start();
        Path file = folder.resolve("serve/" + stack + ".json");
        await(() -> Files.exists(file) || exitCode.isDone());
        assertTrue(Files.exists(file), this::said);
        where = new ObjectMapper().readTree(file.toFile());
        client = client(Path.of(where.path("certificate_authority").asText()));
    }

    /** Serves a stack of a sandbox on ports that are free, with the demo behind it. */
    static ServedSite start(Path sandboxFolder, String stack, String... more) throws Exception {
        List<String> arguments =
                new ArrayList<>(List.of("sandbox", "serve", "--sandbox-folder", sandboxFolder.toString()));
        arguments.addAll(List.of("--demo", "--http-port", "0", "--https-port", "0"));
        arguments.addAll(List.of(more));
        return new ServedSite(sandboxFolder, stack, arguments);
    }

    private static HttpClient client(Path authority) throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "authority",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(authority))));
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    /** What the file says that other programs read. */
    JsonNode where() {
        return where;
    }

    HttpClient client() {
        return client;
    }

    /** Where a listener is. */
    URI url(int port, String path) {
        for (JsonNode listener : where.path("listeners")) {
            if (listener.path("port").asInt() == port) {
                String scheme = listener.path("protocol").asText().toLowerCase(java.util.Locale.ROOT);
                return URI.create(
                        scheme + "://localhost:" + listener.path("local_port").asInt() + path);
            }
        }
        throw new AssertionError("nothing listens on " + port + ": " + where);
    }

    /** Asks the HTTPS listener. */
    HttpResponse<String> get(String path, String... headers) throws Exception {
        return get(url(443, path), headers);
    }

    HttpResponse<String> get(URI url, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Takes a node of the demo down or up. */
    void control(String path) throws Exception {
        String page = out().lines()
                .filter(line -> line.contains("takes nodes down and up"))
                .map(line -> line.strip().split(" ")[0])
                .findFirst()
                .orElseThrow(() -> new AssertionError(said()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(page + path))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertTrue(answer.statusCode() == 200, answer::body);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String said() {
        return out() + err();
    }

    /** Waits until standard error has a text. */
    void awaitNews(String part) throws Exception {
        await(() -> err().contains(part));
        assertTrue(err().contains(part), () -> part + " was never said:\n" + said());
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
    }

    /** Ends it as Ctrl-C does; its exit code. */
    int end() throws Exception {
        thread.interrupt();
        Integer code = exitCode.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        assertNotNull(code);
        assertTrue(Files.notExists(folder.resolve("serve/wiki.json")), "nobody is told any more where it is");
        return code;
    }

    void close() throws Exception {
        try {
            if (!exitCode.isDone()) {
                end();
            }
        } finally {
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }
}
