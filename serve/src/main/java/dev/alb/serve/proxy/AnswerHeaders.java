package dev.alb.serve.proxy;

import dev.alb.serve.targets.Pick;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The headers with which a client gets an answer. */
final class AnswerHeaders {
    static final String SERVER = "awselb/2.0";
    private static final Set<String> NOT_COPIED = RequestHeaders.ignoringCase(
            List.of("Connection", "Keep-Alive", "Proxy-Connection", "Transfer-Encoding", "Upgrade", ":status"));

    private AnswerHeaders() {}

    /** Those of a target, with the cookies by which the client stays with it. */
    static void copy(MultiMap from, MultiMap to, Frontend frontend, Pick pick) {
        for (Map.Entry<String, String> header : from) {
            if (!NOT_COPIED.contains(header.getKey())) {
                to.add(header.getKey(), header.getValue());
            }
        }
        List<String> cookies = pick.setCookies(from.getAll("Set-Cookie"));
        if (!cookies.isEmpty()) {
            to.add("Set-Cookie", cookies);
        }
        ofListener(to, frontend);
    }

    /** Those of a page of the load balancer. */
    static void own(MultiMap to, Frontend frontend) {
        to.set("Server", SERVER);
        to.set("Date", HttpDate.now());
        ofListener(to, frontend);
    }

    private static void ofListener(MultiMap to, Frontend frontend) {
        if (!frontend.attributes().hasServerHeader()) {
            to.remove("Server");
        }
        frontend.attributes().answerHeaders().forEach((name, value) -> to.set(name, value));
    }
}
