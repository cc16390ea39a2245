package dev.alb.serve.proxy;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A connection on which a test says HTTP/1.1 byte by byte, be it right or wrong. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE = 10_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    Wire(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    static Wire to(int port) {
        try {
            return new Wire(new Socket(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines end with CR and LF. */
    Wire say(String... lines) {
        return send(String.join("\r\n", lines) + "\r\n");
    }

    Wire send(String text) {
        try {
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A head up to its empty line; empty at the end of the connection. */
    Message head() {
        List<String> lines = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            lines.add(line);
        }
        return new Message(lines, "");
    }

    /** A head with a body of the length that it says, or of chunks. */
    Message message() {
        Message head = head();
        if (head.header("Transfer-Encoding").equals("chunked")) {
            return new Message(head.lines(), chunks());
        }
        String length = head.header("Content-Length");
        return length.isEmpty() ? head : new Message(head.lines(), bytes(Integer.parseInt(length)));
    }

    private String chunks() {
        StringBuilder text = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            text.append(bytes(size));
            line();
        }
        line();
        return text.toString();
    }

    String bytes(int count) {
        try {
            return new String(in.readNBytes(count), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
                line.write(b);
            }
            return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether the other side has closed or reset the connection, which this waits for. */
    boolean isClosed() {
        try {
            return in.read() < 0;
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Reads all that comes until the other side closes or resets the connection. */
    void drain() {
        try {
            in.readAllBytes();
        } catch (IOException e) {
            // Reset, which is an end as well.
        }
    }

    /** Closes with a reset instead of an orderly end. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A request or an answer. */
    record Message(List<String> lines, String body) {
        String first() {
            return lines.isEmpty() ? "" : lines.get(0);
        }

        int status() {
            return lines.isEmpty() ? 0 : Integer.parseInt(first().split(" ")[1]);
        }

        /** The values of a header, with commas between; empty if there is none. */
        String header(String name) {
            return String.join(",", headers(name));
        }

        List<String> headers(String name) {
            return lines.stream()
                    .skip(1)
                    .filter(line -> line.toLowerCase().startsWith(name.toLowerCase() + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .toList();
        }
    }
}
