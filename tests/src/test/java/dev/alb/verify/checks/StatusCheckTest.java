package dev.alb.verify.checks;

import static dev.alb.verify.checks.Answers.HTTPS;
import static dev.alb.verify.checks.Answers.answer;
import static dev.alb.verify.checks.Answers.redirect;

import dev.alb.site.SiteText;
import dev.alb.verify.Deployment;
import dev.alb.verify.Seen;
import dev.alb.verify.probes.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Confluence says of itself, and what stands in its place. */
class StatusCheckTest {
    private static final String URL = "https://wiki.example.com/status";

    private static StatusCheck check(Answer answer) {
        return new StatusCheck(new Deployment(SiteText.read("")), HTTPS, Answers.of(URL, answer));
    }

    @Test
    void running_is_well_and_asked_below_the_context_path() throws Exception {
        String below = "https://wiki.example.com/wiki/status";
        StatusCheck check = new StatusCheck(
                new Deployment(SiteText.read("confluence: {context_path: /wiki}")),
                HTTPS,
                Answers.of(below, answer(200, "{\"state\":\"RUNNING\"}")));
        Seen.passes(check, below + " says RUNNING.");
    }

    @ParameterizedTest
    @CsvSource({
        "FIRST_RUN, Confluence has not been set up yet, go through the setup",
        "STARTING, Confluence is still starting, --wait 10m",
        "MAINTENANCE, Confluence is being maintained, End the maintenance",
        "ERROR, Confluence could not start, atlassian-confluence.log",
        "STOPPING, Confluence is shutting down, start it again"
    })
    void each_other_state_is_explained(String state, String meaning, String remedy) throws Exception {
        Answer answer = answer(503, "{\"state\":\"" + state + "\"}");
        Seen.fails(check(answer), URL + " says " + state + ": " + meaning + ".", remedy);
    }

    @Test
    void a_state_that_came_later_is_shown() throws Exception {
        Seen.fails(
                check(answer(200, "{\"state\":\"NAPPING\"}")),
                URL + " says a state that is not known here: \"NAPPING\".",
                "atlassian-confluence.log");
    }

    @Test
    void running_with_an_error_is_a_contradiction() throws Exception {
        Seen.fails(
                check(answer(500, "{\"state\":\"RUNNING\"}")),
                URL + " says RUNNING, but with HTTP 500.",
                "between the load balancer and Confluence");
    }

    @Test
    void a_page_in_the_place_of_json_points_to_the_context_path() throws Exception {
        Seen.fails(
                check(answer(200, "<!DOCTYPE html><html>", "Content-Type: text/html")),
                URL + " gives HTTP 200 and a page in HTML, not Confluence's state in JSON.",
                "Compare confluence.context_path of the site file, which is none");
        Seen.fails(
                check(answer(200, "nginx \u001b[31m\n says hello")),
                URL + " gives HTTP 200 and \"nginx [31m says hello\", not Confluence's state in JSON.",
                "something else answers");
    }

    @Test
    void a_redirect_to_the_setup_is_a_first_run_and_any_other_is_strange() throws Exception {
        Seen.fails(
                check(redirect("https://wiki.example.com/setup/setupstart.action")),
                URL + " redirects to \"https://wiki.example.com/setup/setupstart.action\".",
                "go through the setup");
        Seen.fails(check(redirect("/login")), URL + " redirects to \"/login\".", "is never redirected");
    }

    @Test
    void a_sign_in_of_the_load_balancer_is_no_failure() throws Exception {
        Seen.skips(
                check(redirect("https://id.example.com/authorize?client_id=a&redirect_uri="
                        + "https%3A%2F%2Fwiki.example.com%2Foauth2%2Fidpresponse&state=b")),
                "asks to sign in first, at id.example.com");
    }

    @ParameterizedTest
    @CsvSource({
        "502, keepAliveTimeout",
        "503, checks of the targets",
        "504, security group",
        "403, web ACL",
        "404, alb route https://wiki.example.com/status",
        "460, alb route"
    })
    void what_the_load_balancer_says_itself_is_told_from_what_confluence_says(int status, String remedy)
            throws Exception {
        Seen.fails(
                check(answer(status, "<html>", "Server: awselb/2.0")),
                URL + " gives HTTP " + status + " from the load balancer itself, not from a target.",
                remedy);
    }
}
