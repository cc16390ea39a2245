package dev.alb.serve.proxy;

import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.JdkSSLEngineOptions;
import java.util.List;

/** How a port listens. */
final class ServerOptions {
    private static final int BACKLOG = 4096;
    private static final int STREAMS = 128;
    /** Each header of HTTP/2 counts for 32 bytes more than it has. */
    private static final int HEADERS_LIMIT_2 = 2 * RequestCheck.HEADERS_LIMIT;

    private ServerOptions() {}

    static HttpServerOptions of(Gate gate) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(gate.bindPort())
                .setAcceptBacklog(BACKLOG)
                .setMaxInitialLineLength(RequestCheck.LINE_LIMIT)
                .setMaxHeaderSize(RequestCheck.HEADERS_LIMIT)
                .setHttp2ClearTextEnabled(false)
                .setInitialSettings(
                        new Http2Settings().setMaxConcurrentStreams(STREAMS).setMaxHeaderListSize(HEADERS_LIMIT_2));
        if (gate.keys() != null) {
            options.setSsl(true)
                    .setSslEngineOptions(new JdkSSLEngineOptions())
                    .setKeyCertOptions(new GateKeys(gate.keys()))
                    .setEnabledSecureTransportProtocols(gate.shape().tls())
                    .setUseAlpn(true)
                    .setAlpnVersions(
                            gate.shape().isHttp2()
                                    ? List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1)
                                    : List.of(HttpVersion.HTTP_1_1));
        }
        return options;
    }
}
