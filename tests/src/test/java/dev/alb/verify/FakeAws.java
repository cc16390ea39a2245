package dev.alb.verify;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** Answers as the load balancers' API of AWS does, in XML. */
public final class FakeAws implements AutoCloseable {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final LoopbackServer server;

    /**
     * One that answers.
     *
     * @param answers gives XML for the body of a request, or a whole answer of HTTP
     */
    public FakeAws(UnaryOperator<String> answers) {
        server = LoopbackServer.of((input, output, self) -> {
            String head = LoopbackServer.head(input);
            String body = new String(input.readNBytes(length(head)), StandardCharsets.UTF_8);
            asked.add(body);
            String answer = answers.apply(body);
            String whole = answer.startsWith("HTTP/")
                    ? answer
                    : LoopbackServer.answer("200 OK\nContent-Type: text/xml", answer);
            output.write(whole.getBytes(StandardCharsets.UTF_8));
            output.flush();
        });
    }

    private static int length(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    /** The result of an action. */
    public static String wrapped(String action, String content) {
        return "<" + action + "Response xmlns=\"http://elasticloadbalancing.amazonaws.com/doc/2015-12-01/\"><" + action
                + "Result>" + content + "</" + action + "Result></" + action + "Response>";
    }

    /** The bodies of requests. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** Where it is. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    @Override
    public void close() {
        server.close();
    }
}
