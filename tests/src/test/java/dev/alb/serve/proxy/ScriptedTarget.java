package dev.alb.serve.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A target that does on each connection what a test says, byte by byte. */
final class ScriptedTarget implements AutoCloseable {
    private final ServerSocket server;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Wire> open = new CopyOnWriteArrayList<>();

    /** What happens on one connection; the number counts connections from 1. */
    interface Script {
        void play(Wire wire, int connection) throws Exception;
    }

    ScriptedTarget(Script script) {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(() -> accept(script));
    }

    private void accept(Script script) {
        try {
            while (true) {
                Socket socket = server.accept();
                start(() -> play(socket, script));
            }
        } catch (IOException e) {
            // Closed at the end of the test.
        }
    }

    private void play(Socket socket, Script script) {
        try (Wire wire = new Wire(socket)) {
            open.add(wire);
            script.play(wire, connections.incrementAndGet());
        } catch (Exception e) {
            // The other side has gone, as some tests want.
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "scripted target");
        thread.setDaemon(true);
        thread.start();
    }

    /** Answers each request with what it was asked, for as long as the connection lasts. */
    static ScriptedTarget echo() {
        return new ScriptedTarget((wire, connection) -> {
            for (Wire.Message asked = wire.message(); !asked.lines().isEmpty(); asked = wire.message()) {
                String body = String.join("\n", asked.lines()) + "\n\n" + asked.body();
                wire.say("HTTP/1.1 200 OK", "Content-Length: " + body.length(), "Content-Type: text/plain", "")
                        .send(body);
            }
        });
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many connections there were. */
    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        stop();
    }

    /** Listens no more, and closes what is open. */
    void stop() {
        try {
            server.close();
            open.forEach(Wire::close);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
