package dev.alb.verify;

import dev.alb.verify.LoopbackServer.Behavior;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;

/** The server's side of a WebSocket, byte by byte, so that it can be wrong as well. */
public final class Upgrade {
    private Upgrade() {}

    /** Switches to WebSocket, with the accept that belongs to the key, and goes on as a test says. */
    public static Behavior of(Behavior further) {
        return (input, output, server) -> {
            answer(LoopbackServer.head(input), output);
            further.on(input, output, server);
        };
    }

    /** Switches, with the accept that belongs to the key of a request. */
    public static void answer(String head, OutputStream output) throws Exception {
        String key = head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElseThrow();
        output.write(switching(accept(key)).getBytes(StandardCharsets.UTF_8));
        output.flush();
    }

    /** The answer that switches, with any accept. */
    public static String switching(String accept) {
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + accept + "\r\n\r\n";
    }

    private static String accept(String key) throws Exception {
        byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    }

    /** Answers a ping, whose payload is masked. */
    public static void pong(InputStream input, OutputStream output) throws Exception {
        byte[] frame = input.readNBytes(2);
        byte[] masked = input.readNBytes(4 + (frame[1] & 0x7f));
        byte[] answer = new byte[2 + masked.length - 4];
        answer[0] = (byte) 0x8a;
        answer[1] = (byte) (masked.length - 4);
        for (int i = 4; i < masked.length; i++) {
            answer[i - 2] = (byte) (masked[i] ^ masked[(i - 4) % 4]);
        }
        output.write(answer);
        output.flush();
        input.read();
    }
}
