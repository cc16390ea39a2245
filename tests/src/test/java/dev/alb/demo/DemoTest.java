package dev.alb.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What stands behind the load balancer when nothing else does. */
class DemoTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @AutoClose
    private final Demo demo = Demo.start(DemoTopology.of("/wiki", "i-1", "i-2"));

    @Test
    void says_what_atlassian_s_page_asks_for() throws Exception {
        assertEquals("{\"state\":\"RUNNING\"}", get("i-1", 8090, "/wiki/status").body());
        assertEquals("OK", get("i-2", 8091, "/synchrony/heartbeat").body());
    }

    @Test
    void confluence_has_a_page_for_what_it_does_not_know_synchrony_s_paths_among_it() throws Exception {
        for (String path : List.of("/synchrony/heartbeat", "/wiki/synchrony/heartbeat", "/elsewhere", "/wikis")) {
            HttpResponse<String> answer = get("i-1", 8090, path);
            assertEquals(404, answer.statusCode(), path);
            assertTrue(answer.body().contains("<title>Page Not Found - Confluence"), answer.body());
        }
        HttpResponse<String> script = get("i-1", 8090, "/wiki/%3Cscript%3E<b>".replace("<b>", "%3Cb%3E"));
        assertFalse(script.body().contains("<b>"), script.body());
    }

    @Test
    void a_session_is_known_on_its_own_node_alone() throws Exception {
        HttpResponse<String> first = get("i-1", 8090, "/wiki/display/DEMO/Welcome");
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.matches("JSESSIONID=[0-9A-F]{32}; Path=/wiki; HTTPOnly"), cookie);
        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertTrue(get("i-1", 8090, "/wiki/display/DEMO/Welcome", "Cookie", pair)
                .body()
                .contains("Your session is known on this node."));
        assertTrue(get("i-2", 8090, "/wiki/display/DEMO/Welcome", "Cookie", pair)
                .body()
                .contains("Your session was on another node"));
    }

    @Test
    void warns_as_confluence_does_where_the_address_is_not_the_base_url() throws Exception {
        InetSocketAddress node = demo.addressOf("i-1", 8090).orElseThrow();
        demo.baseUrls(List.of("https://127.0.0.1:" + node.getPort()));
        String plain = get("i-1", 8090, "/wiki/display/DEMO/Welcome").body();
        assertTrue(plain.contains("this page was asked for at http://127.0.0.1:" + node.getPort()), plain);
        String right = get("i-1", 8090, "/wiki/display/DEMO/Welcome", "X-Forwarded-Proto", "https")
                .body();
        assertFalse(right.contains("base URL"), right);
        assertEquals(
                "https://127.0.0.1:" + node.getPort() + "/wiki/display/DEMO/Welcome",
                get("i-1", 8090, "/wiki/", "X-Forwarded-Proto", "https")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow());
    }

    @Test
    void a_node_goes_down_and_comes_up_on_the_same_port_without_its_sessions() throws Exception {
        InetSocketAddress before = demo.addressOf("i-1", 8090).orElseThrow();
        String cookie = get("i-1", 8090, "/wiki/display/DEMO/Welcome")
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
        assertEquals(200, control("/nodes/1/stopping").statusCode());
        assertEquals(503, get("i-1", 8090, "/wiki/status").statusCode());
        assertEquals(503, get("i-1", 8091, "/synchrony/heartbeat").statusCode());
        assertEquals(200, get("i-1", 8090, "/wiki/display/DEMO/Welcome").statusCode());
        assertTrue(control("/nodes/1/down").body().contains("\"DOWN\""));
        assertThrows(IOException.class, () -> get("i-1", 8090, "/wiki/status"));
        assertEquals(200, get("i-2", 8090, "/wiki/status").statusCode());
        control("/nodes/1/up");
        assertEquals(before, demo.addressOf("i-1", 8090).orElseThrow());
        assertTrue(get("i-1", 8090, "/wiki/display/DEMO/Welcome", "Cookie", cookie.substring(0, cookie.indexOf(';')))
                .body()
                .contains("Your session was on another node, or from before"));
    }

    @Test
    void nobody_else_takes_nodes_down() throws Exception {
        assertEquals(
                403, control("/nodes/1/down", "Origin", "https://evil.example").statusCode());
        assertEquals(404, control("/nodes/3/down").statusCode());
        assertEquals(DemoNode.State.RUNNING, demo.nodes().get(0).state());
        assertEquals(200, control("/nodes/1/up", "Origin", demo.controlPage()).statusCode());
    }

    @Test
    void two_windows_on_two_nodes_see_each_other_s_text() throws Exception {
        try (EditorWindow one = editor("i-1", 8091, "/synchrony");
                EditorWindow two = editor("i-2", 8091, "/synchrony")) {
            one.until("\"windows\":2");
            one.send("{\"version\":0,\"edit\":{\"at\":0,\"delete\":0,\"insert\":\"Hello. \"}}");
            String seen = two.until("\"edit\"");
            assertTrue(seen.contains("{\"at\":0,\"delete\":0,\"insert\":\"Hello. \"}"), seen);
            assertTrue(demo.text().startsWith("Hello. Welcome."), demo.text());
            one.send("{\"ping\":true}");
            one.until("\"pong\"");
            one.send("{\"edit\":1}");
            assertEquals(1007, one.closed());
            two.until("\"windows\":1");
        }
    }

    @Test
    void confluence_passes_requests_on_where_the_load_balancer_knows_no_synchrony() throws Exception {
        try (Demo alone = Demo.start(DemoTopology.ofProxyMode("i-1"))) {
            int port = alone.addressOf("i-1", 8090).orElseThrow().getPort();
            URI socket = URI.create("ws://127.0.0.1:" + port + "/wiki/synchrony-proxy/v1/bayeux-sync1");
            try (EditorWindow editor = EditorWindow.open(CLIENT, socket)) {
                editor.until("\"text\"");
            }
        }
        assertThrows(
                CompletionException.class,
                () -> editor("i-1", 8090, "/wiki/synchrony-proxy").close());
        assertThrows(
                CompletionException.class,
                () -> editor("i-1", 8091, "/elsewhere").close());
    }

    @Test
    void a_new_node_gets_its_pair_and_the_others_stay_as_they_are() {
        InetSocketAddress before = demo.addressOf("i-2", 8091).orElseThrow();
        assertTrue(demo.addressOf("i-3", 8090).isEmpty());
        demo.update(DemoTopology.of("/wiki", "i-2", "i-3"));
        assertEquals(before, demo.addressOf("i-2", 8091).orElseThrow());
        assertTrue(demo.addressOf("i-3", 8090).isPresent());
        assertEquals(
                List.of("i-1", "i-2", "i-3"),
                demo.nodes().stream().map(DemoNode::id).toList());
    }

    private HttpResponse<String> get(String node, int port, String path, String... headers) throws Exception {
        int local = demo.addressOf(node, port).orElseThrow().getPort();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + local + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> control(String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(demo.controlPage() + path)).POST(HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private EditorWindow editor(String node, int port, String root) {
        int local = demo.addressOf(node, port).orElseThrow().getPort();
        return EditorWindow.open(CLIENT, URI.create("ws://127.0.0.1:" + local + root + "/v1/bayeux-sync1"));
    }
}
