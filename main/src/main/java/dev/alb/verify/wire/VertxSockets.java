package dev.alb.verify.wire;

import dev.alb.verify.probes.Answer;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Names;
import dev.alb.verify.probes.Unreachable;
import dev.alb.verify.probes.WebSockets;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.dns.AddressResolverOptions;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Opens WebSockets.
 *
 * <p>Vert.x connects a WebSocket to the host that it asks for, so each attempt has a Vert.x of its own, which is told where that
 * host is. That keeps the domain's name in TLS, wherever it is reached.
 *
 * @param certificate its own, for listeners that ask for one
 * @param names knows where to connect to
 * @param timeout for the opening, and for the answer to the ping
 */
public record VertxSockets(Optional<ClientCertificate> certificate, Names names, Duration timeout)
        implements WebSockets {

    @Override
    public Conversation open(Entrance entrance, String path, Duration quiet) throws Unreachable, Refused {
        Vertx vertx = Vertx.vertx(settings(entrance));
        WebSocketClient client = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setConnectTimeout(Math.toIntExact(timeout.toMillis()))
                .setClosingTimeout(0));
        QuietSocket socket = new QuietSocket(client.webSocket());
        Deadline deadline = new Deadline(timeout);
        Progress progress = new Progress(entrance);
        try {
            deadline.await(socket.connect(options(entrance, path)), progress);
            progress.connected();
            return socket.stay(quiet, deadline, progress);
        } catch (Deadline.Rejected e) {
            throw new Refused(answer(e.rejection()));
        } finally {
            // Vert.x closes the connections of a client that nobody holds any more, so this one is held until here.
            client.close();
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private VertxOptions settings(Entrance entrance) throws Unreachable {
        InetSocketAddress place = Places.of(entrance, names);
        String address = place.getAddress().getHostAddress();
        return Settings.small()
                .setAddressResolverOptions(new AddressResolverOptions()
                        .setHostsValue(Buffer.buffer(address + " " + entrance.domain() + "\n")));
    }

    private WebSocketConnectOptions options(Entrance entrance, String path) {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(entrance.domain())
                .setPort(entrance.connectPort())
                .setSsl(entrance.isTls())
                .setSslOptions(Settings.tls(certificate))
                .setURI(path);
        return options.putHeader("Host", entrance.authority()).putHeader("User-Agent", Settings.AGENT);
    }

    private static Answer answer(UpgradeRejectedException rejection) {
        Buffer body = rejection.getBody();
        return new Answer(
                rejection.getStatus(),
                Settings.headers(rejection.getHeaders()),
                body == null ? "" : body.toString(StandardCharsets.UTF_8));
    }
}
