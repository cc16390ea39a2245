package dev.alb.serve.proxy;

import dev.alb.snapshot.Resource;
import dev.alb.snapshot.Value;
import java.time.Duration;

/**
 * What a load balancer says of itself, with AWS's defaults.
 *
 * @param idleTimeout how long a connection may be silent
 * @param clientKeepAlive after how long the connection of a client is closed with the next answer
 * @param isHttp2 whether clients may speak HTTP/2
 * @param forwardedFor {@code append}, {@code preserve} or {@code remove}
 * @param hasClientPort whether X-Forwarded-For has the client's port as well
 * @param preservesHost whether targets get the host header as it is
 * @param dropsInvalidHeaders whether headers with unusual names are left out
 * @param desyncMode {@code monitor}, {@code defensive} or {@code strictest}
 * @param hasTlsHeaders whether targets are told about the client's encryption
 */
record LoadBalancerAttributes(
        Duration idleTimeout,
        Duration clientKeepAlive,
        boolean isHttp2,
        String forwardedFor,
        boolean hasClientPort,
        boolean preservesHost,
        boolean dropsInvalidHeaders,
        String desyncMode,
        boolean hasTlsHeaders) {
    private static final int IDLE_TIMEOUT = 60;
    private static final int CLIENT_KEEP_ALIVE = 3600;

    static LoadBalancerAttributes of(Resource loadBalancer) {
        Value values = loadBalancer.values();
        return new LoadBalancerAttributes(
                Duration.ofSeconds(values.at("idle_timeout").number().orElse(IDLE_TIMEOUT)),
                Duration.ofSeconds(values.at("client_keep_alive").number().orElse(CLIENT_KEEP_ALIVE)),
                values.at("enable_http2").flag().orElse(true),
                values.at("xff_header_processing_mode").text("append"),
                values.at("enable_xff_client_port").flag().orElse(false),
                values.at("preserve_host_header").flag().orElse(false),
                values.at("drop_invalid_header_fields").flag().orElse(false),
                values.at("desync_mitigation_mode").text("defensive"),
                values.at("enable_tls_version_and_cipher_suite_headers").flag().orElse(false));
    }
}
