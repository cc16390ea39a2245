package dev.alb.verify.checks;

import dev.alb.verify.Check;
import dev.alb.verify.Result;
import dev.alb.verify.probes.Answer;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Http;
import dev.alb.verify.probes.Unreachable;
import java.util.Locale;

/** Synchrony is reached through the load balancer: its heartbeat says exactly OK. */
final class HeartbeatCheck implements Check {
    private static final String PATH = "/synchrony/heartbeat";
    private static final int OK = 200;

    private final Entrance entrance;
    private final Http http;

    HeartbeatCheck(Entrance entrance, Http http) {
        this.entrance = entrance;
        this.http = http;
    }

    @Override
    public String id() {
        return "heartbeat";
    }

    @Override
    public String claim() {
        return "Synchrony is reached through the load balancer";
    }

    @Override
    public Result result() throws Unreachable {
        Answer answer = http.get(entrance, PATH);
        String url = entrance.url(PATH);
        return FromLoadBalancer.result(url, answer).orElseGet(() -> ofTarget(url, answer));
    }

    private static Result ofTarget(String url, Answer answer) {
        if (answer.status() == OK && answer.body().equals("OK")) {
            return Result.passed(url + " says OK.");
        }
        if (isOfConfluence(answer)) {
            return Result.failed(
                    url + " is answered by Confluence (HTTP " + answer.status()
                            + "), not by Synchrony: the rule for /synchrony is missing.",
                    "See which rule takes it with: ./alb route " + url,
                    "Deploy the site: its rule sends /synchrony and /synchrony/* to Synchrony's target group.");
        }
        return Result.failed(
                url + " must say exactly OK, got HTTP " + answer.status() + " and " + answer.excerpt() + ".",
                "Look whether Synchrony runs on the nodes and answers on its port: curl http://localhost:8091" + PATH,
                "See which rule takes it with: ./alb route " + url);
    }

    /** By its headers, or by the page that Atlassian's guide tells to look for, or by sending people to its login. */
    private static boolean isOfConfluence(Answer answer) {
        boolean says = answer.headers().keySet().stream()
                .anyMatch(name -> name.startsWith("x-confluence-") || name.equals("x-asen"));
        String page = answer.body().toLowerCase(Locale.ROOT);
        boolean shows = answer.isHtml() && (page.contains("page not found") || page.contains("confluence"));
        boolean signsIn = answer.redirect()
                .filter(to -> to.contains("login.action") || to.contains("os_destination"))
                .isPresent();
        return says || shows || signsIn;
    }
}
