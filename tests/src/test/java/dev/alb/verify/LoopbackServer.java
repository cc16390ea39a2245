package dev.alb.verify;

import dev.alb.verify.probes.Entrance;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/** A server on loopback that behaves, or misbehaves, exactly as a test says. */
public final class LoopbackServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Behavior behavior;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    /** What it does with a connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Behavior {
        void on(InputStream input, OutputStream output, LoopbackServer server) throws Exception;
    }

    private LoopbackServer(ServerSocket socket, Behavior behavior) {
        this.socket = socket;
        this.behavior = behavior;
        Thread thread = new Thread(this::accept, "loopback");
        thread.setDaemon(true);
        thread.start();
    }

    /** One that does what it is told. */
    public static LoopbackServer of(Behavior behavior) {
        return of(null, behavior);
    }

    /** The same, behind TLS. */
    public static LoopbackServer of(@Nullable SSLContext tls, Behavior behavior) {
        return of(tls, false, behavior);
    }

    /** The same, which turns away clients without a certificate. */
    public static LoopbackServer ofClientsWithCertificates(SSLContext tls, Behavior behavior) {
        return of(tls, true, behavior);
    }

    private static LoopbackServer of(@Nullable SSLContext tls, boolean needsCertificate, Behavior behavior) {
        try {
            InetAddress loopback = InetAddress.getLoopbackAddress();
            ServerSocket socket = tls == null
                    ? new ServerSocket(0, 50, loopback)
                    : tls.getServerSocketFactory().createServerSocket(0, 50, loopback);
            if (socket instanceof SSLServerSocket encrypted) {
                encrypted.setNeedClientAuth(needsCertificate);
            }
            return new LoopbackServer(socket, behavior);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that answers each request; the function gets the head of the request, and gives the whole answer. */
    public static LoopbackServer http(UnaryOperator<String> answers) {
        return http(null, answers);
    }

    /** The same, behind TLS. */
    public static LoopbackServer http(@Nullable SSLContext tls, UnaryOperator<String> answers) {
        return of(tls, answering(answers));
    }

    /** Reads a request, and sends what a function makes of its head. */
    public static Behavior answering(UnaryOperator<String> answers) {
        return (input, output, server) -> {
            String head = head(input);
            server.requests.add(head);
            output.write(answers.apply(head).getBytes(StandardCharsets.UTF_8));
            output.flush();
        };
    }

    /** An answer with a body. */
    public static String answer(String statusAndHeaders, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return "HTTP/1.1 " + statusAndHeaders.replace("\n", "\r\n") + "\r\nContent-Length: " + length + "\r\n\r\n"
                + body;
    }

    /** The head of a request, with the empty line at its end. */
    public static String head(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        int read = input.read();
        while (read >= 0 && !head.toString().endsWith("\r\n\r\n")) {
            head.append((char) read);
            read = head.toString().endsWith("\r\n\r\n") ? 0 : input.read();
        }
        return head.toString();
    }

    /** Takes the connection and says nothing, until the server is closed. */
    public static Behavior hanging() {
        return (input, output, server) -> server.end.await();
    }

    /** What it was asked, head by head. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Where it is, in the place of a domain. */
    public Entrance at(String scheme, String domain) {
        return Entrance.of(scheme, domain, scheme.equals("https") ? 443 : 80).at("127.0.0.1", port());
    }

    /** A port on which nobody listens. */
    public static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                Thread thread = new Thread(() -> serve(connection), "loopback-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // It is closed.
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            behavior.on(connection.getInputStream(), connection.getOutputStream(), this);
        } catch (Exception e) {
            // The client ended first, as it may.
            open.remove(connection);
        }
    }

    @Override
    public void close() {
        end.countDown();
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
