package dev.alb.review.checks;

import static dev.alb.review.checks.PlannedSite.assertSays;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.review.Comparison;
import dev.alb.review.Exposure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who can reach what, by scheme, groups, rules and listeners together. */
class ExposureTest extends PlannedSiteTest {
    private static final String ON_443 =
            "cidr_ipv4         = \"198.51.100.0/24\"\n  ip_protocol       = \"tcp\"\n  from_port         = 443";
    private static final String LOAD_BALANCER = "resource \"aws_lb\" \"wiki\"";

    ExposureTest() {
        super(Exposures.checks());
    }

    private Comparison from(String network) {
        return edited(ON_443, ON_443.replace("198.51.100.0/24", network));
    }

    private static String rule(String name, String group, String source, String ports) {
        return "resource \"aws_vpc_security_group_ingress_rule\" \"" + name + "\" {\n"
                + "  security_group_id = aws_security_group." + group + ".id\n  " + source + "\n  " + ports + "\n}\n\n";
    }

    private static String tcp(int port) {
        return "ip_protocol = \"tcp\"\n  from_port = " + port + "\n  to_port = " + port;
    }

    private Comparison with(String... rules) {
        return edited(LOAD_BALANCER, String.join("", rules) + LOAD_BALANCER);
    }

    private static List<String> rows(Comparison comparison) {
        return Exposures.of(comparison).stream().map(ExposureTest::row).toList();
    }

    private static String row(Exposure one) {
        return one.mark() + " " + one.source() + " -> " + one.target() + " " + one.ports();
    }

    @Test
    void a_plan_that_changes_nothing_is_silent_and_shows_who_gets_in() {
        assertFinds(edited());
        assertEquals(
                List.of(
                        "SAME 198.51.100.0/24 -> aws_lb.wiki 80, 443 (tcp)",
                        "SAME the members of aws_security_group.alb -> the members of aws_security_group.nodes"
                                + " 8090, 8091 (tcp)"),
                rows(edited()));
        assertEquals(
                "aws_vpc_security_group_ingress_rule.http, aws_vpc_security_group_ingress_rule.https",
                Exposures.of(edited()).get(0).through());
    }

    @Test
    void the_whole_world_is_critical() {
        Comparison plan = from("0.0.0.0/0");
        assertFinds(plan, "critical open-to-the-world aws_lb.wiki");
        assertSays(
                "anybody can reach port 443, by aws_vpc_security_group_ingress_rule.https",
                PlannedSite.text(plan, "open-to-the-world"));
        assertEquals("CHANGED anybody -> aws_lb.wiki 443 (tcp)", rows(plan).get(1));
    }

    @Test
    void the_world_in_two_halves_is_the_world() {
        String all = "ip_protocol = \"-1\"";
        assertFinds(
                with(
                        rule("low", "alb", "cidr_ipv4 = \"0.0.0.0/1\"", all),
                        rule("high", "alb", "cidr_ipv4 = \"128.0.0.0/1\"", all)),
                "critical open-to-the-world aws_lb.wiki");
        assertFinds(
                with(
                        rule("low", "alb", "cidr_ipv4 = \"0.0.0.0/1\"", all),
                        rule("high", "alb", "cidr_ipv4 = \"128.0.0.0/2\"", all)),
                "high exposure-widened aws_lb.wiki");
    }

    @Test
    void a_port_on_which_nobody_listens_is_open_for_nobody() {
        assertFinds(with(rule("x", "alb", "cidr_ipv4 = \"0.0.0.0/0\"", tcp(8443))));
        assertFinds(with(rule("x", "alb", "cidr_ipv4 = \"0.0.0.0/0\"", tcp(443).replace("tcp", "udp"))));
    }

    @Test
    void ipv6_reaches_a_load_balancer_that_has_it() {
        assertFinds(with(rule("x", "alb", "cidr_ipv6 = \"::/0\"", tcp(443))));
    }

    @Test
    void more_networks_are_more() {
        Comparison wider = from("198.51.0.0/16");
        assertFinds(wider, "high exposure-widened aws_lb.wiki");
        assertSays("198.51.0.0/16 can reach port 443", PlannedSite.text(wider, "exposure-widened"));
        assertFinds(
                with(rule("x", "alb", "cidr_ipv4 = \"10.0.0.0/8\"", tcp(443))), "medium exposure-widened aws_lb.wiki");
        assertFinds(
                with(rule("x", "alb", "prefix_list_id = \"pl-0a1b2c3d\"", tcp(443))),
                "medium exposure-widened aws_lb.wiki");
        assertFinds(
                with(rule("x", "alb", "referenced_security_group_id = aws_security_group.nodes.id", tcp(443))),
                "medium exposure-widened aws_lb.wiki");
        assertFinds(with(rule("x", "alb", "cidr_ipv4 = \"198.51.100.0/25\"", tcp(443))));
    }

    @Test
    void fewer_networks_are_locked_out() {
        Comparison plan = from("198.51.100.0/25");
        assertFinds(plan, "medium access-removed aws_lb.wiki");
        assertSays(
                "of 198.51.100.0/24, only 198.51.100.0/25 can still reach port 443",
                PlannedSite.text(plan, "access-removed"));
        assertEquals(
                List.of(
                        "SAME 198.51.100.0/24 -> aws_lb.wiki 80 (tcp)",
                        "SAME 198.51.100.0/25 -> aws_lb.wiki 443 (tcp)",
                        "REMOVED 198.51.100.0/24 -> aws_lb.wiki 443 (tcp)"),
                rows(plan).subList(0, 3));
    }

    @Test
    void a_public_scheme_lets_in_whom_the_rules_always_let_in() {
        String internal = PlannedSite.BASE.replace("internal                   = false", "internal = true");
        try (PlannedSite inside = PlannedSite.of(internal)) {
            Comparison plan = inside.plan(PlannedSite.BASE);
            assertFinds(plan, "critical became-internet-facing aws_lb.wiki");
            assertSays("198.51.100.0/24 can reach port 443", PlannedSite.text(plan, "became-internet-facing"));
            assertFinds(
                    inside.edited(internal, ON_443, ON_443.replace("198.51.100.0/24", "0.0.0.0/0")),
                    "medium exposure-widened aws_lb.wiki");
        }
    }

    @Test
    void nodes_are_for_the_load_balancer_alone() {
        Comparison plan = with(rule("x", "nodes", "cidr_ipv4 = \"0.0.0.0/0\"", "ip_protocol = \"-1\""));
        assertFinds(
                plan,
                "critical cluster-port-open aws_security_group.nodes",
                "critical nodes-open-to-networks aws_security_group.nodes");
        assertSays(
                "anybody can reach port 8090, 8091 of the members", PlannedSite.text(plan, "nodes-open-to-networks"));
        assertFinds(
                with(rule("x", "nodes", "cidr_ipv4 = \"10.0.0.0/8\"", tcp(8090))),
                "high nodes-open-to-networks aws_security_group.nodes");
        assertFinds(with(rule("x", "nodes", "cidr_ipv4 = \"10.0.0.0/8\"", tcp(22))));
    }

    @Test
    void cluster_ports_are_for_the_nodes_alone() {
        assertFinds(
                with(rule("x", "nodes", "referenced_security_group_id = aws_security_group.alb.id", tcp(5701))),
                "medium cluster-port-open aws_security_group.nodes");
        assertFinds(with(rule("x", "nodes", "referenced_security_group_id = aws_security_group.nodes.id", tcp(5701))));
    }
}
