package dev.alb.verify.checks;

import static dev.alb.verify.checks.Answers.HTTPS;
import static dev.alb.verify.checks.Answers.answer;

import dev.alb.verify.Seen;
import dev.alb.verify.probes.WebSockets;
import dev.alb.verify.probes.WebSockets.Conversation;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a WebSocket's fate means. */
class WebSocketCheckTest {
    private static final String URL = "wss://wiki.example.com/synchrony/v1/bayeux-sync1";
    private static final Duration LONG = Duration.ofSeconds(70);

    private static WebSocketCheck check(Duration quiet, WebSockets sockets) {
        return new WebSocketCheck(HTTPS, "/synchrony/v1/bayeux-sync1", sockets, quiet);
    }

    private static WebSockets ending(boolean survived, long seconds, Integer code) {
        return (entrance, path, quiet) ->
                new Conversation(survived, Duration.ofSeconds(seconds), Optional.ofNullable(code));
    }

    @Test
    void one_that_opens_is_well() throws Exception {
        Seen.passes(check(Duration.ZERO, ending(true, 0, null)), URL + " opens.");
        Seen.passes(check(LONG, ending(true, 70, null)), URL + " stayed open for 70 s without a word.");
    }

    @Test
    void one_that_is_cut_tells_of_the_idle_timeout() throws Exception {
        Seen.fails(
                check(LONG, ending(false, 60, 1001)),
                URL + " opened and was closed after 60 s with code 1001.",
                "load_balancer.idle_timeout");
        Seen.fails(check(Duration.ZERO, ending(false, 0, null)), URL + " opened and was closed after 0 s.", "proxies");
    }

    @Test
    void a_refusal_is_explained_by_its_code() throws Exception {
        String text = URL + " must switch protocols with HTTP 101, got HTTP ";
        Seen.fails(check(Duration.ZERO, refusing(400)), text + "400.", "drops the headers Upgrade and Connection");
        Seen.fails(
                check(Duration.ZERO, refusing(404)),
                text + "404.",
                "./alb route https://wiki.example.com/synchrony/v1/bayeux-sync1");
    }

    private static WebSockets refusing(int code) {
        return (entrance, path, quiet) -> {
            throw new WebSockets.Refused(answer(code, ""));
        };
    }

    @Test
    void the_load_balancers_own_answer_is_told_apart() throws Exception {
        WebSockets sockets = (entrance, path, quiet) -> {
            throw new WebSockets.Refused(answer(504, "", "Server: awselb/2.0"));
        };
        Seen.fails(
                check(Duration.ZERO, sockets),
                "https://wiki.example.com/synchrony/v1/bayeux-sync1 gives HTTP 504 from the load balancer itself,"
                        + " not from a target.",
                "security group");
    }
}
