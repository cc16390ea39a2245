package dev.alb.confluence;

import dev.alb.assertions.SynthesizedStack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is there already: a load balancer, a listener, and what is taken over. */
class SiteExistingTest {
    @Test
    void takes_given_priorities_on_a_listener_that_it_shares() {
        SynthesizedStack stack = SynthesizedSite.wiki(
                        SiteText.ON_EXISTING_LISTENER,
                        "existing: {listener_arn: " + SiteText.LISTENER_ARN
                                + ", synchrony_priority: 7, confluence_priority: 8}")
                .stack();
        stack.resource("aws_lb_listener_rule", "synchrony").has("priority", 7);
        stack.resource("aws_lb_listener_rule", "confluence").has("priority", 8);
    }

    @Test
    void adds_listeners_to_a_load_balancer_of_somebody_else() {
        SynthesizedStack stack = SynthesizedSite.wiki(
                        SiteText.ON_EXISTING_LOAD_BALANCER, "dns: {zone_id: Z0123456789ABCDEFGHIJ}")
                .warns("")
                .stack();
        stack.hasNo("aws_lb").hasNo("aws_security_group").hasExactly("aws_lb_listener", "http", "https");
        stack.data("aws_lb", "alb").has("arn", SiteText.LOAD_BALANCER_ARN);
        stack.resource("aws_route53_record", "domain")
                .refersTo("alias.name", "data.aws_lb.alb.dns_name")
                .refersTo("alias.zone_id", "data.aws_lb.alb.zone_id");
        stack.output("dns_name").refersTo("value", "data.aws_lb.alb.dns_name");
    }

    @Test
    void asks_for_the_groups_of_the_load_balancer() {
        SynthesizedSite.wiki(SiteText.ON_EXISTING_LOAD_BALANCER, "security_groups:")
                .isRefusedWith("""
                site.yaml:9:17 security_groups.load_balancer must name the groups of the existing load balancer, got nothing
                    The nodes are opened for these groups, and for nobody else.
                """);
    }

    @Test
    void refuses_what_only_the_owner_of_a_load_balancer_can_do() {
        SynthesizedSite.wiki(SiteText.ON_EXISTING_LOAD_BALANCER, """
                        internal: true
                        load_balancer: {idle_timeout: 5m}
                        access: {ipv4: [198.51.100.0/24]}
                        shield_advanced: true
                        web_acl_arn: arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/wiki/0a1b2c3d
                        """).isRefusedWith("""
                        site.yaml:10:11 internal must be left out where existing names a load balancer, got it
                            Leave it out: the load balancer's owner decides that.
                        site.yaml:11:16 load_balancer must be left out where existing names a load balancer, got it
                            Leave it out: the load balancer's owner decides that.
                        site.yaml:12:9 access must be left out where security_groups.load_balancer names groups, got it
                            Change the rules of those groups.
                        site.yaml:13:18 shield_advanced must be left out where existing names a load balancer, got it
                            Leave it out: the load balancer's owner decides that.
                        site.yaml:14:14 web_acl_arn must be left out where existing names a load balancer, got it
                            Leave it out: the load balancer's owner decides that.
                        """);
    }

    @Test
    void refuses_what_only_the_owner_of_a_listener_can_do() {
        SynthesizedSite.wiki(SiteText.ON_EXISTING_LISTENER, """
                        dns: {zone_id: Z0123456789ABCDEFGHIJ}
                        listeners: {https: {port: 8443}}
                        """).isRefusedWith("""
                        site.yaml:10:6 dns must be left out where existing names a listener, got it
                            Leave it out: the listener's owner decides that.
                        site.yaml:11:12 listeners must be left out where existing names a listener, got it
                            Leave it out: the listener's owner decides that.
                        """);
    }

    @Test
    void refuses_changes_of_listeners_that_there_are_not() {
        SynthesizedSite.wiki(SiteText.HTTP_ALONE, "listeners: {https: {port: 8443}}")
                .isRefusedWith("""
                        site.yaml:8:20 listeners.https must be left out where tls.enabled is false, got it
                            Leave it out: there is no such listener.
                        """);
        SynthesizedSite.wiki(SiteText.HTTPS_ALONE, "listeners: {http: {port: 8080}}")
                .isRefusedWith("""
                        site.yaml:8:19 listeners.http must be left out where tls.redirect_http is false, got it
                            Leave it out: there is no such listener.
                        """);
    }

    @Test
    void refuses_a_group_for_nodes_that_synchrony_has_not() {
        SynthesizedSite.wiki("security_groups: {synchrony_nodes: sg-0a1b2c3d4e5f60742}")
                .isRefusedWith("""
                        site.yaml:8:36 security_groups.synchrony_nodes must be left out where Synchrony has no nodes of its own, got it
                            Leave it out, or write mode: standalone under synchrony and name its nodes.
                        """);
    }

    @Test
    void takes_over_what_was_made_by_hand() {
        SynthesizedSite.wiki("""
                        adopt:
                          aws_lb.alb: %s
                          aws_security_group.load_balancer: sg-0a1b2c3d4e5f60791
                        """.formatted(SiteText.LOAD_BALANCER_ARN))
                .stack()
                .whole()
                .hasExactly(
                        "import",
                        List.of(
                                SynthesizedStack.json("{to: 'aws_lb.alb', id: '" + SiteText.LOAD_BALANCER_ARN + "'}"),
                                SynthesizedStack.json(
                                        "{to: 'aws_security_group.load_balancer', id: 'sg-0a1b2c3d4e5f60791'}")));
    }

    @Test
    void tells_the_nearest_address_of_one_that_there_is_not() {
        SynthesizedSite.wiki("adopt: {aws_lb_target_group.confluense: x}").isRefusedWith("""
                site.yaml:8:9 adopt.aws_lb_target_group.confluense must name a resource of this site by its Terraform address, got "aws_lb_target_group.confluense"
                    Did you mean aws_lb_target_group.confluence?
                """);
    }

    @Test
    void tells_what_cannot_be_imported() {
        SynthesizedSite.wiki("adopt: {aws_lb_target_group_attachment.confluence-i-0a1b2c3d4e5f60731: x}")
                .isRefusedWith("""
                        site.yaml:8:9 adopt.aws_lb_target_group_attachment.confluence-i-0a1b2c3d4e5f60731 must name something that can be imported, got "aws_lb_target_group_attachment.confluence-i-0a1b2c3d4e5f60731"
                            Leave it out: making it again changes nothing.
                        """);
    }
}
