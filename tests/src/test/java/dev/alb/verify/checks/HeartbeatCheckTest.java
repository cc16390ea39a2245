package dev.alb.verify.checks;

import static dev.alb.verify.checks.Answers.HTTPS;
import static dev.alb.verify.checks.Answers.answer;
import static dev.alb.verify.checks.Answers.redirect;

import dev.alb.verify.Seen;
import dev.alb.verify.probes.Answer;
import org.junit.jupiter.api.Test;

/** Synchrony's heartbeat, and Confluence where the rule is missing. */
class HeartbeatCheckTest {
    private static final String URL = "https://wiki.example.com/synchrony/heartbeat";
    private static final String RULE_IS_MISSING = "not by Synchrony: the rule for /synchrony is missing.";

    private static HeartbeatCheck check(Answer answer) {
        return new HeartbeatCheck(HTTPS, Answers.of(URL, answer));
    }

    @Test
    void exactly_ok_is_well() throws Exception {
        Seen.passes(check(answer(200, "OK")), URL + " says OK.");
    }

    @Test
    void anything_else_is_not() throws Exception {
        Seen.fails(
                check(answer(200, "OK\n")),
                URL + " must say exactly OK, got HTTP 200 and \"OK\".",
                "curl http://localhost:8091/synchrony/heartbeat");
        Seen.fails(
                check(answer(500, "OK")), URL + " must say exactly OK, got HTTP 500 and \"OK\".", "alb route " + URL);
        Seen.fails(check(answer(200, "")), URL + " must say exactly OK, got HTTP 200 and \"\".", "Synchrony runs");
    }

    @Test
    void a_page_of_confluence_means_that_the_rule_is_missing() throws Exception {
        String page = "<html><title>Page Not Found</title>";
        Seen.fails(
                check(answer(404, page, "Content-Type: text/html;charset=UTF-8")),
                URL + " is answered by Confluence (HTTP 404), " + RULE_IS_MISSING,
                "Deploy the site");
        Seen.fails(
                check(answer(404, "", "X-Confluence-Request-Time: 1")),
                URL + " is answered by Confluence (HTTP 404), " + RULE_IS_MISSING,
                "./alb route " + URL);
        Seen.fails(
                check(redirect("/login.action?os_destination=%2Fsynchrony%2Fheartbeat")),
                URL + " is answered by Confluence (HTTP 302), " + RULE_IS_MISSING,
                "Deploy the site");
    }

    @Test
    void a_sign_in_in_front_and_errors_of_the_load_balancer_are_told_apart() throws Exception {
        Seen.skips(
                check(redirect("https://id.example.com/?redirect_uri=https://x/oauth2/idpresponse")), "sign in first");
        Seen.fails(
                check(answer(503, "", "Server: awselb/2.0")),
                URL + " gives HTTP 503 from the load balancer itself, not from a target.",
                "No target is registered");
    }
}
