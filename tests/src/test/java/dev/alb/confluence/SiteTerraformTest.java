package dev.alb.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.sandbox.OfflineTerraform;
import dev.alb.sandbox.TerraformPlan;
import dev.alb.sandbox.TerraformRun;
import dev.alb.terraform.NeedsTerraform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The real Terraform takes what a site becomes, and plans each of its resources. */
@NeedsTerraform
class SiteTerraformTest {
    private static final String EVERY_ATTRIBUTE = """
            name: wiki
            region: eu-central-1
            domain: wiki.example.com
            vpc_id: vpc-0a1b2c3d4e5f60718
            subnets: [subnet-0a1b2c3d4e5f60711, subnet-0a1b2c3d4e5f60722]
            nodes: {ips: [10.0.1.15, 172.16.0.15], availability_zone: all}
            confluence:
              port: 8443
              context_path: /wiki
              protocol: HTTPS
              target_group:
                deregistration_delay: 2m
                slow_start: 60s
                load_balancing_algorithm_type: round_robin
                load_balancing_cross_zone_enabled: 'true'
                stickiness: {type: lb_cookie, cookie_duration: 2h, enabled: true}
                health_check: {port: 8444, interval: 30s, timeout: 5s, healthy_threshold: 3, unhealthy_threshold: 4, matcher: '200,202'}
                tags: {Service: confluence}
            synchrony:
              mode: standalone
              port: 18091
              nodes: {auto_scaling_group: synchrony-nodes}
              target_group: {load_balancing_algorithm_type: least_outstanding_requests}
            tls:
              request: {zone_id: Z0123456789ABCDEFGHIJ, certificate: {key_algorithm: EC_prime256v1}}
              additional_certificate_arns:
                docs: arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9
              client_certificates:
                trust_store: {ca_certificates_bundle_s3_bucket: trust, ca_certificates_bundle_s3_key: staff.pem}
                revocations: {left: {bucket: trust, key: left.crl}}
            access:
              ipv4: [198.51.100.0/24]
              ipv6: ['2001:db8::/32']
              prefix_lists: [pl-0123456789abcdef0]
              security_groups: [sg-0a1b2c3d4e5f60799]
              nodes: [203.0.113.7]
            security_groups:
              synchrony_nodes: sg-0a1b2c3d4e5f60742
              load_balancer_group: {description: Who may open the wiki, tags: {Service: wiki}}
              nodes_group: {revoke_rules_on_delete: true}
            dns: {zone_id: Z0123456789ABCDEFGHIJ, evaluate_target_health: false, record: {allow_overwrite: true}}
            load_balancer:
              ip_address_type: dualstack
              idle_timeout: 10m
              client_keep_alive: 1h
              enable_http2: true
              enable_deletion_protection: false
              drop_invalid_header_fields: true
              preserve_host_header: true
              desync_mitigation_mode: strictest
              xff_header_processing_mode: append
              enable_xff_client_port: true
              enable_waf_fail_open: true
              enable_zonal_shift: true
              access_logs: {bucket: logs, prefix: wiki}
              connection_logs: {bucket: logs, prefix: wiki-connections}
              tags: {Service: wiki}
            listeners:
              http: {port: 8080}
              https: {port: 9443, ssl_policy: ELBSecurityPolicy-TLS13-1-3-2021-06, tags: {Service: wiki}}
            rules:
              no-admin:
                priority: 100
                conditions:
                  - path_pattern: [/wiki/admin/*, /wiki/setup/*]
                  - http_header: {http_header_name: X-From, values: [outside]}
                actions:
                  - fixed_response: {status_code: '403', content_type: text/plain, message_body: Not from here.}
                tags: {Why: audit}
              staff:
                priority: 200
                conditions: [path_pattern: '/wiki/staff/*', source_ip: 198.51.100.0/24]
                actions:
                  - authenticate_oidc:
                      issuer: https://login.example.com
                      authorization_endpoint: https://login.example.com/authorize
                      token_endpoint: https://login.example.com/token
                      user_info_endpoint: https://login.example.com/userinfo
                      client_id: wiki
                      client_secret: {variable: OIDC_SECRET}
                      session_timeout: 8h
                  - forward: confluence
              old:
                priority: 300
                conditions: [host_header: old.example.com, http_request_method: GET]
                actions: [redirect: {host: wiki.example.com, status_code: HTTP_301}]
              canary:
                priority: 400
                conditions: [path_pattern: '/wiki/canary/*', query_string: {parameters: [{key: canary, value: 'on'}]}]
                actions:
                  - forward:
                      target_group: [{arn: confluence, weight: 90}, {arn: synchrony, weight: 10}]
                      stickiness: {enabled: true, duration: 1h}
            web_acl_arn: arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/wiki/0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9
            shield_advanced: true
            provider:
              version: '>= 6.25, < 7'
              allowed_account_ids: ['111122223333']
              default_tags: {Team: web}
            tags: {Stage: prod}
            """;

    @TempDir
    Path folder;

    static Stream<String> sites() {
        return Stream.of(
                SiteText.of(SiteText.WIKI),
                SiteText.of(
                        SiteText.WIKI, SiteText.HTTPS_ALONE, SiteText.STANDALONE, "nodes: {auto_scaling_group: wiki}"),
                SiteText.of(SiteText.WIKI, SiteText.HTTP_ALONE, SiteText.PROXY, "nodes: {ips: [10.0.1.15]}"),
                SiteText.of(SiteText.WIKI, "internal: true", "access: {ipv4: [10.0.0.0/8]}"),
                SiteText.of(SiteText.WIKI, SiteText.ON_EXISTING_LOAD_BALANCER),
                SiteText.of(SiteText.WIKI, SiteText.ON_EXISTING_LISTENER));
    }

    @ParameterizedTest
    @MethodSource("sites")
    void is_valid_and_makes_every_resource(String yaml) throws IOException {
        makesEverything(SynthesizedSite.ofText(yaml));
    }

    @Test
    void takes_a_site_with_every_attribute() throws IOException {
        SynthesizedSite site = SynthesizedSite.ofText(EVERY_ATTRIBUTE);
        Invariants.hold(site);
        makesEverything(site);
    }

    private void makesEverything(SynthesizedSite site) throws IOException {
        ObjectNode json = site.stack().json().deepCopy();
        json.withObject("/terraform/backend/local").put("path", "terraform.tfstate");
        // Terraform asks for a variable without a value; a secret comes from the environment where it runs.
        json.path("variable").forEach(variable -> ((ObjectNode) variable).put("default", "secret"));
        Files.writeString(folder.resolve("cdk.tf.json"), json.toPrettyString());
        try (OfflineTerraform terraform = OfflineTerraform.in(folder)) {
            accepted(terraform.init(), json);
            accepted(terraform.validate(), json);
            TerraformPlan plan = terraform.plan();
            accepted(plan.run(), json);
            assertEquals(managed(site), addresses(plan.actions()), () -> plan.stdout() + json.toPrettyString());
        }
    }

    private static void accepted(TerraformRun run, ObjectNode json) {
        if (!run.succeeded()) {
            throw new AssertionError(run.command() + "\n" + run + "\n" + json.toPrettyString());
        }
    }

    private static Set<String> managed(SynthesizedSite site) {
        return site.stack().addresses().stream()
                .filter(address -> !address.startsWith("data."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is made, with the records of a certificate as one. */
    private static Set<String> addresses(Map<String, String> actions) {
        return actions.entrySet().stream()
                .filter(action -> action.getValue().equals("create"))
                .map(action -> action.getKey().replaceAll("\\[.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
