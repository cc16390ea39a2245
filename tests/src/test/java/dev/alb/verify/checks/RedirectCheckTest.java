package dev.alb.verify.checks;

import static dev.alb.verify.checks.Answers.HTTP;
import static dev.alb.verify.checks.Answers.HTTPS;
import static dev.alb.verify.checks.Answers.answer;
import static dev.alb.verify.checks.Answers.redirect;

import dev.alb.site.SiteText;
import dev.alb.verify.Deployment;
import dev.alb.verify.Seen;
import dev.alb.verify.probes.Answer;
import dev.alb.verify.probes.Entrance;
import org.junit.jupiter.api.Test;

/** From HTTP to HTTPS, and what goes wrong on the way. */
class RedirectCheckTest {
    private static final String PATH = "/display?spaceKey=A%26B&title=Two+words";
    private static final String PLAIN = "http://wiki.example.com" + PATH;
    private static final String ENCRYPTED = "https://wiki.example.com" + PATH;
    private static final Deployment SITE = new Deployment(SiteText.read(""));

    private static RedirectCheck check(Answer plain, Answer encrypted) {
        Answers answers = Answers.of(PLAIN, plain).with(ENCRYPTED, encrypted);
        return new RedirectCheck(SITE, HTTP, HTTPS, answers, true);
    }

    private static RedirectCheck leadingTo(String location) {
        return check(redirect(location), answer(404, ""));
    }

    @Test
    void one_redirect_with_path_and_query_is_well() throws Exception {
        String text = "http://wiki.example.com/ leads to https://wiki.example.com/, path and query kept.";
        Seen.passes(leadingTo(ENCRYPTED), text);
        Seen.passes(leadingTo("https://WIKI.example.com:443" + PATH), text);
        Seen.passes(check(redirect(ENCRYPTED), redirect("https://wiki.example.com/login.action")), text);
    }

    @Test
    void a_local_port_stands_for_that_of_the_listener() throws Exception {
        Entrance here = HTTPS.at("127.0.0.1", 8443);
        Answers answers = Answers.of(PLAIN, redirect("https://wiki.example.com:8443" + PATH))
                .with(ENCRYPTED, answer(200, ""));
        Seen.passes(
                new RedirectCheck(SITE, HTTP, here, answers, true),
                "http://wiki.example.com/ leads to https://wiki.example.com/, path and query kept.");
    }

    @Test
    void no_redirect_is_a_failure_unless_the_listener_is_somebody_elses() throws Exception {
        Seen.fails(
                check(answer(200, "welcome"), answer(200, "")),
                PLAIN + " must redirect to HTTPS, got HTTP 200.",
                "default action");
        Deployment shared = new Deployment(SiteText.read("""
                existing: {listener_arn: "arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/a/1/2"}
                tls: {}
                subnets: -
                security_groups: {load_balancer: [sg-0a1b2c3d4e5f60741]}
                """));
        Answers answers = Answers.of(PLAIN, answer(404, ""));
        Seen.skips(new RedirectCheck(shared, HTTP, HTTPS, answers, true), "isn't this site's, so ask its owner");
    }

    @Test
    void another_place_is_a_failure() throws Exception {
        Seen.fails(
                leadingTo("https://other.example.com" + PATH),
                PLAIN + " redirects to https://other.example.com" + PATH + ", which is not https://wiki.example.com.",
                "port 443");
        Seen.fails(
                leadingTo("https://wiki.example.com:9443" + PATH),
                PLAIN + " redirects to https://wiki.example.com:9443" + PATH
                        + ", which is not https://wiki.example.com.",
                "port 443");
        Seen.fails(
                leadingTo(PLAIN),
                PLAIN + " redirects to " + PLAIN + ", which is not https://wiki.example.com.",
                "HTTPS");
        Seen.fails(
                leadingTo("::nowhere"),
                PLAIN + " redirects to ::nowhere, which is not https://wiki.example.com.",
                "HTTPS");
    }

    @Test
    void a_path_or_a_query_that_is_lost_is_a_failure() throws Exception {
        String lost = "%s redirects to %s, where the path or the query is another one.";
        Seen.fails(
                leadingTo("https://wiki.example.com/"),
                lost.formatted(PLAIN, "https://wiki.example.com/"),
                "#{path} and #{query}");
        Seen.fails(
                leadingTo("https://wiki.example.com/display"),
                lost.formatted(PLAIN, "https://wiki.example.com/display"),
                "#{query}");
    }

    @Test
    void confluence_that_takes_it_for_plain_http_sends_people_in_a_circle() throws Exception {
        Seen.fails(
                check(redirect(ENCRYPTED), redirect(PLAIN)),
                ENCRYPTED + " redirects again, to " + PLAIN + ".",
                "scheme=\"https\" secure=\"true\" proxyName=\"wiki.example.com\" proxyPort=\"443\"");
        Seen.fails(
                check(redirect(ENCRYPTED), redirect(ENCRYPTED, "Server: awselb/2.0")),
                ENCRYPTED + " redirects again, to " + ENCRYPTED + ".",
                "The HTTPS listener redirects too");
    }

    @Test
    void a_listener_that_turns_this_client_away_is_not_followed() throws Exception {
        Answers answers = Answers.of(PLAIN, redirect(ENCRYPTED));
        Seen.passes(
                new RedirectCheck(SITE, HTTP, HTTPS, answers, false),
                "http://wiki.example.com/ leads to https://wiki.example.com/, path and query kept.");
    }
}
