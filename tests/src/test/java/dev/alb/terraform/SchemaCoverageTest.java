package dev.alb.terraform;

import static dev.alb.terraform.Coverage.hidden;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.actions.AuthenticateCognito;
import dev.alb.actions.AuthenticateOidc;
import dev.alb.actions.FixedResponse;
import dev.alb.actions.Forward;
import dev.alb.actions.JwtValidation;
import dev.alb.actions.Redirect;
import dev.alb.certificates.CertificateAttributes;
import dev.alb.dns.AliasRecordAttributes;
import dev.alb.firewall.ShieldProtectionAttributes;
import dev.alb.firewall.WebAclAssociationAttributes;
import dev.alb.listeners.ListenerAttributes;
import dev.alb.listeners.ListenerCertificateAttributes;
import dev.alb.listeners.TrustStoreAttributes;
import dev.alb.listeners.TrustStoreRevocationAttributes;
import dev.alb.loadbalancer.LoadBalancerAttributes;
import dev.alb.rules.HostHeader;
import dev.alb.rules.HostHeaderRewrite;
import dev.alb.rules.HttpHeader;
import dev.alb.rules.HttpRequestMethod;
import dev.alb.rules.ListenerRuleAttributes;
import dev.alb.rules.PathPattern;
import dev.alb.rules.QueryParameter;
import dev.alb.rules.SourceIp;
import dev.alb.rules.UrlRewrite;
import dev.alb.securitygroups.Peer;
import dev.alb.securitygroups.Ports;
import dev.alb.securitygroups.SecurityGroupAttributes;
import dev.alb.securitygroups.SecurityGroupRuleAttributes;
import dev.alb.targetgroups.AutoScalingAttachmentAttributes;
import dev.alb.targetgroups.Target;
import dev.alb.targetgroups.TargetGroupAttachmentAttributes;
import dev.alb.targetgroups.TargetGroupAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that the provider lets be set can be set here, by the same name, or is left out for a reason. */
class SchemaCoverageTest {
    private static final String NETWORK = "for Network and Gateway Load Balancers";
    private static final String IMPORT = "a private key would stand in Terraform's files and state";

    private static final String RULES = "each rule is a resource of its own";

    static final List<Coverage> COVERED = List.of(
            Coverage.of("aws_lb", LoadBalancerAttributes.class)
                    .writes("load_balancer_type")
                    .leftOut("enable_cross_zone_load_balancing", "always on; AWS refuses to switch it off")
                    .leftOut("dns_record_client_routing_policy", NETWORK)
                    .leftOut("enforce_security_group_inbound_rules_on_private_link_traffic", NETWORK)
                    .leftOut("secondary_ips_auto_assigned_per_subnet", NETWORK),
            Coverage.of("aws_lb_listener", ListenerAttributes.class)
                    .writes("default_action.type", "default_action.order", "default_action.target_group_arn")
                    .block("default_action.authenticate_cognito", AuthenticateCognito.class)
                    .block("default_action.authenticate_oidc", AuthenticateOidc.class)
                    .block("default_action.fixed_response", FixedResponse.class)
                    .block("default_action.forward", Forward.class)
                    .block("default_action.jwt_validation", JwtValidation.class)
                    .block("default_action.redirect", Redirect.class)
                    .leftOut("alpn_policy", NETWORK)
                    .leftOut("tcp_idle_timeout_seconds", NETWORK),
            Coverage.of("aws_lb_listener_rule", ListenerRuleAttributes.class)
                    .writes("action.type", "action.order", "action.target_group_arn", "transform.type")
                    .block("action.authenticate_cognito", AuthenticateCognito.class)
                    .block("action.authenticate_oidc", AuthenticateOidc.class)
                    .block("action.fixed_response", FixedResponse.class)
                    .block("action.forward", Forward.class)
                    .block("action.jwt_validation", JwtValidation.class)
                    .block("action.redirect", Redirect.class)
                    .block("condition.host_header", HostHeader.class)
                    .block("condition.path_pattern", PathPattern.class)
                    .block("condition.http_request_method", HttpRequestMethod.class)
                    .block("condition.http_header", HttpHeader.class)
                    .block("condition.query_string", QueryParameter.class)
                    .block("condition.source_ip", SourceIp.class)
                    .writes("transform.host_header_rewrite_config", "transform.url_rewrite_config")
                    .block("transform.host_header_rewrite_config.rewrite", HostHeaderRewrite.class)
                    .block("transform.url_rewrite_config.rewrite", UrlRewrite.class),
            Coverage.of("aws_lb_listener_certificate", ListenerCertificateAttributes.class),
            Coverage.of("aws_lb_target_group", TargetGroupAttributes.class)
                    .leftOut("connection_termination", NETWORK)
                    .leftOut("preserve_client_ip", NETWORK)
                    .leftOut("proxy_protocol_v2", NETWORK)
                    .leftOut("target_failover", NETWORK)
                    .leftOut("target_health_state", NETWORK),
            Coverage.of("aws_lb_target_group_attachment", TargetGroupAttachmentAttributes.class)
                    .inline("target", Target.Instance.class, Target.Ip.class),
            Coverage.of("aws_autoscaling_attachment", AutoScalingAttachmentAttributes.class)
                    .leftOut("elb", "for Classic Load Balancers"),
            Coverage.of("aws_lambda_permission", hidden("dev.alb.targetgroups.LambdaPermission$Statement"))
                    .leftOut("event_source_token", "for Alexa")
                    .leftOut("function_url_auth_type", "for function URLs")
                    .leftOut("invoked_via_function_url", "for function URLs")
                    .leftOut("principal_org_id", "the principal is a service")
                    .leftOut("source_account", "the ARN of the target group says it")
                    .leftOut("statement_id_prefix", "the statement has its whole id"),
            Coverage.of("aws_security_group", SecurityGroupAttributes.class)
                    .leftOut("ingress", RULES)
                    .leftOut("egress", RULES),
            rule("aws_vpc_security_group_ingress_rule"),
            rule("aws_vpc_security_group_egress_rule"),
            Coverage.of("aws_lb_trust_store", TrustStoreAttributes.class),
            Coverage.of("aws_lb_trust_store_revocation", TrustStoreRevocationAttributes.class),
            Coverage.of("aws_acm_certificate", CertificateAttributes.class)
                    .leftOut("private_key", IMPORT)
                    .leftOut("certificate_body", IMPORT)
                    .leftOut("certificate_chain", IMPORT)
                    .leftOut("validation_option", "for a proof by email, which stops Terraform"),
            Coverage.of(
                    "aws_acm_certificate_validation", hidden("dev.alb.certificates.CertificateValidationAttributes")),
            Coverage.of(
                            "aws_route53_record",
                            AliasRecordAttributes.class,
                            hidden("dev.alb.certificates.ValidationRecordAttributes"))
                    .leftOut("multivalue_answer_routing_policy", "AWS takes it for no alias")
                    .leftOut("cidr_routing_policy", "needs a collection of CIDR blocks, which has no place here")
                    .leftOut("geoproximity_routing_policy", "needs a place on earth; the latency decides better"),
            Coverage.of("aws_wafv2_web_acl_association", WebAclAssociationAttributes.class),
            Coverage.of("aws_shield_protection", ShieldProtectionAttributes.class));

    private static Coverage rule(String type) {
        return Coverage.of(type, SecurityGroupRuleAttributes.class)
                .inline("peer", Peer.Ipv4.class, Peer.Ipv6.class, Peer.PrefixList.class, Peer.Group.class)
                .inline("ports", Ports.class);
    }

    static List<Coverage> covered() {
        return COVERED;
    }

    @ParameterizedTest
    @MethodSource("covered")
    void renders_no_name_that_the_provider_does_not_know(Coverage type) {
        assertEquals(new TreeSet<>(), type.unknown());
    }

    @ParameterizedTest
    @MethodSource("covered")
    void lets_everything_be_set_or_says_why_not(Coverage type) {
        assertEquals(new TreeSet<>(), type.forgotten());
    }

    @ParameterizedTest
    @MethodSource("covered")
    void leaves_out_only_what_it_does_not_render(Coverage type) {
        assertEquals(new TreeSet<>(), type.contradictions());
    }

    @Test
    void would_notice_a_name_that_the_provider_does_not_know() {
        assertEquals(
                Set.of("dns_name_of_nobody"),
                Coverage.of("aws_lb", LoadBalancerAttributes.class)
                        .writes("load_balancer_type", "dns_name_of_nobody")
                        .unknown());
    }

    @Test
    void would_notice_what_is_neither_covered_nor_left_out() {
        assertEquals(
                Set.of("alias", "alias.evaluate_target_health", "alias.name", "alias.zone_id"),
                new TreeSet<>(Coverage.of("aws_route53_record").forgotten().subSet("alias", "alias/")));
    }
}
