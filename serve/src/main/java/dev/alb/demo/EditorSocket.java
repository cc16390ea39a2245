package dev.alb.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.ServerWebSocket;

/** The WebSocket of one editor window: changes come and go as small JSON messages. */
final class EditorSocket implements SharedDocument.Window {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final short NOT_UNDERSTOOD = 1007;

    private final ServerWebSocket socket;
    private final SharedDocument document;
    private final int node;
    private int number;

    private EditorSocket(ServerWebSocket socket, SharedDocument document, int node) {
        this.socket = socket;
        this.document = document;
        this.node = node;
    }

    /** Lets a window take part, until its socket closes. */
    static void open(ServerWebSocket socket, SharedDocument document, int node) {
        EditorSocket window = new EditorSocket(socket, document, node);
        socket.textMessageHandler(window::receive);
        // A client that breaks off is no news, as the handler of the end is called as well.
        socket.exceptionHandler(broken -> {});
        socket.closeHandler(end -> document.close(window));
        window.number = document.open(window);
        window.send(JSON.createObjectNode().put("you", window.number).put("node", node));
    }

    private void receive(String message) {
        try {
            JsonNode json = JSON.readTree(message);
            if (json.has("ping")) {
                send(JSON.createObjectNode().put("pong", true));
                return;
            }
            JsonNode edit = json.required("edit");
            document.edit(
                    this,
                    number,
                    json.required("version").intValue(),
                    new Edit(
                            edit.required("at").intValue(),
                            edit.required("delete").intValue(),
                            edit.required("insert").textValue()));
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
            socket.close(NOT_UNDERSTOOD, "an edit must have at, delete and insert, and a version");
        }
    }

    @Override
    public void text(String text, int version) {
        send(JSON.createObjectNode().put("text", text).put("version", version).put("node", node));
    }

    @Override
    public void edited(Edit edit, int version, int by) {
        ObjectNode message = JSON.createObjectNode().put("version", version).put("by", by);
        message.putObject("edit")
                .put("at", edit.at())
                .put("delete", edit.delete())
                .put("insert", edit.insert());
        send(message);
    }

    @Override
    public void windows(int count) {
        send(JSON.createObjectNode().put("windows", count));
    }

    /** One that doesn't read what it gets is cut off, and gets the whole text when it comes back. */
    private void send(ObjectNode message) {
        if (socket.isClosed()) {
            return;
        }
        if (socket.writeQueueFull()) {
            socket.close();
            return;
        }
        socket.writeTextMessage(message.toString());
    }
}
