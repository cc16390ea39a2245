package dev.alb.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.assertions.GoldenFile;
import dev.alb.assertions.SynthesizedStack;
import dev.alb.cli.CommandInProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What users have under review and in their states: a change here is a change for each of them.
 *
 * <p>{@code -Dgolden.update=true} writes the files anew, for a review as a change of its own.
 */
class GoldenFileTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** Every kind of resource that a site may have, so that the list holds every kind of address. */
    static final String EVERYTHING = """
            name: wiki
            region: eu-central-1
            domain: wiki.example.com
            vpc_id: vpc-0a1b2c3d4e5f60718
            subnets: [subnet-0a1b2c3d4e5f60711, subnet-0a1b2c3d4e5f60722]
            nodes: {ips: [10.0.1.15, 10.0.2.15]}
            confluence: {context_path: /wiki, target_group: {health_check: {port: 9999}}}
            synchrony:
              mode: standalone
              nodes: {auto_scaling_group: synchrony-nodes}
            tls:
              request: {zone_id: Z0123456789ABCDEFGHIJ}
              additional_certificate_arns:
                docs: arn:aws:acm:eu-central-1:111122223333:certificate/0a1b2c3d
            access:
              ipv4: [198.51.100.0/24]
              ipv6: ['2001:db8::/32']
              prefix_lists: [pl-0123456789abcdef0]
              security_groups: [sg-0a1b2c3d4e5f60799]
              nodes: [203.0.113.7]
            security_groups: {synchrony_nodes: sg-0a1b2c3d4e5f60742}
            dns: {zone_id: Z0123456789ABCDEFGHIJ}
            load_balancer: {ip_address_type: dualstack}
            web_acl_arn: arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/wiki/0a1b2c3d
            shield_advanced: true
            rules:
              no-admin:
                conditions: [path_pattern: '/wiki/admin/*']
                actions: [fixed_response: {status_code: '403', content_type: text/plain}]
              reports:
                conditions: [path_pattern: '/wiki/reports/*']
                actions: [forward: confluence]
            """;

    @Test
    void the_example_becomes_the_same_json_byte_for_byte(@TempDir Path folder) throws IOException {
        Path site = Files.copy(Path.of("../confluence.yaml"), folder.resolve("confluence.yaml"));
        Path output = folder.resolve("cdktf.out");
        assertEquals(0, CommandInProcess.run("synth", "-c", site.toString(), "-o", output.toString()));
        GoldenFile.matches(GOLDEN.resolve("wiki.tf.json"), Files.readString(output.resolve("stacks/wiki/cdk.tf.json")));
    }

    @Test
    void the_example_is_as_the_tests_of_sites_see_it() throws IOException {
        SynthesizedSite site = SynthesizedSite.ofText(Files.readString(Path.of("../confluence.yaml")));
        assertEquals(
                SynthesizedStack.read(GOLDEN.resolve("wiki.tf.json")).json(),
                site.stack().json());
        Invariants.hold(site);
    }

    @Test
    void every_address_is_the_one_in_everybodys_state() {
        SynthesizedSite site = SynthesizedSite.ofText(EVERYTHING);
        String addresses = String.join("\n", site.stack().addresses()) + "\n";
        try {
            GoldenFile.matches(GOLDEN.resolve("addresses.txt"), addresses);
        } catch (AssertionError e) {
            throw new AssertionError(
                    "A changed address replaces somebody's load balancer, listener or target group: Terraform destroys"
                            + " what it knows by the old one.\n" + e.getMessage() + "\nThe JSON:\n"
                            + site.stack().json().toPrettyString(),
                    e);
        }
        Invariants.hold(site);
    }
}
