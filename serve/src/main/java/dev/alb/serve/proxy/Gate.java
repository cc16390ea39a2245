package dev.alb.serve.proxy;

import dev.alb.serve.ServedListener;
import dev.alb.serve.tls.ListenerKeys;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A port of this machine with the listener behind it, which may be changed while the port stays open. */
final class Gate {
    private final Shape shape;
    private final @Nullable ListenerKeys keys;
    private volatile Frontend frontend;
    private final int bindPort;
    private volatile int localPort;

    /**
     * What can't be changed while the port is open.
     *
     * @param name the address of the listener
     * @param port in AWS
     * @param isHttps whether it takes HTTPS
     * @param isHttp2 whether clients may speak HTTP/2 there
     * @param tls the versions of TLS
     */
    record Shape(String name, int port, boolean isHttps, boolean isHttp2, Set<String> tls) {}

    Gate(Shape shape, @Nullable ListenerKeys keys, Frontend frontend, int bindPort) {
        this.shape = shape;
        this.keys = keys;
        this.frontend = frontend;
        this.bindPort = bindPort;
        this.localPort = bindPort;
    }

    Shape shape() {
        return shape;
    }

    @Nullable
    ListenerKeys keys() {
        return keys;
    }

    Frontend frontend() {
        return frontend;
    }

    void become(Frontend next) {
        frontend = next;
    }

    /** The port to ask for; negative for any free one, but the same for all threads. */
    int bindPort() {
        return bindPort;
    }

    /** The port here, once it is open. */
    int localPort() {
        return localPort;
    }

    void isOpenAt(int port) {
        localPort = port;
    }

    ServedListener served() {
        return new ServedListener(
                shape.name(),
                shape.isHttps() ? "HTTPS" : "HTTP",
                shape.port(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), localPort));
    }
}
