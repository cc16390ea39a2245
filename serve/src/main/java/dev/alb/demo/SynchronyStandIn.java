package dev.alb.demo;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Stands in for Synchrony: the heartbeat, and the WebSocket over which editors talk. */
final class SynchronyStandIn implements StandIn {
    /** Where Synchrony always is. */
    static final String ROOT = "/synchrony";

    private final DemoNode node;
    private final SharedDocument document;
    private final String root;

    /** One that is reached at a path, which is another one where Confluence passes requests on. */
    SynchronyStandIn(DemoNode node, SharedDocument document, String root) {
        this.node = node;
        this.document = document;
        this.root = root;
    }

    @Override
    public void handle(HttpServerRequest request) {
        String path = request.path();
        HttpServerResponse response = request.response().putHeader("Content-Type", "text/plain; charset=UTF-8");
        if (path.equals(root + "/heartbeat")) {
            boolean runs = node.state() == DemoNode.State.RUNNING;
            response.setStatusCode(runs ? 200 : 503).end(runs ? "OK" : "STOPPING");
        } else if (!path.startsWith(root + "/v1/")) {
            response.setStatusCode(404).end("Nothing is here.\n");
        } else if ("websocket".equalsIgnoreCase(request.getHeader("Upgrade"))) {
            request.toWebSocket().onSuccess(socket -> EditorSocket.open(socket, document, node.number()));
        } else {
            response.setStatusCode(400)
                    .end(
                            "A WebSocket was expected, and the request has no \"Upgrade: websocket\" when it gets here.\n");
        }
    }
}
