package dev.alb.confluence;

import static dev.alb.assertions.Where.where;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.alb.assertions.SynthesizedStack;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * Atlassian's page, step by step, each on the JSON of the smallest site.
 *
 * @see <a href="https://confluence.atlassian.com/confkb/how-to-configure-amazon-web-service-elastic-load-balancer-with-confluence-859515417.html">
 *     Atlassian: How to configure Amazon Web Service Application Load Balancer with Confluence</a>
 */
@DisplayName("Atlassian: How to configure Amazon Web Service Application Load Balancer with Confluence")
class AtlassianGuideTest {
    private static final SynthesizedStack WIKI = SynthesizedSite.wiki().stack();

    @Nested
    @DisplayName("Before you begin")
    class BeforeYouBegin {
        @Test
        @DisplayName("1. The base URL is the eventual address of the load balancer: output url")
        void tells_the_base_url() {
            WIKI.output("url").has("value", "https://wiki.example.com");
            SynthesizedSite.wiki("confluence: {context_path: /wiki}")
                    .stack()
                    .output("url")
                    .has("value", "https://wiki.example.com/wiki");
        }

        @Test
        @DisplayName("2. proxyName, proxyPort and scheme follow from the listener's address: url and synchrony_url")
        void tells_the_addresses_that_server_xml_repeats() {
            WIKI.resource("aws_lb_listener", "https").has("{port: 443, protocol: 'HTTPS'}");
            WIKI.output("synchrony_url").has("value", "https://wiki.example.com/synchrony/v1");
            SynthesizedStack plain = SynthesizedSite.wiki(SiteText.HTTP_ALONE).stack();
            plain.output("url").has("value", "http://wiki.example.com");
            plain.output("synchrony_url").has("value", "http://wiki.example.com/synchrony/v1");
        }

        @Test
        @DisplayName("2. The address has the listener's port where that is not the scheme's own")
        void tells_a_port_of_its_own() {
            SynthesizedStack stack =
                    SynthesizedSite.wiki("listeners: {https: {port: 8443}}").stack();
            stack.output("url").has("value", "https://wiki.example.com:8443");
            stack.output("synchrony_url").has("value", "https://wiki.example.com:8443/synchrony/v1");
        }
    }

    @Nested
    @DisplayName("Creating the targets")
    class CreatingTheTargets {
        @Test
        @DisplayName("The targets must be created for a specific VPC first")
        void are_in_the_vpc() {
            WIKI.resource("aws_lb_target_group", "confluence").has("vpc_id", "vpc-0a1b2c3d4e5f60718");
            WIKI.resource("aws_lb_target_group", "synchrony").has("vpc_id", "vpc-0a1b2c3d4e5f60718");
        }

        @Test
        @DisplayName("1. Choose Target Groups under Load Balancing: by their names, of the kind of their targets")
        void are_target_groups() {
            WIKI.resource("aws_lb_target_group", "confluence").has("name").has("target_type", "instance");
            WIKI.resource("aws_lb_target_group", "synchrony").has("name").has("target_type", "instance");
        }

        @Test
        @DisplayName("2. Create two new targets - one for Confluence, and one for Synchrony")
        void are_two() {
            WIKI.hasExactly("aws_lb_target_group", "confluence", "synchrony");
        }

        @Test
        @DisplayName("3. Both targets must be registered to the same instance; all instances on both targets")
        void hold_the_same_instances() {
            Set<String> all = Set.of("i-0a1b2c3d4e5f60731", "i-0a1b2c3d4e5f60732");
            assertEquals(all, instancesOf("confluence"), WIKI.json()::toPrettyString);
            assertEquals(all, instancesOf("synchrony"), WIKI.json()::toPrettyString);
        }

        @Test
        @DisplayName("Recommended settings: health check protocol HTTP and HTTP")
        void check_by_http() {
            WIKI.resource("aws_lb_target_group", "confluence").has("health_check.protocol", "HTTP");
            // HTTP where nothing is said, too; Synchrony's can't be changed.
            WIKI.resource("aws_lb_target_group", "synchrony").lacks("health_check.protocol");
        }

        @Test
        @DisplayName("Recommended settings: health check path /status and /synchrony/heartbeat")
        void check_the_paths() {
            WIKI.resource("aws_lb_target_group", "confluence").has("health_check.path", "/status");
            WIKI.resource("aws_lb_target_group", "synchrony").has("health_check.path", "/synchrony/heartbeat");
        }

        @Test
        @DisplayName("Note 1: HTTP unless SSL ends at Tomcat; Synchrony only accepts HTTP")
        void speak_http_unless_tomcat_has_tls() {
            WIKI.resource("aws_lb_target_group", "confluence").has("protocol", "HTTP");
            SynthesizedStack tls = SynthesizedSite.wiki("confluence: {protocol: HTTPS, port: 8443}")
                    .stack();
            tls.resource("aws_lb_target_group", "confluence")
                    .has("{protocol: 'HTTPS', port: 8443, health_check: {protocol: 'HTTPS', path: '/status'}}");
            tls.resource("aws_lb_target_group", "synchrony")
                    .has("protocol", "HTTP")
                    .lacks("health_check.protocol");
        }

        @Test
        @DisplayName("Note 2: the default port for Confluence is 8090, or what server.xml says")
        void reach_confluence_at_its_port() {
            WIKI.resource("aws_lb_target_group", "confluence").has("port", 8090);
            SynthesizedSite.wiki("confluence: {port: 9090}")
                    .stack()
                    .resource("aws_lb_target_group", "confluence")
                    .has("port", 9090);
        }

        @Test
        @DisplayName("Note 3: the default port for Synchrony is 8091, or what -Dsynchrony.port says")
        void reach_synchrony_at_its_port() {
            WIKI.resource("aws_lb_target_group", "synchrony").has("port", 8091);
            SynthesizedSite.wiki("synchrony: {port: 9091}")
                    .stack()
                    .resource("aws_lb_target_group", "synchrony")
                    .has("port", 9091);
        }

        @Test
        @DisplayName("Note 4: the port used by Synchrony (8091 or a custom one) is open on the security group")
        void open_the_port_of_synchrony() {
            opens(WIKI, 8091);
            opens(SynthesizedSite.wiki("synchrony: {port: 9091}").stack(), 9091);
        }

        private void opens(SynthesizedStack stack, int port) {
            stack.resource(
                            "aws_vpc_security_group_ingress_rule",
                            where("{from_port: " + port + ", to_port: " + port + ", ip_protocol: 'tcp'}"))
                    .refersTo("security_group_id", "aws_security_group.nodes.id")
                    .refersTo("referenced_security_group_id", "aws_security_group.load_balancer.id");
            stack.resource(
                            "aws_vpc_security_group_egress_rule",
                            where("{from_port: " + port + ", to_port: " + port + ", ip_protocol: 'tcp'}"))
                    .refersTo("security_group_id", "aws_security_group.load_balancer.id")
                    .refersTo("referenced_security_group_id", "aws_security_group.nodes.id");
        }

        private Set<String> instancesOf(String group) {
            Set<String> instances = new TreeSet<>();
            String reference = "${aws_lb_target_group." + group + ".arn}";
            WIKI.json().path("resource").path("aws_lb_target_group_attachment").forEach(attachment -> {
                if (attachment.path("target_group_arn").asText().equals(reference)) {
                    instances.add(attachment.path("target_id").asText());
                }
            });
            return instances;
        }
    }

    @Nested
    @DisplayName("Creating the load balancer")
    class CreatingTheLoadBalancer {
        @Test
        @DisplayName("1. Create a new Application Load Balancer; the Classic Load Balancer is not supported")
        void is_an_application_load_balancer() {
            WIKI.hasExactly("aws_lb", "alb").hasNo("aws_elb");
            WIKI.resource("aws_lb", "alb").has("{load_balancer_type: 'application', name: 'wiki', internal: false}");
        }

        @Test
        @DisplayName("2. Choose which listeners the Load Balancer will handle (at least HTTP or HTTPS)")
        void has_its_listeners() {
            WIKI.hasExactly("aws_lb_listener", "http", "https");
            WIKI.resource("aws_lb_listener", "http").refersTo("load_balancer_arn", "aws_lb.alb.arn");
            WIKI.resource("aws_lb_listener", "https").refersTo("load_balancer_arn", "aws_lb.alb.arn");
            SynthesizedSite.wiki(SiteText.HTTPS_ALONE).stack().hasExactly("aws_lb_listener", "https");
            SynthesizedSite.wiki(SiteText.HTTP_ALONE).stack().hasExactly("aws_lb_listener", "http");
        }

        @Test
        @DisplayName("3. Specify your VPC and availability zone (subnets)")
        void is_in_the_subnets() {
            WIKI.resource("aws_lb", "alb")
                    .hasExactly("subnets", List.of("subnet-0a1b2c3d4e5f60711", "subnet-0a1b2c3d4e5f60722"));
            WIKI.resource("aws_security_group", "load_balancer").has("vpc_id", "vpc-0a1b2c3d4e5f60718");
        }

        @Test
        @DisplayName("4. Click Next: the site is refused where a step before is not done")
        void refuses_what_is_not_done() {
            SynthesizedSite.wiki("subnets:").isRefusedWith("""
                    site.yaml:5:9 subnets must be given, got nothing
                        Name two subnets in different availability zones.
                    """);
        }

        @Test
        @DisplayName("5. If you have an SSL certificate, you can install it; if not, you can skip this step")
        void has_the_certificate() {
            WIKI.resource("aws_lb_listener", "https")
                    .has("certificate_arn", "arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d-4e5f")
                    .has("ssl_policy");
            SynthesizedSite.wiki(SiteText.HTTP_ALONE)
                    .stack()
                    .hasNo("aws_lb_listener", "{protocol: 'HTTPS'}")
                    .resource("aws_lb_listener", "http")
                    .lacks("certificate_arn");
        }

        @Test
        @DisplayName("6. Choose an existing (or create a new) Security Group")
        void has_its_security_group() {
            WIKI.resource("aws_lb", "alb").refersTo("security_groups", "aws_security_group.load_balancer.id");
            SynthesizedStack own = SynthesizedSite.wiki(SiteText.OWN_GROUPS).stack();
            own.hasNo("aws_security_group");
            own.resource("aws_lb", "alb").hasExactly("security_groups", List.of("sg-0a1b2c3d4e5f60791"));
        }

        @Test
        @DisplayName("7. Choose the Confluence target you created earlier")
        void forwards_to_confluence() {
            WIKI.resource("aws_lb_listener", "https")
                    .has("default_action.0.type", "forward")
                    .refersTo("default_action.0.target_group_arn", "aws_lb_target_group.confluence.arn");
        }

        @Test
        @DisplayName("8. Review the settings: nothing else is made")
        void makes_nothing_else() {
            WIKI.hasExactlyTheAddresses(
                    "aws_lb.alb",
                    "aws_lb_listener.http",
                    "aws_lb_listener.https",
                    "aws_lb_listener_rule.synchrony",
                    "aws_lb_target_group.confluence",
                    "aws_lb_target_group.synchrony",
                    "aws_lb_target_group_attachment.confluence-i-0a1b2c3d4e5f60731",
                    "aws_lb_target_group_attachment.confluence-i-0a1b2c3d4e5f60732",
                    "aws_lb_target_group_attachment.synchrony-i-0a1b2c3d4e5f60731",
                    "aws_lb_target_group_attachment.synchrony-i-0a1b2c3d4e5f60732",
                    "aws_security_group.load_balancer",
                    "aws_security_group.nodes",
                    "aws_vpc_security_group_egress_rule.load_balancer-to-nodes-confluence-8090",
                    "aws_vpc_security_group_egress_rule.load_balancer-to-nodes-synchrony-8091",
                    "aws_vpc_security_group_ingress_rule.load_balancer-from-anybody-443",
                    "aws_vpc_security_group_ingress_rule.load_balancer-from-anybody-80",
                    "aws_vpc_security_group_ingress_rule.nodes-from-load_balancer-confluence-8090",
                    "aws_vpc_security_group_ingress_rule.nodes-from-load_balancer-synchrony-8091");
        }

        @Test
        @DisplayName("9. Click Create: for a provider and a region that Terraform knows")
        void can_be_created() {
            WIKI.provider("aws").has("region", "eu-central-1");
            WIKI.whole().has("terraform.required_providers.aws.source", "hashicorp/aws");
        }
    }

    @Nested
    @DisplayName("An additional rule to send Synchrony traffic to the Synchrony service")
    class TheSynchronyRule {
        private final SynthesizedStack plain =
                SynthesizedSite.wiki(SiteText.HTTP_ALONE).stack();

        @Test
        @DisplayName("1. Click the Listeners tab: the rule belongs to a listener of the load balancer")
        void belongs_to_a_listener() {
            WIKI.resource("aws_lb_listener_rule", "synchrony").has("listener_arn");
        }

        @Test
        @DisplayName("2. Expand the appropriate listener (or listeners): the one that serves Confluence")
        void belongs_to_the_listener_that_serves() {
            WIKI.resource("aws_lb_listener_rule", "synchrony").refersTo("listener_arn", "aws_lb_listener.https.arn");
            plain.resource("aws_lb_listener_rule", "synchrony").refersTo("listener_arn", "aws_lb_listener.http.arn");
        }

        @Test
        @DisplayName("3. Insert rule: one, before the default one")
        void is_one_rule() {
            WIKI.hasExactly("aws_lb_listener_rule", "synchrony");
            plain.hasExactly("aws_lb_listener_rule", "synchrony");
            WIKI.resource("aws_lb_listener_rule", "synchrony").has("priority", 10_000);
        }

        @Test
        @DisplayName("4. Add condition and select path")
        void asks_for_the_path_alone() {
            WIKI.resource("aws_lb_listener_rule", "synchrony")
                    .has("condition.0.path_pattern")
                    .lacks("condition.1");
        }

        @Test
        @DisplayName(
                "5. In the Path is Value field, add /synchrony/* - at the root of the host, whatever the context path")
        void asks_for_synchrony() {
            List<String> paths = List.of("/synchrony", "/synchrony/*");
            WIKI.resource("aws_lb_listener_rule", "synchrony").hasExactly("condition.0.path_pattern.values", paths);
            SynthesizedSite.wiki("confluence: {context_path: /wiki}")
                    .stack()
                    .resource("aws_lb_listener_rule", "synchrony")
                    .hasExactly("condition.0.path_pattern.values", paths);
        }

        @Test
        @DisplayName("6. Choose the Synchrony target you created earlier")
        void forwards_to_synchrony() {
            WIKI.resource("aws_lb_listener_rule", "synchrony")
                    .has("action.0.type", "forward")
                    .lacks("action.1")
                    .refersTo("action.0.target_group_arn", "aws_lb_target_group.synchrony.arn");
        }

        @Test
        @DisplayName("7. Click Save: nothing that Terraform would have to ask for is open")
        void needs_no_input() {
            assertFalse(WIKI.json().has("variable"), WIKI.json()::toPrettyString);
        }
    }

    @Nested
    @DisplayName("Redirecting HTTP to HTTPS")
    class RedirectingHttp {
        @Test
        @DisplayName("You will need 2 listeners, one for port 80 and one for port 443")
        void has_two_listeners() {
            WIKI.resource("aws_lb_listener", "http").has("{port: 80, protocol: 'HTTP'}");
            WIKI.resource("aws_lb_listener", "https").has("{port: 443, protocol: 'HTTPS'}");
        }

        @Test
        @DisplayName("The HTTP listener's only function will be to redirect traffic to the HTTPS listener")
        void only_redirects() {
            WIKI.resource("aws_lb_listener", "http")
                    .hasExactly(
                            "default_action",
                            SynthesizedStack.json(
                                    "[{type: 'redirect', redirect: {port: '443', protocol: 'HTTPS', status_code: 'HTTP_301'}}]"));
            WIKI.hasNo("aws_lb_listener_rule", "{listener_arn: '${aws_lb_listener.http.arn}'}");
        }

        @Test
        @DisplayName("The HTTP listener redirects to the port of the HTTPS listener, whatever that is")
        void redirects_to_a_port_of_its_own() {
            SynthesizedSite.wiki("listeners: {https: {port: 8443}}")
                    .stack()
                    .resource("aws_lb_listener", "http")
                    .has("default_action.0.redirect.port", "8443");
        }

        @Test
        @DisplayName("The HTTPS listener passes traffic to the target groups, including the rule for Synchrony")
        void passes_traffic_on() {
            List<String> targets = Stream.of(
                            WIKI.resource("aws_lb_listener", "https").json("default_action.0.target_group_arn"),
                            WIKI.resource("aws_lb_listener_rule", "synchrony").json("action.0.target_group_arn"))
                    .map(node -> node.asText())
                    .toList();
            assertEquals(
                    List.of("${aws_lb_target_group.confluence.arn}", "${aws_lb_target_group.synchrony.arn}"), targets);
        }
    }
}
