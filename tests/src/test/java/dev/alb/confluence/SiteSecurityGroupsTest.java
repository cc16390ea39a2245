package dev.alb.confluence;

import static dev.alb.assertions.Where.where;

import dev.alb.assertions.SynthesizedStack;
import org.junit.jupiter.api.Test;

/** Who reaches the load balancer and the nodes, and on which ports. */
class SiteSecurityGroupsTest {
    private static final String INGRESS = "aws_vpc_security_group_ingress_rule";
    private static final String EGRESS = "aws_vpc_security_group_egress_rule";

    private static final String KEPT_OUT = """
            warning: site.yaml:%s access should name under nodes the addresses from which the nodes come, got none
                Confluence's nodes reach Synchrony through the load balancer, and come to a public one from their NAT \
            gateways. Without these addresses collaborative editing fails.
            """;

    @Test
    void anybody_comes_in_by_ipv4_where_nothing_is_said() {
        SynthesizedStack stack = SynthesizedSite.wiki().warns("").stack();
        stack.hasNo(INGRESS, "{cidr_ipv6: '::/0'}");
        stack.resource(INGRESS, "load_balancer-from-anybody-443")
                .has("{cidr_ipv4: '0.0.0.0/0', from_port: 443, to_port: 443, ip_protocol: 'tcp'}")
                .refersTo("security_group_id", "aws_security_group.load_balancer.id");
    }

    @Test
    void anybody_comes_in_by_ipv6_too_where_the_load_balancer_has_it() {
        SynthesizedStack stack = SynthesizedSite.wiki("load_balancer: {ip_address_type: dualstack}")
                .stack();
        stack.resource("aws_lb", "alb").has("ip_address_type", "dualstack");
        stack.resource(INGRESS, "load_balancer-from-anybody-ipv6-443").has("cidr_ipv6", "::/0");
        stack.resource(INGRESS, "load_balancer-from-anybody-ipv6-80").has("cidr_ipv6", "::/0");
    }

    @Test
    void listeners_at_ports_of_their_own_are_opened_there_and_nowhere_else() {
        SynthesizedStack stack = SynthesizedSite.wiki("listeners: {https: {port: 8443}, http: {port: 8080}}")
                .stack();
        stack.resource(INGRESS, "load_balancer-from-anybody-8443").has("{from_port: 8443, to_port: 8443}");
        stack.resource(INGRESS, "load_balancer-from-anybody-8080").has("{from_port: 8080, to_port: 8080}");
        stack.hasNo(INGRESS, "{from_port: 443}").hasNo(INGRESS, "{from_port: 80}");
    }

    @Test
    void nodes_are_reached_at_ports_of_their_own_and_at_a_port_for_health_checks() {
        SynthesizedStack stack = SynthesizedSite.wiki("""
                        confluence: {port: 9090, target_group: {health_check: {port: 9999}}}
                        synchrony: {port: 9091}
                        """).stack();
        stack.hasExactly(
                INGRESS,
                "load_balancer-from-anybody-443",
                "load_balancer-from-anybody-80",
                "nodes-from-load_balancer-confluence-9090",
                "nodes-from-load_balancer-confluence-9999",
                "nodes-from-load_balancer-synchrony-9091");
        stack.hasExactly(
                EGRESS,
                "load_balancer-to-nodes-confluence-9090",
                "load_balancer-to-nodes-confluence-9999",
                "load_balancer-to-nodes-synchrony-9091");
        stack.resource("aws_lb_target_group", "confluence").has("health_check.port", 9999);
    }

    @Test
    void an_existing_group_of_the_nodes_is_opened_and_not_made() {
        SynthesizedStack stack = SynthesizedSite.wiki(SiteText.NODES_GROUP).stack();
        stack.hasExactly("aws_security_group", "load_balancer");
        stack.resource(INGRESS, "nodes-from-load_balancer-synchrony-8091")
                .has("security_group_id", "sg-0a1b2c3d4e5f60741")
                .refersTo("referenced_security_group_id", "aws_security_group.load_balancer.id");
    }

    @Test
    void existing_groups_of_the_load_balancer_stay_as_they_are() {
        SynthesizedStack stack = SynthesizedSite.wiki("""
                        security_groups: {load_balancer: [sg-0a1b2c3d4e5f60791, sg-0a1b2c3d4e5f60792]}
                        """).stack();
        stack.hasNo(EGRESS).hasExactly("aws_security_group", "nodes");
        stack.hasExactly(
                INGRESS,
                "nodes-from-sg-0a1b2c3d4e5f60791-confluence-8090",
                "nodes-from-sg-0a1b2c3d4e5f60791-synchrony-8091",
                "nodes-from-sg-0a1b2c3d4e5f60792-confluence-8090",
                "nodes-from-sg-0a1b2c3d4e5f60792-synchrony-8091");
        stack.resource(INGRESS, "nodes-from-sg-0a1b2c3d4e5f60792-confluence-8090")
                .has("referenced_security_group_id", "sg-0a1b2c3d4e5f60792")
                .refersTo("security_group_id", "aws_security_group.nodes.id");
    }

    @Test
    void a_standalone_cluster_has_a_group_of_its_own() {
        SynthesizedStack stack = SynthesizedSite.wiki(SiteText.STANDALONE, """
                        security_groups: {nodes: sg-0a1b2c3d4e5f60741, synchrony_nodes: sg-0a1b2c3d4e5f60742}
                        """).stack();
        stack.resource(INGRESS, "nodes-from-load_balancer-confluence-8090")
                .has("security_group_id", "sg-0a1b2c3d4e5f60741");
        stack.resource(INGRESS, "synchrony_nodes-from-load_balancer-synchrony-8091")
                .has("security_group_id", "sg-0a1b2c3d4e5f60742");
        stack.hasNo(INGRESS, "{security_group_id: 'sg-0a1b2c3d4e5f60741', from_port: 8091}");
    }

    @Test
    void in_proxy_mode_nobody_reaches_the_port_of_synchrony() {
        SynthesizedSite.wiki(SiteText.PROXY)
                .stack()
                .hasNo(INGRESS, "{from_port: 8091}")
                .hasNo(EGRESS, "{from_port: 8091}");
    }

    @Test
    void restricted_access_warns_where_the_nodes_are_kept_out() {
        SynthesizedSite.wiki("access: {ipv4: [198.51.100.0/24]}").warns(KEPT_OUT.formatted("8:9"));
    }

    @Test
    void restricted_access_lets_in_who_is_named_and_the_nodes() {
        SynthesizedStack stack = SynthesizedSite.wiki("""
                        access:
                          ipv4: [198.51.100.0/24]
                          ipv6: ['2001:db8::/32']
                          prefix_lists: [pl-0123456789abcdef0]
                          security_groups: [sg-0a1b2c3d4e5f60799]
                          nodes: [203.0.113.7]
                        load_balancer: {ip_address_type: dualstack}
                        """).warns("").stack();
        stack.hasNo(INGRESS, "{cidr_ipv4: '0.0.0.0/0'}").hasNo(INGRESS, "{cidr_ipv6: '::/0'}");
        stack.resource(INGRESS, "load_balancer-from-198-51-100-0-24-443").has("cidr_ipv4", "198.51.100.0/24");
        stack.resource(INGRESS, "load_balancer-from-2001-db8---32-443").has("cidr_ipv6", "2001:db8::/32");
        stack.resource(INGRESS, "load_balancer-from-pl-0123456789abcdef0-443")
                .has("prefix_list_id", "pl-0123456789abcdef0");
        stack.resource(INGRESS, "load_balancer-from-sg-0a1b2c3d4e5f60799-443")
                .has("referenced_security_group_id", "sg-0a1b2c3d4e5f60799");
        stack.resource(INGRESS, "load_balancer-from-203-0-113-7-443")
                .has("{cidr_ipv4: '203.0.113.7/32', description: 'Nodes to Synchrony through the load balancer'}");
    }

    @Test
    void nodes_may_be_named_where_browsers_come_from_too() {
        SynthesizedSite.wiki("access: {ipv4: [203.0.113.7/32], nodes: [203.0.113.7]}")
                .warns("")
                .stack()
                .resource(INGRESS, where("{cidr_ipv4: '203.0.113.7/32', from_port: 443}"));
    }

    @Test
    void restricted_access_needs_no_nodes_in_proxy_mode() {
        SynthesizedSite.wiki("access: {ipv4: [198.51.100.0/24]}", SiteText.PROXY)
                .warns("");
    }

    @Test
    void nobody_comes_in_by_an_empty_list() {
        SynthesizedSite.wiki("access: {ipv4: []}", SiteText.PROXY)
                .stack()
                .hasNo(INGRESS, "{security_group_id: '${aws_security_group.load_balancer.id}'}");
    }

    @Test
    void nodes_reach_an_internal_load_balancer() {
        SynthesizedStack stack = SynthesizedSite.wiki("internal: true", "access: {ipv4: [10.0.0.0/8]}")
                .warns("")
                .stack();
        stack.resource("aws_lb", "alb").has("internal", true);
        for (int port : new int[] {443, 80}) {
            stack.resource(INGRESS, "load_balancer-from-nodes-" + port)
                    .has("from_port", port)
                    .refersTo("security_group_id", "aws_security_group.load_balancer.id")
                    .refersTo("referenced_security_group_id", "aws_security_group.nodes.id");
        }
        SynthesizedSite.wiki("internal: true", "access: {ipv4: [10.0.0.0/8]}", SiteText.PROXY)
                .stack()
                .hasNo(INGRESS, "{referenced_security_group_id: '${aws_security_group.nodes.id}'}");
    }

    @Test
    void a_cluster_of_its_own_reaches_an_internal_load_balancer_as_well() {
        SynthesizedSite.wiki("internal: true", "access: {ipv4: [10.0.0.0/8]}", SiteText.STANDALONE, """
                        security_groups: {synchrony_nodes: sg-0a1b2c3d4e5f60742}
                        """)
                .stack()
                .resource(INGRESS, "load_balancer-from-synchrony_nodes-443")
                .has("referenced_security_group_id", "sg-0a1b2c3d4e5f60742");
    }

    @Test
    void an_internal_site_says_who_may_open_it() {
        SynthesizedSite.wiki("internal: true").isRefusedWith("""
                site.yaml:1:1 access must say who may open an internal site, got nothing
                    Name the networks, as in access: {ipv4: [10.0.0.0/8]}.
                """);
    }

    @Test
    void refuses_a_port_of_the_cluster() {
        SynthesizedSite.wiki("confluence: {port: 5801}", "synchrony: {port: 25500}")
                .isRefusedWith("""
                        site.yaml:8:20 confluence.port must not be a port of the cluster, got 5801, Hazelcast of Confluence
                            Name the HTTP port; a load balancer must never reach this one.
                        site.yaml:9:19 synchrony.port must not be a port of the cluster, got 25500, Aleph of Synchrony
                            Name the HTTP port; a load balancer must never reach this one.
                        """);
    }

    @Test
    void refuses_a_port_of_the_cluster_for_health_checks() {
        SynthesizedSite.wiki("confluence: {target_group: {health_check: {port: 5801}}}")
                .isRefusedWith("""
                        site.yaml:8:50 confluence.target_group.health_check.port must not be a port of the cluster, got 5801, Hazelcast of Confluence
                            Name the HTTP port; a load balancer must never reach this one.
                        """);
    }

    @Test
    void tells_each_source_that_cannot_be() {
        SynthesizedSite.wiki("""
                        access:
                          ipv4: [everybody, 10.1.2.3/8]
                          ipv6: [10.0.0.0/8]
                          prefix_lists: [cloudfront]
                          security_groups: [staff]
                          nodes: [nat]
                        """).isRefusedWith("""
                        site.yaml:9:10 access.ipv4[0] must be an IPv4 network, got "everybody"
                            Write it as in "203.0.113.0/24".
                        site.yaml:9:21 access.ipv4[1] must be an IPv4 network, got "10.1.2.3/8"
                            Write "10.0.0.0/8" for the whole network, or "10.1.2.3/32" for the one address.
                        site.yaml:10:10 access.ipv6[0] must be an IPv6 network, got "10.0.0.0/8"
                            Write it as in "2001:db8::/32".
                        site.yaml:11:18 access.prefix_lists[0] must be the id of a prefix list, got "cloudfront"
                            Write it as in "pl-0123456789abcdef0".
                        site.yaml:12:21 access.security_groups[0] must be the id of a security group, got "staff"
                            Write it as in "sg-0123456789abcdef0", neither the name nor the ARN.
                        site.yaml:13:11 access.nodes[0] must be an IPv4 network, got "nat/32"
                            Write it as in "203.0.113.0/24".
                        """);
    }

    @Test
    void refuses_a_source_that_stands_twice() {
        SynthesizedSite.wiki(
                        "access: {ipv6: ['2001:db8::/32', '2001:db8:0::/32'], nodes: [203.0.113.7, 203.0.113.7/32]}")
                .isRefusedWith("""
                        site.yaml:8:34 access.ipv6[1] must name each one once, got "2001:db8:0::/32"
                            Take it out.
                        site.yaml:8:75 access.nodes[1] must name each one once, got "203.0.113.7/32"
                            Take it out.
                        """);
    }

    @Test
    void keeps_networks_apart_that_look_alike() {
        SynthesizedSite.wiki("access: {nodes: ['2001:db8::1', '2001:db8:1::'], ipv4: [10.0.0.0/8]}")
                .stack()
                .resource(INGRESS, "load_balancer-from-2001-db8--1-443")
                .has("cidr_ipv6", "2001:db8::1/128");
    }
}
