package dev.alb.serve.targets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How clients stay with a target or a target group, by the cookies that AWS sets. */
class StickinessTest {
    private static final String BY_LOAD_BALANCER =
            ", 'stickiness': [{'type': 'lb_cookie', 'cookie_duration': 600}], 'health_check': [{'unhealthy_threshold': 2}]";
    private static final String BY_APPLICATION =
            ", 'stickiness': [{'type': 'app_cookie', 'cookie_name': 'JSESSIONID', 'cookie_duration': 600}],"
                    + " 'health_check': [{'unhealthy_threshold': 2}]";
    private static final String SESSION = "JSESSIONID=abc; Path=/; HttpOnly";

    /** A browser: it keeps the cookies it gets. */
    private static final class Client {
        private final RunningPools pools;
        private final Map<String, String> cookies = new LinkedHashMap<>();
        private List<String> lastSet = List.of();

        Client(RunningPools pools) {
            this.pools = pools;
        }

        String request(String... fromTarget) {
            try (Pick pick = pools.pick(cookies).orElseThrow()) {
                lastSet = pick.setCookies(List.of(fromTarget));
                List<String> all = new ArrayList<>(List.of(fromTarget));
                all.addAll(lastSet);
                all.forEach(cookie -> cookies.put(
                        cookie.substring(0, cookie.indexOf('=')),
                        cookie.substring(cookie.indexOf('=') + 1).replaceFirst(";.*", "")));
                return pick.target().id();
            }
        }

        List<String> names() {
            return lastSet.stream()
                    .map(cookie -> cookie.replaceFirst("=.*", ""))
                    .toList();
        }
    }

    private static Client client(String settings) {
        return new Client(RunningPools.of(settings, "i-1", "i-2", "i-3").healthy());
    }

    @Test
    void the_load_balancer_sets_two_cookies_for_seven_days_whose_value_tells_nothing() {
        Client client = client(BY_LOAD_BALANCER);
        client.request();
        assertEquals(2, client.lastSet.size(), client.lastSet::toString);
        String end = "; Expires=Tue, 01 Dec 2026 10:00:00 GMT; Path=/";
        assertTrue(client.lastSet.get(0).matches("AWSALB=[A-Za-z0-9+/]+=*" + end), client.lastSet::toString);
        assertTrue(
                client.lastSet.get(1).matches("AWSALBCORS=[A-Za-z0-9+/]+=*" + end + "; SameSite=None; Secure"),
                client.lastSet::toString);
        assertEquals(client.cookies.get("AWSALB"), client.cookies.get("AWSALBCORS"));
    }

    @Test
    void a_client_stays_with_its_target_for_as_long_as_it_comes_back_in_time() {
        Client client = client(BY_LOAD_BALANCER);
        String first = client.request();
        for (int i = 0; i < 20; i++) {
            client.pools.pass(Duration.ofSeconds(599));
            assertEquals(first, client.request(), "each request begins the duration anew");
        }
        client.pools.pass(Duration.ofSeconds(600));
        assertNotEquals(first, client.request(), "the next in turn");
    }

    @Test
    void the_second_cookie_is_enough() {
        Client client = client(BY_LOAD_BALANCER);
        String first = client.request();
        client.cookies.remove("AWSALB");
        assertEquals(first, client.request());
    }

    @Test
    void a_cookie_that_was_changed_or_made_elsewhere_is_ignored() {
        Client client = client(BY_LOAD_BALANCER);
        assertEquals("i-1", client.request());
        String value = client.cookies.get("AWSALB");
        for (String forged :
                List.of("x", "", "AAAA", "%%%", value.substring(4), "B" + value.substring(1), "aXRlbXM=".repeat(9))) {
            client.cookies.put("AWSALB", forged);
            client.cookies.put("AWSALBCORS", forged);
            client.request();
        }
        assertEquals(
                List.of("i-3", "i-1", "i-2"),
                List.of(client.pools.next(), client.pools.next(), client.pools.next()),
                "eight turns were taken");
        Client other = client(BY_LOAD_BALANCER);
        other.pools.next();
        other.cookies.put("AWSALB", value);
        assertEquals("i-2", other.request(), "a load balancer reads its own cookies alone");
    }

    @Test
    void a_client_of_an_unhealthy_target_moves_and_does_not_come_back() {
        Client client = client(BY_LOAD_BALANCER);
        String first = client.request();
        client.pools.answering(500, first).answering(500, first);
        String second = client.request();
        assertNotEquals(first, second);
        for (int i = 0; i < 5; i++) {
            client.pools.answering(200, first);
        }
        assertEquals(TargetState.HEALTHY, client.pools.target(first).health().state());
        assertEquals(second, client.request());
    }

    @Test
    void a_client_of_a_target_that_drains_moves() {
        Client client = client(BY_LOAD_BALANCER);
        assertEquals("i-1", client.request());
        client.pools.deploy(RunningPools.topology(BY_LOAD_BALANCER, "i-2", "i-3"));
        String second = client.request();
        assertNotEquals("i-1", second);
        assertEquals(second, client.request());
    }

    @Test
    void without_stickiness_there_are_no_cookies() {
        for (String settings : List.of("", ", 'stickiness': [{'type': 'lb_cookie', 'enabled': false}]")) {
            Client client = client(settings);
            assertNotEquals(client.request(SESSION), client.request(SESSION));
            assertEquals(List.of(), client.names());
        }
    }

    @Test
    void clients_of_an_application_stay_once_it_has_set_its_cookie() {
        Client client = client(BY_APPLICATION);
        client.request();
        assertEquals(List.of(), client.names());
        String first = client.request(SESSION);
        assertEquals(List.of("AWSALBAPP-0"), client.names());
        assertTrue(
                client.lastSet.get(0).endsWith("; Expires=Tue, 01 Dec 2026 10:00:00 GMT; Path=/"),
                client.lastSet::toString);
        for (int i = 0; i < 5; i++) {
            client.pools.pass(Duration.ofSeconds(599));
            assertEquals(first, client.request());
            assertEquals(List.of("AWSALBAPP-0"), client.names(), "it is set anew");
        }
        client.pools.pass(Duration.ofSeconds(600));
        assertNotEquals(first, client.request());
        assertEquals(List.of(), client.names());
    }

    @Test
    void without_the_cookie_of_the_application_its_clients_do_not_stay() {
        Client client = client(BY_APPLICATION);
        String first = client.request(SESSION);
        client.cookies.remove("JSESSIONID");
        assertNotEquals(first, client.request());
        client.request("JSESSIONIDS=abc; Path=/");
        assertEquals(List.of(), client.names(), "another cookie is not the application's");
    }

    @Test
    void a_client_of_an_application_whose_target_fails_gets_a_new_one_and_a_new_cookie() {
        Client client = client(BY_APPLICATION);
        String first = client.request(SESSION);
        client.pools.answering(500, first).answering(500, first);
        String second = client.request();
        assertNotEquals(first, second);
        assertEquals(List.of("AWSALBAPP-0"), client.names());
        assertEquals(second, client.request());
    }

    private static Client ofTwoGroups(String stickiness, String groupSettings) {
        String group = "{'port': 80, 'protocol': 'HTTP' " + groupSettings + "}";
        String action = "'default_action': [{'type': 'forward', 'forward': [{'target_group': ["
                + "{'arn': '${aws_lb_target_group.blue.arn}', 'weight': 1},"
                + "{'arn': '${aws_lb_target_group.green.arn}', 'weight': 1}]" + stickiness + "}]}]";
        return new Client(RunningPools.of(RunningPools.groups(
                        "'blue': " + group + ", 'green': " + group,
                        action,
                        "blue b1",
                        "blue b2",
                        "green g1",
                        "green g2"))
                .healthy());
    }

    @Test
    void a_client_stays_with_a_target_group_where_the_action_says_so() {
        Client client = ofTwoGroups(", 'stickiness': [{'enabled': true, 'duration': 60}]", "");
        char group = client.request().charAt(0);
        assertEquals(List.of("AWSALBTG", "AWSALBTGCORS"), client.names());
        for (int i = 0; i < 6; i++) {
            client.pools.pass(Duration.ofSeconds(59));
            assertEquals(group, client.request().charAt(0));
        }
        client.pools.pass(Duration.ofSeconds(60));
        assertNotEquals(group, client.request().charAt(0), "the other group is next");
    }

    @Test
    void a_client_may_stay_with_group_and_target_at_once() {
        Client client = ofTwoGroups(", 'stickiness': [{'enabled': true, 'duration': 60}]", BY_LOAD_BALANCER);
        String first = client.request();
        assertEquals(List.of("AWSALBTG", "AWSALBTGCORS", "AWSALB", "AWSALBCORS"), client.names());
        for (int i = 0; i < 6; i++) {
            assertEquals(first, client.request());
        }
    }

    @Test
    void one_cookie_keeps_the_targets_of_several_groups() {
        Client client = ofTwoGroups("", BY_LOAD_BALANCER);
        String blue = client.request();
        String green = client.request();
        for (int i = 0; i < 6; i++) {
            String next = client.request();
            assertTrue(next.equals(blue) || next.equals(green), next + " is neither " + blue + " nor " + green);
        }
        assertNotEquals(blue.charAt(0), green.charAt(0));
    }

    @Test
    void values_of_cookies_differ_even_for_the_same_target() {
        Client client = client(BY_LOAD_BALANCER);
        client.request();
        String first = client.cookies.get("AWSALB");
        client.request();
        assertNotEquals(first, client.cookies.get("AWSALB"));
    }
}
