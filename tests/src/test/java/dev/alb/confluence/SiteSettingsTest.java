package dev.alb.confluence;

import dev.alb.assertions.SynthesizedStack;
import org.junit.jupiter.api.Test;

/** Provider, state, tags, certificates, addresses of the site, and what is told after a deploy. */
class SiteSettingsTest {
    @Test
    void keeps_the_state_beside_the_site_file_with_a_relative_path() {
        SynthesizedSite.wiki().stack().backend("local").hasExactly("{path: '../../../terraform.wiki.tfstate'}");
    }

    @Test
    void keeps_the_state_at_a_path_from_the_site_file() {
        SynthesizedSite.wiki("backend: {local: {path: state/wiki.tfstate}}")
                .stack()
                .backend("local")
                .hasExactly("{path: '../../../state/wiki.tfstate'}");
    }

    @Test
    void refuses_a_state_at_what_is_no_path() {
        SynthesizedSite.wiki("backend: {local: {path: \"a\\0b\"}}").isRefusedWith("""
                site.yaml:8:25 backend.local.path must be a path, got "a\0b"
                    Write it as in state/wiki.tfstate.
                """);
    }

    @Test
    void keeps_the_state_in_s3() {
        SynthesizedSite.wiki(
                        "backend: {s3: {bucket: states, key: wiki.tfstate, region: eu-central-1, use_lockfile: true}}")
                .stack()
                .backend("s3")
                .hasExactly("{bucket: 'states', key: 'wiki.tfstate', region: 'eu-central-1', use_lockfile: true}");
    }

    @Test
    void keeps_the_state_in_the_cloud() {
        SynthesizedSite.wiki("backend: {cloud: {organization: acme, workspaces: {name: wiki}}}")
                .stack()
                .whole()
                .hasExactly(
                        "terraform.cloud", SynthesizedStack.json("{organization: 'acme', workspaces: {name: 'wiki'}}"))
                .lacks("terraform.backend");
    }

    @Test
    void keeps_the_state_in_any_backend_by_its_name() {
        SynthesizedSite.wiki("backend: {http: {address: 'https://states.example.com/wiki'}}")
                .stack()
                .backend("http")
                .hasExactly("{address: 'https://states.example.com/wiki'}");
    }

    @Test
    void pins_the_provider_and_its_account() {
        SynthesizedStack stack = SynthesizedSite.wiki("""
                        provider:
                          version: '= 6.25.0'
                          profile: wiki
                          assume_role: {role_arn: 'arn:aws:iam::111122223333:role/terraform', session_name: wiki}
                          allowed_account_ids: ['011122223333']
                        """).stack();
        stack.provider("aws").hasExactly("""
                {region: 'eu-central-1', profile: 'wiki', allowed_account_ids: ['011122223333'],
                 assume_role: [{role_arn: 'arn:aws:iam::111122223333:role/terraform', session_name: 'wiki'}]}
                """);
        stack.whole()
                .hasExactly(
                        "terraform.required_providers",
                        SynthesizedStack.json("{aws: {source: 'hashicorp/aws', version: '= 6.25.0'}}"));
    }

    @Test
    void tags_everything_and_the_site_has_the_last_word() {
        SynthesizedSite.wiki("provider: {default_tags: {Team: web, Cost: '1'}}", "tags: {Team: wiki, Stage: prod}")
                .stack()
                .provider("aws")
                .hasExactly(
                        "default_tags", SynthesizedStack.json("[{tags: {Cost: '1', Stage: 'prod', Team: 'wiki'}}]"));
    }

    @Test
    void text_is_no_expression() {
        SynthesizedSite.wiki("tags: {Note: 'a ${path.module} and %{ if true }'}")
                .stack()
                .provider("aws")
                .has("default_tags.0.tags.Note", "a $${path.module} and %%{ if true }");
    }

    @Test
    void checks_confluence_under_its_context_path_and_synchrony_never() {
        SynthesizedStack stack =
                SynthesizedSite.wiki("confluence: {context_path: /wiki}").stack();
        stack.resource("aws_lb_target_group", "confluence").has("health_check.path", "/wiki/status");
        stack.resource("aws_lb_target_group", "synchrony").has("health_check.path", "/synchrony/heartbeat");
        stack.output("url").has("value", "https://wiki.example.com/wiki");
        stack.output("synchrony_url").has("value", "https://wiki.example.com/synchrony/v1");
        SynthesizedSite.wiki(
                        "confluence: {context_path: /wiki}",
                        "synchrony: {target_group: {health_check: {path: /wiki/synchrony/heartbeat}}}")
                .isRefusedWith("""
                        site.yaml:9:49 synchrony.target_group.health_check.path must not stand under Confluence's context path, got /wiki/synchrony/heartbeat
                            Synchrony answers at /synchrony/heartbeat whatever the context path is.
                        """);
    }

    @Test
    void changes_of_a_target_group_keep_the_rest_of_its_defaults() {
        SynthesizedSite.wiki("confluence: {target_group: {health_check: {interval: 30s}, slow_start: 60s}}")
                .stack()
                .resource("aws_lb_target_group", "confluence")
                .has("{slow_start: 60, health_check: {interval: 30, path: '/status', timeout: 10, matcher: '200'}}")
                .has("stickiness", SynthesizedStack.json("{type: 'lb_cookie', enabled: true}"));
    }

    @Test
    void waits_for_a_requested_certificate() {
        SynthesizedStack stack = SynthesizedSite.wiki("tls: {request: {zone_id: Z0123456789ABCDEFGHIJ}}")
                .stack();
        stack.resource("aws_acm_certificate", "certificate")
                .has("{domain_name: 'wiki.example.com', validation_method: 'DNS'}");
        stack.resource("aws_lb_listener", "https")
                .refersTo("certificate_arn", "aws_acm_certificate_validation.certificate-validated.certificate_arn");
    }

    @Test
    void has_further_certificates_under_names() {
        SynthesizedStack stack = SynthesizedSite.wiki("""
                        tls:
                          certificate_arn: arn:aws:acm:eu-central-1:111122223333:certificate/x
                          additional_certificate_arns:
                            docs: arn:aws:acm:eu-central-1:111122223333:certificate/y
                        """).stack();
        stack.resource("aws_lb_listener_certificate", "https-docs")
                .has("certificate_arn", "arn:aws:acm:eu-central-1:111122223333:certificate/y")
                .refersTo("listener_arn", "aws_lb_listener.https.arn");
    }

    @Test
    void leads_the_domain_to_the_load_balancer() {
        SynthesizedStack stack = SynthesizedSite.wiki(
                        "dns: {zone_id: Z0123456789ABCDEFGHIJ, evaluate_target_health: false}",
                        "load_balancer: {ip_address_type: dualstack}")
                .stack();
        stack.hasExactly("aws_route53_record", "domain", "domain-ipv6");
        stack.resource("aws_route53_record", "domain")
                .has("{type: 'A', name: 'wiki.example.com', alias: {evaluate_target_health: false}}")
                .refersTo("alias.name", "aws_lb.alb.dns_name");
        stack.resource("aws_route53_record", "domain-ipv6").has("type", "AAAA");
    }

    @Test
    void is_protected_by_a_firewall() {
        SynthesizedSite.wiki("web_acl_arn: arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/wiki/0a1b2c3d")
                .stack()
                .resource("aws_wafv2_web_acl_association", "web_acl")
                .refersTo("resource_arn", "aws_lb.alb.arn");
    }

    @Test
    void tells_after_a_deploy_what_others_need() {
        SynthesizedStack stack = SynthesizedSite.wiki().stack();
        stack.output("load_balancer_arn").refersTo("value", "aws_lb.alb.arn");
        stack.output("dns_name").refersTo("value", "aws_lb.alb.dns_name");
        stack.output("zone_id").refersTo("value", "aws_lb.alb.zone_id");
        stack.output("https_listener_arn").refersTo("value", "aws_lb_listener.https.arn");
        stack.output("http_listener_arn").refersTo("value", "aws_lb_listener.http.arn");
        stack.output("confluence_target_group_arn").refersTo("value", "aws_lb_target_group.confluence.arn");
        stack.output("synchrony_target_group_arn").refersTo("value", "aws_lb_target_group.synchrony.arn");
        stack.output("load_balancer_security_group_id").refersTo("value", "aws_security_group.load_balancer.id");
        stack.output("nodes_security_group_id").refersTo("value", "aws_security_group.nodes.id");
    }

    @Test
    void tells_at_its_place_what_a_resource_is_refused_for() {
        SynthesizedSite.wiki("nodes: {ips: [10.0.0.300, 10.0.0.5]}", "dns: {zone_id: zone}", "web_acl_arn: none")
                .isRefusedWith("""
                        site.yaml:6:15 nodes.ips[0] must be an IPv4 or IPv6 address, got "10.0.0.300"
                            Write it as in "10.0.1.20"; a host name can't be registered.
                        site.yaml:8:16 dns.zone_id must be the id of a Route 53 zone, such as Z0123456789ABC, got "zone"
                            Copy the id that begins with Z, without /hostedzone/ in front.
                        site.yaml:9:14 web_acl_arn must be an ARN that begins with arn:aws:wafv2:, got "none"
                            Copy the ARN from the AWS console, or pass an attribute.
                        """);
    }

    @Test
    void warns_of_clear_text_and_of_a_short_drain() {
        SynthesizedSite.wiki(SiteText.HTTP_ALONE, "synchrony: {target_group: {deregistration_delay: 10s}}")
                .warns("""
                        warning: site.yaml:7:16 tls.enabled should be true, got false
                            Passwords and pages cross the network in clear text, and everybody on the way can read them.
                        warning: site.yaml:8:50 synchrony.target_group.deregistration_delay should be at least 25 s, got 10 s
                            Synchrony takes that long to hand over the documents that are being edited.
                        """);
    }
}
