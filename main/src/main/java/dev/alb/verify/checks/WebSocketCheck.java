package dev.alb.verify.checks;

import dev.alb.verify.Check;
import dev.alb.verify.Result;
import dev.alb.verify.probes.Answer;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Unreachable;
import dev.alb.verify.probes.WebSockets;
import dev.alb.verify.probes.WebSockets.Conversation;
import java.time.Duration;

/** A WebSocket opens on Synchrony's path; a long one also stays open while nobody types. */
final class WebSocketCheck implements Check {
    private final Entrance entrance;
    private final String path;
    private final WebSockets sockets;
    private final Duration quiet;

    /**
     * The check.
     *
     * @param quiet how long nothing is sent; zero for the short check
     */
    WebSocketCheck(Entrance entrance, String path, WebSockets sockets, Duration quiet) {
        this.entrance = entrance;
        this.path = path;
        this.sockets = sockets;
        this.quiet = quiet;
    }

    @Override
    public String id() {
        return isSlow() ? "websocket-long" : "websocket";
    }

    @Override
    public String claim() {
        return isSlow() ? "A quiet WebSocket stays open" : "A WebSocket opens";
    }

    @Override
    public boolean isSlow() {
        return !quiet.isZero();
    }

    @Override
    public Result result() throws Unreachable {
        String url = entrance.url(path).replaceFirst("^http", "ws");
        try {
            Conversation conversation = sockets.open(entrance, path, quiet);
            return conversation.survived() ? survived(url) : ended(url, conversation);
        } catch (WebSockets.Refused e) {
            return FromLoadBalancer.result(entrance.url(path), e.answer()).orElseGet(() -> refused(url, e.answer()));
        }
    }

    private Result survived(String url) {
        return Result.passed(
                isSlow() ? url + " stayed open for " + seconds(quiet) + " without a word." : url + " opens.");
    }

    private Result ended(String url, Conversation conversation) {
        String code =
                conversation.closeCode().map(number -> " with code " + number).orElse("");
        String text = url + " opened and was closed after " + seconds(conversation.lasted()) + code + ".";
        if (!isSlow()) {
            return Result.failed(
                    text,
                    "Something between here and Synchrony passes the upgrade on and not what follows: look for proxies.",
                    "Look at atlassian-synchrony.log on the nodes.");
        }
        return Result.failed(
                text,
                "Raise load_balancer.idle_timeout in the site file; AWS's default is 60 s.",
                "A proxy or firewall on the way from here may have a shorter timeout of its own.");
    }

    private static Result refused(String url, Answer answer) {
        String text = url + " must switch protocols with HTTP 101, got HTTP " + answer.status() + ".";
        if (answer.status() == 404) {
            return Result.failed(
                    text,
                    "See which rule takes it with: ./alb route " + url.replaceFirst("^ws", "http"),
                    "If your Synchrony has its WebSocket elsewhere, name the path with --websocket-path.");
        }
        return Result.failed(
                text,
                "Look whether a proxy in between drops the headers Upgrade and Connection.",
                "Look at atlassian-synchrony.log on the nodes.");
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
