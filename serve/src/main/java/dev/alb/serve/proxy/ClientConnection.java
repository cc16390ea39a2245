package dev.alb.serve.proxy;

import dev.alb.serve.Exchange;
import io.vertx.core.http.HttpConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A connection of a client. Belongs to one thread. */
final class ClientConnection {
    private static final long FAREWELL = 10;

    private final Gate gate;
    private final HttpConnection connection;
    private final String id;
    private final InetSocketAddress client;
    private final String source;
    private final Exchange.@Nullable Encryption encryption;
    private final long opened = System.nanoTime();
    private long quietSince = opened;
    private int inFlight;
    private boolean isTakingLeave;

    ClientConnection(Gate gate, HttpConnection connection, String id, Exchange.@Nullable Encryption encryption) {
        this.gate = gate;
        this.connection = connection;
        this.id = id;
        this.encryption = encryption;
        this.source = connection.remoteAddress().hostAddress();
        this.client = address(source, connection.remoteAddress().port());
    }

    private static InetSocketAddress address(String host, int port) {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of a connection is no address: " + host, e);
        }
    }

    String id() {
        return id;
    }

    InetSocketAddress client() {
        return client;
    }

    /** The client's address without its port. */
    String source() {
        return source;
    }

    Exchange.@Nullable Encryption encryption() {
        return encryption;
    }

    void began() {
        inFlight++;
    }

    void ended() {
        inFlight--;
        quietSince = System.nanoTime();
    }

    /** Whether it has been open for so long that the next answer is the last one. */
    boolean isOld(Duration keepAlive) {
        return System.nanoTime() - opened >= keepAlive.toNanos();
    }

    /** Closes it if nothing has come for some time. A request in flight has its own time. */
    void closeIfQuiet() {
        Duration idleTimeout = gate.frontend().loadBalancer().idleTimeout();
        if (inFlight == 0 && System.nanoTime() - quietSince >= idleTimeout.toNanos()) {
            connection.close();
        }
    }

    /** Takes no more requests; with HTTP/2 others in flight may end. */
    void takeLeave(boolean isHttp2) {
        if (!isHttp2) {
            connection.close();
        } else if (!isTakingLeave) {
            isTakingLeave = true;
            connection.shutdown(FAREWELL, TimeUnit.SECONDS);
        }
    }
}
