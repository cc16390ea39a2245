package dev.alb.verify.wire;

import io.vertx.core.MultiMap;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How Vert.x is used here. */
final class Settings {
    /** How this program calls itself to servers. */
    static final String AGENT = "alb-verify";

    /** What goes wrong is told by the checks; Vert.x would print it a second time. */
    private static final Logger VERTX = Logger.getLogger("io.vertx");

    static {
        VERTX.setLevel(Level.OFF);
    }

    private Settings() {}

    /** With no more threads than a few requests need. */
    static VertxOptions small() {
        return new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1).setInternalBlockingPoolSize(1);
    }

    /** Takes any certificate, and shows its own to whom it asks for one. */
    static ClientSSLOptions tls(Optional<ClientCertificate> certificate) {
        ClientSSLOptions options = new ClientSSLOptions().setTrustAll(true).setHostnameVerificationAlgorithm("");
        certificate.ifPresent(own -> options.setKeyCertOptions(new PemKeyCertOptions()
                .addCertPath(own.certificate().toString())
                .addKeyPath(own.key().toString())));
        return options;
    }

    static Map<String, List<String>> headers(MultiMap given) {
        Map<String, List<String>> headers = new TreeMap<>();
        given.forEach(header -> headers.computeIfAbsent(header.getKey(), name -> new ArrayList<>())
                .add(header.getValue()));
        return headers;
    }
}
