package dev.alb.cli;

import dev.alb.serve.api.ApiServer;
import dev.alb.serve.api.QueryApi;
import dev.alb.serve.targets.TargetPools;
import dev.alb.topology.Topology;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.util.function.Supplier;

/** AWS's API about one load balancer, on a free port of loopback, so that AWS's own clients can ask for its targets' health. */
final class ServeApi implements AutoCloseable {
    private final Vertx vertx;
    private final ApiServer server;

    private ServeApi(Vertx vertx, ApiServer server) {
        this.vertx = vertx;
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param topology what stands there whenever somebody asks
     */
    static ServeApi start(Supplier<Topology> topology, TargetPools pools) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        return new ServeApi(
                vertx,
                ApiServer.start(vertx, 0, new QueryApi(topology, pools))
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join());
    }

    /** Where it is. */
    String url() {
        return server.url();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
