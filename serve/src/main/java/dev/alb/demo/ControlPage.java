package dev.alb.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page on which nodes are taken down and up. It stands beside the load balancer, so that it answers when all are down. */
final class ControlPage {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern COMMAND = Pattern.compile("/nodes/(\\d{1,4})/(up|stopping|down)");
    private static final Template PAGE = Template.named("control.html");

    private final Vertx vertx;
    private final Demo demo;
    private final HttpServer server;

    private ControlPage(Vertx vertx, Demo demo) {
        this.vertx = vertx;
        this.demo = demo;
        HttpServerOptions options = new HttpServerOptions().setHost("127.0.0.1").setPort(0);
        this.server = Blocking.await(
                vertx.createHttpServer(options).requestHandler(this::handle).listen());
    }

    static ControlPage open(Vertx vertx, Demo demo) {
        return new ControlPage(vertx, demo);
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    private void handle(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        if (!isFromHere(request)) {
            response.setStatusCode(403).end("Only this page may do that.\n");
            return;
        }
        Matcher command = COMMAND.matcher(request.path());
        if (request.method() == HttpMethod.GET && request.path().equals("/")) {
            response.putHeader("Content-Type", "text/html;charset=UTF-8").end(PAGE.with(Map.of("url", url())));
        } else if (request.method() == HttpMethod.GET && request.path().equals("/nodes")) {
            json(response);
        } else if (request.method() == HttpMethod.POST && command.matches()) {
            change(response, Integer.parseInt(command.group(1)), command.group(2));
        } else {
            response.setStatusCode(404).end("POST /nodes/1/down, /nodes/1/stopping or /nodes/1/up; GET /nodes\n");
        }
    }

    /** No other page that is open in a browser may take nodes down. */
    private boolean isFromHere(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        boolean isOurs = origin == null || origin.equals(url());
        return isOurs && url().equals("http://" + request.authority());
    }

    private void change(HttpServerResponse response, int number, String to) {
        Optional<DemoNode> node =
                demo.nodes().stream().filter(one -> one.number() == number).findFirst();
        if (node.isEmpty()) {
            response.setStatusCode(404).end("There is no node " + number + ".\n");
            return;
        }
        vertx.executeBlocking(() -> {
                    change(node.get(), to);
                    return node.get();
                })
                .onSuccess(done -> json(response))
                .onFailure(e -> response.setStatusCode(500).end(e.getMessage() + "\n"));
    }

    private static void change(DemoNode node, String to) {
        switch (to) {
            case "up" -> node.up();
            case "down" -> node.down();
            default -> node.stopping();
        }
    }

    private void json(HttpServerResponse response) {
        ArrayNode nodes = JSON.createArrayNode();
        List<DemoNode> all = demo.nodes();
        for (DemoNode node : all) {
            var one = nodes.addObject()
                    .put("number", node.number())
                    .put("id", node.id())
                    .put("state", node.state().name());
            var ports = one.putArray("ports");
            node.addresses()
                    .forEach((target, address) -> ports.addObject()
                            .put("kind", target.kind().name())
                            .put("port", target.port())
                            .put("local_port", address.getPort()));
        }
        response.putHeader("Content-Type", "application/json").end(nodes.toPrettyString() + "\n");
    }
}
