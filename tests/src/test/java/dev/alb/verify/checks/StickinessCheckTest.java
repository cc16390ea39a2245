package dev.alb.verify.checks;

import static dev.alb.verify.checks.Answers.HTTPS;
import static dev.alb.verify.checks.Answers.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.site.SiteText;
import dev.alb.verify.Deployment;
import dev.alb.verify.Seen;
import dev.alb.verify.probes.Answer;
import dev.alb.verify.probes.Http;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether the cookie keeps a browser at its node. */
class StickinessCheckTest {
    private static final String COOKIE = "Set-Cookie: AWSALB=a1; Expires=Thu, 03 Dec 2026 10:00:00 GMT; Path=/";
    private static final String URL = "https://wiki.example.com/";

    private static StickinessCheck check(String site, Http http) {
        return new StickinessCheck(new Deployment(SiteText.read(site)), HTTPS, http);
    }

    @Test
    void six_requests_to_one_node_are_well_and_carry_the_cookies() throws Exception {
        Answers answers = Answers.of(
                URL,
                answer(200, "", COOKIE, "Set-Cookie: JSESSIONID=s; HttpOnly", "X-Confluence-Cluster-Node: 31b036c8"));
        Seen.passes(check("", answers), "6 requests with the cookie reached the same node, 31b036c8.");
        assertEquals(URL + "{}", answers.asked().get(0));
        assertEquals(URL + "{Cookie=AWSALB=a1; JSESSIONID=s}", answers.asked().get(1));
    }

    @Test
    void a_node_is_known_by_the_foot_of_its_page_too() throws Exception {
        String page = "<span id=\"footer-cluster-node\">(31b036c8: node-1)</span>";
        Seen.passes(
                check("", Answers.of(URL, answer(200, page, COOKIE))),
                "6 requests with the cookie reached the same node, 31b036c8: node-1.");
    }

    @Test
    void nodes_that_do_not_say_who_they_are_leave_the_cookie_alone_to_look_at() throws Exception {
        Seen.passes(
                check("", Answers.of(URL, answer(200, "", COOKIE))),
                "The cookie is set and 6 requests with the cookie are answered; the nodes don't say who they are.");
    }

    @Test
    void no_cookie_is_a_failure() throws Exception {
        Seen.fails(
                check("", Answers.of(URL, answer(200, ""))),
                URL + " sets no cookie AWSALB, so a browser goes from node to node.",
                "stickiness on in both target groups");
        Seen.fails(
                check(
                        "confluence: {target_group: {stickiness: {type: app_cookie, cookie_name: MINE}}}",
                        Answers.of(URL, answer(200, ""))),
                URL + " sets no cookie MINE, by which the site file wants browsers to stay with their node.",
                "use the load balancer's own cookie");
    }

    @Test
    void another_node_is_a_failure() throws Exception {
        List<String> nodes = new ArrayList<>(List.of("a", "a", "b", "a", "b", "a", "a", "a", "b", "a", "b", "a"));
        Http http =
                (entrance, path, headers) -> answer(200, "", COOKIE, "X-Confluence-Cluster-Node: " + nodes.remove(0));
        Seen.fails(
                check("", http), "6 requests with the cookie reached several nodes: a, b.", "drops or shares cookies");
    }

    @Test
    void an_error_on_the_way_is_a_failure() throws Exception {
        List<Integer> codes = new ArrayList<>(List.of(200, 200, 500, 200, 200, 200, 200, 200, 500, 200, 200, 200));
        Http http = (entrance, path, headers) -> answer(codes.remove(0), "", COOKIE);
        Seen.fails(
                check("", http),
                "The cookie is set, and some of 6 requests with the cookie gave an error of a server.",
                "logs of the nodes");
    }

    @Test
    void a_site_without_stickiness_and_a_sign_in_are_skipped() throws Exception {
        Answer none = answer(200, "");
        Seen.skips(
                check(
                        "confluence: {target_group: {stickiness: {type: lb_cookie, enabled: false}}}",
                        Answers.of(URL, none)),
                "switches stickiness off");
    }
}
