package dev.alb.serve;

import java.net.InetSocketAddress;
import java.util.Locale;

/**
 * A listener as it is served here.
 *
 * @param name its address in Terraform
 * @param protocol {@code HTTP} or {@code HTTPS}
 * @param port its port in AWS
 * @param local where it listens on this machine
 */
public record ServedListener(String name, String protocol, int port, InetSocketAddress local) {
    /** How a browser on this machine gets there, such as {@code https://localhost:8443}. */
    public String url() {
        return protocol.toLowerCase(Locale.ROOT) + "://localhost:" + local.getPort();
    }
}
