import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import java.util.concurrent.TimeUnit;

/** Four targets in one process: each answers 1 KB, and each message on a WebSocket by the same. Prints their ports. */
public final class Targets extends VerticleBase {
    private static final String BODY = "x".repeat(1024);
    private static final int NUMBER = 4;

    private final int port;

    private Targets(int port) {
        this.port = port;
    }

    /** Serves until it is stopped. */
    public static void main(String[] arguments) throws Exception {
        Vertx vertx = Vertx.vertx();
        StringBuilder ports = new StringBuilder();
        for (int i = 0; i < NUMBER; i++) {
            int port = FreePort.any();
            DeploymentOptions both = new DeploymentOptions().setInstances(2);
            vertx.deployVerticle(() -> new Targets(port), both).await(10, TimeUnit.SECONDS);
            ports.append(i == 0 ? "" : " ").append(port);
        }
        System.out.println(ports);
    }

    @Override
    public Future<?> start() {
        return vertx.createHttpServer(new HttpServerOptions().setPort(port).setHost("127.0.0.1"))
                .webSocketHandler(socket -> socket.textMessageHandler(socket::writeTextMessage))
                .requestHandler(request -> request.response()
                        .putHeader("Content-Type", "text/plain")
                        .end(BODY))
                .listen();
    }
}
