package dev.alb.serve.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/** Serves a {@link QueryApi} on the loopback interface. */
public final class ApiServer {
    private static final int LONGEST_FORM = 64 * 1024;

    private final HttpServer server;

    private ApiServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts serving.
     *
     * @param port 0 for any that is free
     * @return done when the port is open, failed if it cannot be
     */
    public static Future<ApiServer> start(Vertx vertx, int port, QueryApi api) {
        HttpServerOptions options = new HttpServerOptions()
                .setHost(InetAddress.getLoopbackAddress().getHostAddress())
                .setPort(port)
                .setMaxFormAttributeSize(LONGEST_FORM);
        return vertx.createHttpServer(options)
                .requestHandler(request -> answer(request, api))
                .listen()
                .map(ApiServer::new);
    }

    /** Where it is, for the setting {@code endpointOverride} of AWS's clients. */
    public String url() {
        return "http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":" + server.actualPort();
    }

    /** Stops serving. */
    public Future<Void> close() {
        return server.close();
    }

    private static void answer(HttpServerRequest request, QueryApi api) {
        request.setExpectMultipart(true);
        request.end().onSuccess(done -> {
            Map<String, String> parameters = new LinkedHashMap<>();
            request.params().forEach(parameters::put);
            request.formAttributes().forEach(parameters::put);
            QueryApi.Answer answer = api.answer(parameters);
            request.response()
                    .setStatusCode(answer.status())
                    .putHeader("Content-Type", "text/xml")
                    .end(answer.body());
        });
    }
}
