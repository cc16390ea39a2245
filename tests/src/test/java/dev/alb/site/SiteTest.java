package dev.alb.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site file may say, and everything that it is refused for. */
class SiteTest {

    @Test
    void is_small_since_the_defaults_are_right() {
        Site site = SiteText.valid("name: wiki");
        assertEquals(8090, site.confluence().port());
        assertEquals("", site.confluence().contextPath());
        assertEquals(SynchronyMode.MANAGED, site.synchrony().mode());
        assertEquals(8091, site.synchrony().port());
        assertTrue(site.synchrony().isBehindLoadBalancer());
        assertTrue(site.tls().enabled() && site.tls().hasHttpListener());
        assertFalse(site.internal());
        assertFalse(site.access().isRestricted());
        assertEquals("~> 6.25", site.provider().version());
        assertNull(site.dns());
        assertFalse(site.sharesListener());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: a23456789012345678901234",
                "name: '7'",
                "region: us-gov-west-1",
                "domain: a.b.c.example.co",
                "vpc_id: vpc-0a1b2c3d",
                "subnets: -\nsubnet_mapping: [{subnet_id: subnet-0a1b2c3d, allocation_id: eipalloc-1},"
                        + " {subnet_id: subnet-1a1b2c3d, allocation_id: eipalloc-2}]",
                "nodes: {auto_scaling_group: wiki}",
                "nodes: {ips: [192.168.1.1], availability_zone: all}",
                "nodes: {instances: i-0a1b2c3d}",
                "tls: {enabled: false}",
                "tls: {redirect_http: false, request: {zone_id: Z0123456789ABCDEFGHIJ}}",
                "tls: {request: {zone_id: Z0123456789ABCDEFGHIJ, certificate: {subject_alternative_names: x.example.com}}}",
                "confluence: {port: 443, protocol: HTTPS, context_path: /a/b-c}",
                "confluence: {target_group: {stickiness: {cookie_duration: 2h}, health_check: {path: /status, matcher: 200},"
                        + " load_balancing_cross_zone_enabled: true, slow_start: 30s}}",
                "synchrony: {mode: standalone, port: 8090, nodes: {instances: [i-0a1b2c3d]}}",
                "synchrony: {mode: proxy, port: 8090}",
                "internal: true\naccess: {ipv4: 10.0.0.0/8}",
                "access: {ipv4: [198.51.100.0/24], ipv6: ['2001:db8::/32'], prefix_lists: pl-0123456789abcdef0,"
                        + " security_groups: [sg-0a1b2c3d], nodes: 203.0.113.7}",
                "security_groups: {nodes: sg-0a1b2c3d, load_balancer_group: {name: wiki, description: Wiki}}",
                "dns: {zone_id: Z0123456789ABCDEFGHIJ, evaluate_target_health: false}",
                "dns: Z0123456789ABCDEFGHIJ",
                "load_balancer: {idle_timeout: 2m, access_logs: my-logs, enable_deletion_protection: false}",
                "load_balancer: {connection_logs: {bucket: my-logs, prefix: wiki}, ip_address_type: dualstack}",
                "listeners: {https: {port: 8443}, http: {port: 8080}}",
                "rules: {mine: {priority: 5, conditions: [{path_pattern: [/a, /b]}, {source_ip: 10.0.0.0/8}],"
                        + " actions: {forward: confluence}, tags: {Cost: 12}}}",
                "rules: {mine: {conditions: {host_header: a.example.com}, actions: [{fixed_response: {status_code: 403,"
                        + " content_type: text/plain, message_body: No.}}]}}",
                "rules: {mine: {conditions: {http_request_method: GET}, actions: {redirect: {status_code: HTTP_301,"
                        + " host: b.example.com}}}}",
                "rules: {mine: {conditions: {http_header: {http_header_name: X-A, values: b}}, actions: [{forward:"
                        + " {target_group: [{arn: confluence, weight: 9}, {arn: synchrony, weight: 1}]}}]}}",
                "rules: {mine: {conditions: {query_string: [{key: a, value: b}, c]}, actions: {forward: [confluence]}}}",
                "web_acl_arn: arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/wiki/1",
                "adopt: {aws_lb.alb: 'arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/wiki/1'}",
                "provider: {version: '>= 6.25, < 7', profile: wiki, allowed_account_ids: ['012345678901'],"
                        + " assume_role: {role_arn: 'arn:aws:iam::111122223333:role/wiki'}, default_tags: {a: b}}",
                "provider: {assume_role: 'arn:aws:iam::111122223333:role/wiki'}",
                "backend: {s3: {bucket: my-state, key: wiki, region: eu-central-1, use_lockfile: true}}",
                "backend: {cloud: {organization: me, workspaces: {name: wiki}}}",
                "tags: {Application: Confluence, Cost: 12, 'a:b': true}"
            })
    void takes_what_the_modules_take(String changes) {
        SiteText.valid(changes);
    }

    @Test
    void takes_an_existing_load_balancer_or_listener_instead_of_subnets() {
        String groups = "subnets: -\nsecurity_groups: {load_balancer: sg-0a1b2c3d}\n";
        String arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:";
        assertFalse(SiteText.valid(groups + "existing: {load_balancer_arn: '" + arn + "loadbalancer/app/wiki/1'}")
                .sharesListener());
        assertTrue(SiteText.valid(groups + "tls: {}\nexisting: {listener_arn: '" + arn + "listener/app/wiki/1/2'}")
                .sharesListener());
    }

    @Test
    void knows_who_is_kept_out() {
        assertTrue(SiteText.valid("access: {ipv4: 10.0.0.0/8}").access().isRestricted());
        assertTrue(SiteText.valid("access: {security_groups: sg-0a1b2c3d}")
                .access()
                .isRestricted());
        assertTrue(SiteText.valid("access: {ipv4: []}").access().isRestricted());
        assertFalse(SiteText.valid("access: {ipv4: [10.0.0.0/8, 0.0.0.0/0]}")
                .access()
                .isRestricted());
        assertFalse(SiteText.valid("access: {nodes: 203.0.113.7}").access().isRestricted());
    }

    @Test
    void leaves_out_what_is_given_as_nothing() {
        assertEquals("", SiteText.found(SiteText.with("dns:\ntags:\nload_balancer: ~\nconfluence: null")));
    }

    @Test
    void knows_the_nodes_that_are_addresses() {
        assertTrue(SiteText.valid("nodes: {ips: [10.0.1.15]}").nodes().areAddresses());
        assertEquals(
                List.of("i-0a1b2c3d4e5f60731"),
                SiteText.valid("name: x").nodes().instances());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a.b", "a/b", "ä"})
    void refuses_names_of_rules_that_are_no_addresses(String name) {
        String found = SiteText.found(SiteText.with(
                "rules: {'" + name + "': {conditions: {path_pattern: /x}, actions: {forward: confluence}}}"));
        assertTrue(found.contains(" rules." + name + " must have a name of at most 64 letters"), found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"latest", "~> 6.25, ${file(1)}", "6.25 7", "", "~> 6.25,"})
    void refuses_what_is_no_version_of_the_provider(String version) {
        SiteText.refuses(
                "provider: {version: \"" + version + "\"}",
                "site.yaml:8:21 provider.version must be a version constraint, got \"" + version
                        + "\"\n    Write it as in \"~> 6.25\".");
    }

    @Test
    void refuses_a_name_that_begins_as_those_of_internal_load_balancers() {
        SiteText.refuses("""
                name: internal-wiki
                """, """
                site.yaml:1:7 name must have at most 24 letters, digits and hyphens, no hyphen at either end, no internal- in front, got "internal-wiki"
                    Write it as in "wiki".
                """);
    }

    @Test
    void refuses_an_empty_name() {
        SiteText.refuses("""
                name: ""
                """, """
                site.yaml:1:7 name must have at most 24 letters, digits and hyphens, no hyphen at either end, no internal- in front, got ""
                    Write it as in "wiki".
                """);
    }

    @Test
    void refuses_a_name_with_a_hyphen_at_an_end() {
        SiteText.refuses("""
                name: -wiki
                """, """
                site.yaml:1:7 name must have at most 24 letters, digits and hyphens, no hyphen at either end, no internal- in front, got "-wiki"
                    Write it as in "wiki".
                """);
    }

    @Test
    void refuses_a_name_that_is_too_long() {
        SiteText.refuses("""
                name: a234567890123456789012345
                """, """
                site.yaml:1:7 name must have at most 24 letters, digits and hyphens, no hyphen at either end, no internal- in front, got "a234567890123456789012345"
                    Write it as in "wiki".
                """);
    }

    @Test
    void refuses_a_place_that_is_no_region() {
        SiteText.refuses("""
                region: Frankfurt
                """, """
                site.yaml:2:9 region must be a region of AWS, got "Frankfurt"
                    Write it as in eu-central-1.
                """);
    }

    @Test
    void refuses_a_domain_with_capitals() {
        SiteText.refuses("""
                domain: Wiki.example.com
                """, """
                site.yaml:3:9 domain must be a host name in lower case, got "Wiki.example.com"
                    Write the host of the base URL alone, as in wiki.example.com.
                """);
    }

    @Test
    void refuses_a_url_as_the_domain() {
        SiteText.refuses("""
                domain: https://wiki.example.com
                """, """
                site.yaml:3:9 domain must be a host name in lower case, got "https://wiki.example.com"
                    Write the host of the base URL alone, as in wiki.example.com.
                """);
    }

    @Test
    void refuses_a_load_balancers_own_name_as_the_domain() {
        SiteText.refuses("""
                domain: wiki.elb.amazonaws.com
                """, """
                site.yaml:3:9 domain must not be the DNS name of a load balancer, got wiki.elb.amazonaws.com
                    No certificate can cover it. Use a name of your own and let dns lead it to the load balancer.
                """);
    }

    @Test
    void refuses_what_is_no_id_of_a_vpc() {
        SiteText.refuses("""
                vpc_id: wiki
                """, """
                site.yaml:4:9 vpc_id must be the id of a VPC, got "wiki"
                    Copy it from the AWS console.
                """);
    }

    @Test
    void refuses_a_site_without_a_name() {
        SiteText.refuses("""
                name: -
                """, """
                site.yaml:2:1 name must be given, got nothing
                    Give it: Name of the site: letters, digits and hyphens, at most 24. It becomes the stack and the load balancer.
                """);
    }

    @Test
    void refuses_a_site_without_subnets() {
        SiteText.refuses("""
                subnets: -
                """, """
                site.yaml:1:1 subnets must be given, got nothing
                    Name two subnets in different availability zones.
                """);
    }

    @Test
    void refuses_a_single_subnet() {
        SiteText.refuses("""
                subnets: subnet-0a1b2c3d4e5f60711
                """, """
                site.yaml:5:10 subnets must name at least two subnets, each in another availability zone, got 1
                    Add a subnet of a second zone.
                """);
    }

    @Test
    void refuses_subnets_that_are_wrong_or_repeated() {
        SiteText.refuses("""
                subnets: [subnet-0a1b2c3d4e5f60711, wiki, subnet-0a1b2c3d4e5f60711]
                """, """
                site.yaml:5:37 subnets[1] must be the id of a subnet, got "wiki"
                    Copy it from the AWS console.
                site.yaml:5:43 subnets[2] must name each subnet once, got subnet-0a1b2c3d4e5f60711
                    Name a subnet of another zone.
                """);
    }

    @Test
    void refuses_subnets_and_subnet_mapping_together() {
        SiteText.refuses("""
                subnet_mapping: [subnet-0a1b2c3d4e5f60711, subnet-0a1b2c3d4e5f60722]
                """, """
                site.yaml:5:10 subnets must not be given together with subnet_mapping, got both
                    Leave out subnets or subnet_mapping.
                """);
    }

    @Test
    void refuses_subnets_for_an_existing_load_balancer() {
        SiteText.refuses("""
                existing: {load_balancer_arn: "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/wiki/50dc6c495c0c9188"}
                """, """
                site.yaml:1:1 security_groups.load_balancer must name the groups of the existing load balancer, got nothing
                    The nodes are opened for these groups, and for nobody else.
                site.yaml:5:10 subnets must be left out where existing names a load balancer or a listener, got both
                    Leave out one of the two.
                """);
    }

    @Test
    void refuses_an_existing_load_balancer_of_another_kind() {
        SiteText.refuses("""
                subnets: -
                existing: {load_balancer_arn: "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/net/wiki/50dc6c495c0c9188"}
                security_groups: {load_balancer: sg-0a1b2c3d4e5f60741}
                """, """
                site.yaml:8:31 existing.load_balancer_arn must be the ARN of an Application Load Balancer, with :loadbalancer/app/ in it, got arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/net/wiki/50dc6c495c0c9188
                    Copy it from the load balancer's page.
                """);
    }

    @Test
    void refuses_a_listener_by_its_name() {
        SiteText.refuses("""
                subnets: -
                existing: {listener_arn: wiki}
                security_groups: {load_balancer: sg-0a1b2c3d4e5f60741}
                tls: {}
                """, """
                site.yaml:7:6 tls must have certificate_arn or request, got neither
                    Name the certificate, request one, or write enabled: false for plain HTTP.
                site.yaml:8:26 existing.listener_arn must be an ARN that begins with arn:aws:elasticloadbalancing:, got "wiki"
                    Copy the ARN from the AWS console, or pass an attribute.
                site.yaml:8:26 existing.listener_arn must be the ARN of a listener of an Application Load Balancer, with :listener/app/ in it, got wiki
                    Copy it from the listener's page.
                """);
    }

    @Test
    void refuses_a_certificate_for_somebody_elses_listener() {
        SiteText.refuses("""
                subnets: -
                existing: {listener_arn: "arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/wiki/50dc6c495c0c9188/f2f7dc8efc522ab2"}
                security_groups: {load_balancer: sg-0a1b2c3d4e5f60741}
                """, """
                site.yaml:7:6 tls must have no certificate where existing names a listener, got one
                    Leave it out: the listener's owner gives it certificates.
                """);
    }

    @Test
    void refuses_an_existing_nothing() {
        SiteText.refuses("""
                subnets: -
                existing: {}
                security_groups: {load_balancer: sg-0a1b2c3d4e5f60741}
                """, """
                site.yaml:8:11 existing must name a load balancer or a listener, got neither
                    Name one, or leave existing out.
                """);
    }

    @Test
    void refuses_https_without_a_certificate() {
        SiteText.refuses("""
                tls: {}
                """, """
                site.yaml:7:6 tls must have certificate_arn or request, got neither
                    Name the certificate, request one, or write enabled: false for plain HTTP.
                """);
    }

    @Test
    void refuses_a_certificate_without_https() {
        SiteText.refuses("""
                tls: {enabled: false, certificate_arn: "arn:aws:acm:eu-central-1:111122223333:certificate/a1"}
                """, """
                site.yaml:7:6 tls must have no certificate when enabled is false, got one
                    Leave the certificates out, or leave out enabled.
                """);
    }

    @Test
    void refuses_arns_of_something_else_as_certificates() {
        SiteText.refuses("""
                tls: {certificate_arn: "arn:aws:s3:::wiki", additional_certificate_arns: {old: "arn:aws:s3:::wiki"}}
                """, """
                site.yaml:7:24 tls.certificate_arn must be the ARN of a certificate in ACM or IAM, got "arn:aws:s3:::wiki"
                    Copy it from the certificate's page.
                site.yaml:7:80 tls.additional_certificate_arns.old must be the ARN of a certificate in ACM or IAM, got "arn:aws:s3:::wiki"
                    Copy it from the certificate's page.
                """);
    }

    @Test
    void refuses_a_certificate_that_is_named_and_requested() {
        SiteText.refuses("""
                tls:
                  certificate_arn: "arn:aws:acm:eu-central-1:111122223333:certificate/a1"
                  request: {zone_id: Z0123456789ABCDEFGHIJ}
                """, """
                site.yaml:8:20 tls.certificate_arn must not be given together with request, got both
                    Leave out certificate_arn or request.
                """);
    }

    @Test
    void refuses_what_is_decided_about_a_requested_certificate() {
        SiteText.refuses("""
                tls: {request: {zone_id: Z0123456789ABCDEFGHIJ, certificate: {domain_name: x, validation_method: DNS}}}
                """, """
                site.yaml:7:63 tls.request.certificate.domain_name must not be given here, got it
                    The certificate is for the site's domain and is validated through the zone.
                site.yaml:7:79 tls.request.certificate.validation_method must not be given here, got it
                    The certificate is for the site's domain and is validated through the zone.
                """);
    }

    @Test
    void refuses_a_requested_certificate_without_a_zone() {
        SiteText.refuses("""
                tls: {request: {}}
                """, """
                site.yaml:7:16 tls.request.zone_id must be given, got nothing
                    Give it: Id of the Route 53 zone that holds the domain.
                """);
    }

    @Test
    void refuses_ports_of_the_cluster() {
        SiteText.refuses("""
                confluence: {port: 5801}
                synchrony: {port: 25500}
                """, """
                site.yaml:8:20 confluence.port must not be a port of the cluster, got 5801, Hazelcast of Confluence
                    Name the HTTP port; a load balancer must never reach this one.
                site.yaml:9:19 synchrony.port must not be a port of the cluster, got 25500, Aleph of Synchrony
                    Name the HTTP port; a load balancer must never reach this one.
                """);
    }

    @Test
    void refuses_further_ports_of_the_cluster() {
        SiteText.refuses("""
                confluence: {port: 5701}
                synchrony: {port: 54327}
                """, """
                site.yaml:8:20 confluence.port must not be a port of the cluster, got 5701, Hazelcast of Synchrony
                    Name the HTTP port; a load balancer must never reach this one.
                site.yaml:9:19 synchrony.port must not be a port of the cluster, got 54327, multicast discovery
                    Name the HTTP port; a load balancer must never reach this one.
                """);
    }

    @Test
    void refuses_ports_out_of_range() {
        SiteText.refuses("""
                confluence: {port: 0}
                synchrony: {port: 65536}
                """, """
                site.yaml:8:20 confluence.port must be between 1 and 65535, got 0
                    Choose a number from 1 to 65535.
                site.yaml:9:19 synchrony.port must be between 1 and 65535, got 65536
                    Choose a number from 1 to 65535.
                """);
    }

    @Test
    void refuses_a_context_path_without_its_slash() {
        SiteText.refuses("""
                confluence: {context_path: wiki}
                """, """
                site.yaml:8:28 confluence.context_path must be empty or begin with a slash and not end with one, got "wiki"
                    Write it as in /wiki.
                """);
    }

    @Test
    void refuses_a_context_path_with_a_slash_behind() {
        SiteText.refuses("""
                confluence: {context_path: /wiki/}
                """, """
                site.yaml:8:28 confluence.context_path must be empty or begin with a slash and not end with one, got "/wiki/"
                    Write it as in /wiki.
                """);
    }

    @Test
    void refuses_synchronys_own_path_for_confluence() {
        SiteText.refuses("""
                confluence: {context_path: /synchrony/x}
                """, """
                site.yaml:8:28 confluence.context_path must leave /synchrony to Synchrony, got /synchrony/x
                    Give Confluence another context path; Synchrony's cannot be changed.
                """);
    }

    @Test
    void refuses_one_port_for_both() {
        SiteText.refuses("""
                confluence: {port: 8091}
                """, """
                site.yaml:1:1 synchrony.port must differ from confluence.port, since both run on the same nodes, got 8091
                    Look into setenv.sh for -Dsynchrony.port; the default is 8091.
                """);
    }

    @Test
    void refuses_a_heartbeat_under_the_context_path() {
        SiteText.refuses("""
                confluence: {context_path: /wiki}
                synchrony: {target_group: {health_check: {path: /wiki/synchrony/heartbeat}}}
                """, """
                site.yaml:9:49 synchrony.target_group.health_check.path must not stand under Confluence's context path, got /wiki/synchrony/heartbeat
                    Synchrony answers at /synchrony/heartbeat whatever the context path is.
                """);
    }

    @Test
    void refuses_what_is_decided_about_target_groups() {
        SiteText.refuses("""
                confluence: {target_group: {port: 1, protocol: HTTP, vpc_id: x, target_type: ip}}
                synchrony: {target_group: {port: 1, protocol: HTTP, vpc_id: x, target_type: ip}}
                """, """
                site.yaml:8:29 confluence.target_group.port must not be given here, got it
                    It follows from vpc_id, nodes, confluence.port and confluence.protocol.
                site.yaml:8:38 confluence.target_group.protocol must not be given here, got it
                    It follows from vpc_id, nodes, confluence.port and confluence.protocol.
                site.yaml:8:54 confluence.target_group.vpc_id must not be given here, got it
                    It follows from vpc_id, nodes, confluence.port and confluence.protocol.
                site.yaml:8:65 confluence.target_group.target_type must not be given here, got it
                    It follows from vpc_id, nodes, confluence.port and confluence.protocol.
                site.yaml:9:28 synchrony.target_group.port must not be given here, got it
                    It follows from vpc_id, the nodes and synchrony.port; Synchrony speaks HTTP only.
                site.yaml:9:37 synchrony.target_group.protocol must not be given here, got it
                    It follows from vpc_id, the nodes and synchrony.port; Synchrony speaks HTTP only.
                site.yaml:9:53 synchrony.target_group.vpc_id must not be given here, got it
                    It follows from vpc_id, the nodes and synchrony.port; Synchrony speaks HTTP only.
                site.yaml:9:64 synchrony.target_group.target_type must not be given here, got it
                    It follows from vpc_id, the nodes and synchrony.port; Synchrony speaks HTTP only.
                """);
    }

    @Test
    void refuses_a_standalone_synchrony_without_nodes() {
        SiteText.refuses("""
                synchrony: {mode: standalone}
                """, """
                site.yaml:8:12 synchrony.nodes must be given in standalone mode, got nothing
                    Name the nodes of the Synchrony cluster.
                """);
    }

    @Test
    void refuses_nodes_for_a_synchrony_that_confluence_runs() {
        SiteText.refuses("""
                synchrony: {nodes: {ips: [10.0.1.15]}}
                """, """
                site.yaml:8:20 synchrony.nodes must be given in standalone mode only, got mode managed
                    Leave them out: Synchrony runs on Confluence's nodes. Or write mode: standalone.
                """);
    }

    @Test
    void refuses_a_target_group_for_a_synchrony_behind_confluence() {
        SiteText.refuses("""
                synchrony: {mode: proxy, target_group: {name: x}}
                """, """
                site.yaml:8:40 synchrony.target_group must be left out in proxy mode, got one
                    Leave it out: Confluence passes the requests on, so there is no such group.
                """);
    }

    @Test
    void refuses_a_site_without_nodes() {
        SiteText.refuses("""
                nodes: {}
                """, """
                site.yaml:6:8 nodes must name instances, ips or auto_scaling_group, and one of them only, got none of them
                    Name the nodes in one way.
                """);
    }

    @Test
    void refuses_nodes_of_three_kinds() {
        SiteText.refuses("""
                nodes: {instances: [i-0a1b2c3d4e5f60731], ips: [10.0.1.15], auto_scaling_group: wiki}
                """, """
                site.yaml:6:8 nodes must name instances, ips or auto_scaling_group, and one of them only, got 3 of them
                    Name the nodes in one way.
                """);
    }

    @Test
    void refuses_instances_that_are_wrong_or_repeated() {
        SiteText.refuses("""
                nodes: {instances: [i-0a1b2c3d4e5f60731, wiki, i-0a1b2c3d4e5f60731], availability_zone: all}
                """, """
                site.yaml:6:42 nodes.instances[1] must be the id of an instance, such as i-0123456789abcdef0, got "wiki"
                    Copy it from the AWS console.
                site.yaml:6:48 nodes.instances[2] must name each node once, got i-0a1b2c3d4e5f60731
                    Take it out.
                site.yaml:6:89 nodes.availability_zone must be given with ips only, got all
                    Leave it out: an instance knows its zone.
                """);
    }

    @Test
    void refuses_an_empty_list_of_nodes() {
        SiteText.refuses("""
                nodes: {instances: []}
                """, """
                site.yaml:6:20 nodes.instances must name at least one node, got an empty list
                    Add a node.
                """);
    }

    @Test
    void refuses_repeated_addresses() {
        SiteText.refuses("""
                nodes: {ips: [10.0.1.15, 10.0.1.15]}
                """, """
                site.yaml:6:26 nodes.ips[1] must name each node once, got 10.0.1.15
                    Take it out.
                """);
    }

    @Test
    void refuses_an_internal_site_for_nobody() {
        SiteText.refuses("""
                internal: true
                """, """
                site.yaml:1:1 access must say who may open an internal site, got nothing
                    Name the networks, as in access: {ipv4: [10.0.0.0/8]}.
                """);
    }

    @Test
    void refuses_what_is_no_id_of_a_security_group() {
        SiteText.refuses("""
                security_groups: {nodes: wiki, synchrony_nodes: wiki, load_balancer: [sg-0a1b2c3d4e5f60741, wiki]}
                """, """
                site.yaml:8:26 security_groups.nodes must be the id of a security group, such as sg-0123456789abcdef0, got "wiki"
                    Copy it from the AWS console.
                site.yaml:8:49 security_groups.synchrony_nodes must be the id of a security group, such as sg-0123456789abcdef0, got "wiki"
                    Copy it from the AWS console.
                site.yaml:8:93 security_groups.load_balancer[1] must be the id of a security group, such as sg-0123456789abcdef0, got "wiki"
                    Copy it from the AWS console.
                """);
    }

    @Test
    void refuses_an_empty_list_of_groups() {
        SiteText.refuses("""
                security_groups: {load_balancer: []}
                """, """
                site.yaml:8:34 security_groups.load_balancer must name at least one group, got an empty list
                    Name one, or leave the key out to have one created.
                """);
    }

    @Test
    void refuses_changes_of_groups_that_are_not_made() {
        SiteText.refuses("""
                security_groups:
                  load_balancer: sg-0a1b2c3d4e5f60741
                  load_balancer_group: {vpc_id: x}
                  nodes: sg-0a1b2c3d4e5f60741
                  nodes_group: {name: x}
                """, """
                site.yaml:10:25 security_groups.load_balancer_group.vpc_id must not be given here, got it
                    It follows from vpc_id.
                site.yaml:12:16 security_groups.nodes_group must be left out when nodes names a group, got both
                    Leave out one of the two.
                """);
    }

    @Test
    void refuses_what_is_decided_about_the_load_balancer() {
        SiteText.refuses("""
                load_balancer: {subnets: x, subnet_mapping: [], internal: true, security_groups: x}
                """, """
                site.yaml:8:17 load_balancer.subnets must not be given here, got it
                    It stands at the top of the file, as subnets, subnet_mapping, internal, security_groups.
                site.yaml:8:29 load_balancer.subnet_mapping must not be given here, got it
                    It stands at the top of the file, as subnets, subnet_mapping, internal, security_groups.
                site.yaml:8:49 load_balancer.internal must not be given here, got it
                    It stands at the top of the file, as subnets, subnet_mapping, internal, security_groups.
                site.yaml:8:65 load_balancer.security_groups must not be given here, got it
                    It stands at the top of the file, as subnets, subnet_mapping, internal, security_groups.
                """);
    }

    @Test
    void refuses_what_is_decided_about_the_listeners() {
        SiteText.refuses("""
                listeners: {http: {load_balancer_arn: x, protocol: HTTP, certificate_arn: y, default_action: []}}
                """, """
                site.yaml:8:20 listeners.http.load_balancer_arn must not be given here, got it
                    The application sets it: see tls, existing and rules.
                site.yaml:8:42 listeners.http.protocol must not be given here, got it
                    The application sets it: see tls, existing and rules.
                site.yaml:8:58 listeners.http.certificate_arn must not be given here, got it
                    The application sets it: see tls, existing and rules.
                site.yaml:8:78 listeners.http.default_action must not be given here, got it
                    The application sets it: see tls, existing and rules.
                """);
    }

    @Test
    void refuses_what_is_decided_about_the_record() {
        SiteText.refuses("""
                dns: {zone_id: Z0123456789ABCDEFGHIJ, record: {zone_id: x, name: y, alias: z}}
                """, """
                site.yaml:8:48 dns.record.zone_id must not be given here, got it
                    It follows from dns.zone_id, domain and the load balancer.
                site.yaml:8:60 dns.record.name must not be given here, got it
                    It follows from dns.zone_id, domain and the load balancer.
                site.yaml:8:69 dns.record.alias must not be given here, got it
                    It follows from dns.zone_id, domain and the load balancer.
                """);
    }

    @Test
    void refuses_names_of_rules_that_are_taken_or_no_addresses() {
        SiteText.refuses("""
                rules: {confluence: &r {conditions: [{path_pattern: /x}], actions: [{forward: confluence}]}, synchrony: *r}
                """, """
                site.yaml:8:21 rules.confluence must leave the names confluence and synchrony to the application, got confluence
                    Rename it.
                site.yaml:8:21 rules.synchrony must leave the names confluence and synchrony to the application, got synchrony
                    Rename it.
                """);
    }

    @Test
    void refuses_rules_that_are_wrong_inside() {
        SiteText.refuses("""
                rules: {mine: {priority: high, conditions: [{path: /x}], actions: [{forward: {}}, {redirect: 301}]}}
                """, """
                site.yaml:8:26 rules.mine.priority must be a whole number, got "high"
                    Write digits alone.
                site.yaml:8:46 rules.mine.conditions[0].path must be a known key, got "path"
                    Known here: host_header, path_pattern, http_request_method, http_header, query_string, source_ip.
                site.yaml:8:78 rules.mine.actions[0].forward.target_group must be given, got nothing
                    Give it.
                site.yaml:8:94 rules.mine.actions[1].redirect must be a mapping of keys to values, got "301"
                    Indent its keys below it.
                """);
    }

    @Test
    void refuses_a_provider_that_is_wrong() {
        SiteText.refuses("""
                provider: {version: latest, allowed_account_ids: [12345678901, "012345678901"], assume_role: {role_arn: x}}
                """, """
                site.yaml:8:21 provider.version must be a version constraint, got "latest"
                    Write it as in "~> 6.25".
                site.yaml:8:51 provider.allowed_account_ids[0] must have twelve digits, got "12345678901"
                    Write it in quotes, so that a zero in front is kept.
                site.yaml:8:105 provider.assume_role.role_arn must be an ARN that begins with arn:aws:iam:, got "x"
                    Copy the ARN from the AWS console, or pass an attribute.
                """);
    }

    @Test
    void refuses_two_backends() {
        SiteText.refuses("""
                backend: {s3: {}, local: {}}
                """, """
                site.yaml:8:10 backend must name one backend, got s3, local
                    Keep one.
                """);
    }

    @Test
    void refuses_an_adoption_that_is_a_list() {
        SiteText.refuses("""
                adopt: []
                """, """
                site.yaml:8:8 adopt must be a mapping of names to values, got a list
                    Indent its names below it.
                """);
    }

    @Test
    void refuses_everything_at_once() {
        SiteText.refuses("""
                nodes: {ips: x}
                vpc_id: x
                tls: {certificate_arn: x}
                load_balancer: {idle_timeout: 2h, access_logs: {}}
                rulez: {}
                """, """
                site.yaml:4:9 vpc_id must be the id of a VPC, got "x"
                    Copy it from the AWS console.
                site.yaml:7:24 tls.certificate_arn must be the ARN of a certificate in ACM or IAM, got "x"
                    Copy it from the certificate's page.
                site.yaml:8:31 load_balancer.idle_timeout must be between 1 s and 4000 s, got 7200 s
                    Choose whole seconds from 1 to 4000.
                site.yaml:8:48 load_balancer.access_logs.bucket must be given, got nothing
                    Give it.
                site.yaml:9:1 rulez must be a known key, got "rulez"
                    Did you mean rules?
                """);
    }
}
