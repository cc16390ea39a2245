package dev.alb.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Stands in for Confluence: its status, a page, an editor, and "Page Not Found" for all that it doesn't know. */
final class ConfluenceStandIn implements StandIn {
    /** Where Confluence passes requests on to Synchrony by itself. */
    private static final String PROXY = "/synchrony-proxy";

    private static final String WELCOME = "/display/DEMO/Welcome";
    private static final String EDITOR = "/pages/editpage.action";
    private static final long LONGEST_MILLIS = 60_000;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Template PAGE = Template.named("page.html");
    private static final Template EDITOR_PAGE = Template.named("editor.html");
    private static final Template NOT_FOUND = Template.named("not-found.html");

    private final Vertx vertx;
    private final DemoNode node;
    private final DemoSite site;
    private final String context;
    private final Sessions sessions = new Sessions();

    ConfluenceStandIn(Vertx vertx, DemoNode node, DemoSite site, String context) {
        this.vertx = vertx;
        this.node = node;
        this.site = site;
        this.context = context;
    }

    @Override
    public void restart() {
        sessions.forget();
    }

    @Override
    public void handle(HttpServerRequest request) {
        request.response()
                .putHeader("X-Confluence-Request-Time", String.valueOf(System.currentTimeMillis()))
                .putHeader("X-Confluence-Cluster-Node", node.id());
        if (!request.path().startsWith(context)) {
            notFound(request);
            return;
        }
        String path = request.path().substring(context.length());
        switch (path) {
            case "/status" -> status(request.response());
            case "", "/", "/index.action", "/dashboard.action" -> redirect(request);
            case WELCOME -> page(request, PAGE);
            case EDITOR -> page(request, EDITOR_PAGE);
            case "/rest/demo/request" -> echo(request);
            case "/rest/demo/slow" -> slow(request);
            default -> other(request, path);
        }
    }

    private void other(HttpServerRequest request, String path) {
        if (site.isProxyMode() && path.startsWith(PROXY + "/")) {
            new SynchronyStandIn(node, site.document(), context + PROXY).handle(request);
        } else {
            notFound(request);
        }
    }

    private void status(HttpServerResponse response) {
        DemoNode.State state = node.state();
        response.setStatusCode(state == DemoNode.State.RUNNING ? 200 : 503)
                .putHeader("Content-Type", "application/json")
                .end(JSON.createObjectNode().put("state", state.name()).toString());
    }

    /** As Tomcat does with the scheme and the host that it was told. */
    private void redirect(HttpServerRequest request) {
        request.response()
                .setStatusCode(302)
                .putHeader("Location", Seen.by(request).url() + context + WELCOME)
                .end();
    }

    private void page(HttpServerRequest request, Template template) {
        Seen seen = Seen.by(request);
        Sessions.Kind session = sessions.of(request, context.isEmpty() ? "/" : context, seen.isSecure());
        Map<String, String> values = new TreeMap<>();
        values.put("node", String.valueOf(node.number()));
        values.put("target", node.id());
        values.put("context", context);
        values.put("socket", site.isProxyMode() ? context + PROXY + "/v1/bayeux-sync1" : "/synchrony/v1/bayeux-sync1");
        values.put("text", site.document().text());
        values.put("control", site.controlPage());
        values.put("warning", seen.mismatch(site.baseUrls()).orElse(""));
        values.put("session", sentence(session));
        values.put("headers", headers(request));
        html(request.response(), template.with(values));
    }

    private String sentence(Sessions.Kind session) {
        return switch (session) {
            case KEPT -> "Your session is known on this node.";
            case NEW -> "Your session began here, on node " + node.number() + ".";
            case LOST ->
                "Your session was on another node, or from before this one was started: in Confluence you would have "
                        + "to log in again. A new one began on node " + node.number() + ".";
        };
    }

    private static String headers(HttpServerRequest request) {
        return request.headers().entries().stream()
                .filter(header -> header.getKey().toLowerCase(Locale.ROOT).startsWith("x-")
                        || header.getKey().equalsIgnoreCase("host"))
                .map(header -> header.getKey() + ": " + header.getValue())
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .collect(Collectors.joining("\n"));
    }

    /** What has arrived, for whoever wants to know what the load balancer adds. */
    private void echo(HttpServerRequest request) {
        Seen seen = Seen.by(request);
        ObjectNode json = JSON.createObjectNode()
                .put("node", node.number())
                .put("target", node.id())
                .put("method", request.method().name())
                .put("uri", request.uri())
                .put("url", seen.url())
                .put(
                        "session",
                        sessions.of(request, context.isEmpty() ? "/" : context, seen.isSecure())
                                .name());
        ObjectNode headers = json.putObject("headers");
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        request.response().putHeader("Content-Type", "application/json").end(json.toPrettyString() + "\n");
    }

    /** For requests that are in flight when something happens. */
    private void slow(HttpServerRequest request) {
        String asked = String.valueOf(request.getParam("millis"));
        long millis = asked.matches("\\d{1,6}") ? Math.min(Long.parseLong(asked), LONGEST_MILLIS) : 1_000;
        vertx.setTimer(Math.max(1, millis), done -> echo(request));
    }

    private void notFound(HttpServerRequest request) {
        html(
                request.response().setStatusCode(404),
                NOT_FOUND.with(
                        Map.of("path", request.path(), "context", context, "node", String.valueOf(node.number()))));
    }

    private static void html(HttpServerResponse response, String page) {
        response.putHeader("Content-Type", "text/html;charset=UTF-8")
                .putHeader("Cache-Control", "no-cache, must-revalidate")
                .end(page);
    }
}
