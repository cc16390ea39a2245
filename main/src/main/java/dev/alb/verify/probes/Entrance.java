package dev.alb.verify.probes;

/**
 * A listener, and where it is reached from here.
 *
 * @param scheme {@code http} or {@code https}
 * @param domain the host that requests ask for, which TLS names too
 * @param port the listener's
 * @param connectHost the host to connect to
 * @param connectPort the port there
 */
public record Entrance(String scheme, String domain, int port, String connectHost, int connectPort) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** A listener at its domain. */
    public static Entrance of(String scheme, String domain, int port) {
        return new Entrance(scheme, domain, port, domain, port);
    }

    /** The same, reached elsewhere. */
    public Entrance at(String host, int atPort) {
        return new Entrance(scheme, domain, port, host, atPort);
    }

    /** Whether it speaks TLS. */
    public boolean isTls() {
        return scheme.equals("https");
    }

    /** The host as a browser sends it: with the port where that isn't the scheme's own. */
    public String authority() {
        return port == (isTls() ? HTTPS_PORT : HTTP_PORT) ? domain : domain + ":" + port;
    }

    /** A URL there. */
    public String url(String path) {
        return scheme + "://" + authority() + path;
    }

    /** Where it is reached, for messages. */
    public String where() {
        boolean isUsual = connectHost.equals(domain) && connectPort == port;
        String place =
                connectHost.contains(":") ? "[" + connectHost + "]:" + connectPort : connectHost + ":" + connectPort;
        return isUsual ? place : place + ", which stands for " + domain + ":" + port;
    }
}
