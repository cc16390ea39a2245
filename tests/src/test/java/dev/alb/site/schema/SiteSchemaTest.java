package dev.alb.site.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.alb.assertions.GoldenFile;
import dev.alb.site.SiteText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema by which editors complete and check a site file. */
class SiteSchemaTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void is_the_one_at_the_top_of_the_project() {
        GoldenFile.matches(ROOT.resolve("confluence.schema.json"), SiteSchema.generate());
    }

    @Test
    void is_named_by_the_example_which_is_valid() throws IOException {
        String example = Files.readString(ROOT.resolve("confluence.yaml"));
        assertTrue(example.startsWith("# yaml-language-server: $schema=confluence.schema.json\n"));
        assertEquals("", SchemaOfSite.findings(example));
        assertEquals("", SiteText.found(example));
    }

    @Test
    void allows_what_the_example_proposes_in_comments() throws IOException {
        String example = Files.readString(ROOT.resolve("confluence.yaml"));
        int proposals = 0;
        for (String block : example.split("\n\n")) {
            String proposal =
                    block.replaceAll("(?m)^# (?![a-z_]+:|  )[^\n]*\n", "").replaceAll("(?m)^# ?", "");
            if (!block.startsWith("#") || !proposal.matches("(?s)[a-z_]+:.*")) {
                continue;
            }
            proposals++;
            String whole = example.replace(block, proposal);
            assertEquals("", SchemaOfSite.findings(whole), proposal);
            assertEquals("", SiteText.found(whole), proposal);
        }
        assertEquals(6, proposals);
    }

    @Test
    void is_the_same_each_time_and_plain_ascii() {
        assertEquals(SiteSchema.generate(), SiteSchema.generate());
        assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(SiteSchema.generate()));
    }

    @Test
    void is_a_schema() {
        JsonNode schema = schema();
        assertEquals(
                "http://json-schema.org/draft-07/schema#", schema.get("$schema").asText());
        assertTrue(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(SchemaLocation.of(SchemaId.V7))
                .validate(schema)
                .isEmpty());
    }

    /** What both refuse, in the order of the sections of a site. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: -",
                "region: -",
                "nodes: -",
                "naem: wiki",
                "domain: [a, b]",
                "internal: maybe",
                "nodes: {instances: [{id: i-0a1b2c3d}]}",
                "nodes: {instanzes: i-0a1b2c3d}",
                "tls: yes",
                "tls: {request: {}}",
                "tls: {additional_certificate_arns: [x]}",
                "confluence: {port: http}",
                "confluence: {protocol: http}",
                "confluence: {target_group: {port: 8090}}",
                "confluence: {target_group: {health_check: {interval: 5 minutes}}}",
                "confluence: {target_group: {stickiness: {type: cookie}}}",
                "synchrony: {mode: external}",
                "synchrony: {target_group: {protocol: HTTP}}",
                "access: {ipv4: {a: b}}",
                "security_groups: {nodes_group: {vpc_id: vpc-0a1b2c3d}}",
                "dns: {}",
                "dns: {zone_id: Z0123456789ABC, record: {name: x}}",
                "load_balancer: {idle_timeout: soon}",
                "load_balancer: {internal: true}",
                "load_balancer: {acces_logs: my-logs}",
                "load_balancer: {access_logs: {prefix: wiki}}",
                "listeners: {https: {protocol: HTTPS}}",
                "listeners: {quic: {}}",
                "rules: [a]",
                "rules: {mine: {actions: {forward: confluence}}}",
                "rules: {mine: {conditions: {path: /x}, actions: {forward: confluence}}}",
                "rules: {mine: {conditions: {path_pattern: /x, host_header: y}, actions: {forward: confluence}}}",
                "rules: {mine: {conditions: {path_pattern: /x}, actions: {redirect: 301}}}",
                "rules: {mine: {conditions: {path_pattern: /x}, actions: {fixed_response: {status: 403}}}}",
                "rules: {mine: {conditions: {query_string: {key: a, value: b}}, actions: {forward: confluence}}}",
                "rules: {mine: {conditions: {path_pattern: /x}, actions: {forward: {arn: confluence, weight: 1}}}}",
                "tls: {request: Z0123456789ABC, client_certificates: {name: wiki}}",
                "adopt: [aws_lb.alb]",
                "provider: {regoin: x}",
                "provider: {assume_role: {external_id: x}}",
                "backend: s3",
                "backend: {s3: bucket}",
                "tags: {a: [b]}"
            })
    void refuses_what_a_run_refuses(String changes) {
        String yaml = SiteText.with(changes);
        assertFalse(SiteText.found(yaml).isEmpty(), "a run takes it");
        assertFalse(SchemaOfSite.findings(yaml).isEmpty(), "the schema takes it");
    }

    @Test
    void takes_no_secret_but_the_name_of_its_variable() {
        String rule = """
                rules: {mine: {conditions: {path_pattern: /x}, actions: [{authenticate_oidc: {issuer: "https://a.example.com",
                 authorization_endpoint: "https://a.example.com/a", token_endpoint: "https://a.example.com/t",
                 user_info_endpoint: "https://a.example.com/u", client_id: x, client_secret: SECRET}}, {forward: confluence}]}}
                """;
        SiteText.valid(rule.replace("SECRET", "{variable: NAME}"));
        for (String secret : List.of("hunter2", "{text: hunter2}", "{}")) {
            String yaml = SiteText.with(rule.replace("SECRET", secret));
            assertFalse(SchemaOfSite.findings(yaml).isEmpty(), secret);
            assertTrue(SiteText.found(yaml).contains("must name a variable and not hold the secret"), secret);
        }
    }

    @Test
    void describes_every_key_for_whoever_points_at_it() {
        List<String> mute = new ArrayList<>();
        collectMute(schema(), "", mute);
        assertEquals(List.of(), mute);
    }

    @Test
    void names_the_attribute_of_terraform() {
        JsonNode schema = schema();
        JsonNode timeout = schema.at("/properties/load_balancer/properties/idle_timeout");
        assertEquals(
                "aws_lb: idle_timeout. Seconds, or 90s, 5m, 2h, 7d.",
                timeout.get("description").asText());
        assertEquals(
                "aws_lb_target_group: matcher",
                schema.at("/definitions/HealthCheck/properties/matcher/description")
                        .asText());
    }

    @Test
    void tells_defaults_with_their_type() {
        JsonNode confluence = schema().at("/definitions/ConfluenceSection/properties");
        assertEquals("8090", confluence.at("/port/default").toString());
        assertEquals("\"\"", confluence.at("/context_path/default").toString());
        assertEquals("false", schema().at("/properties/internal/default").toString());
        assertEquals(
                "\"~> 6.25\"",
                schema().at("/definitions/ProviderSection/properties/version/default")
                        .toString());
    }

    private static void collectMute(JsonNode node, String path, List<String> mute) {
        node.path("properties").properties().forEach(property -> {
            String at = path + "/" + property.getKey();
            boolean isChoice = node.path("maxProperties").asInt() == 1;
            if (!property.getValue().has("description") && !isChoice && !at.endsWith("/variable")) {
                mute.add(at);
            }
            collectMute(property.getValue(), at, mute);
        });
        node.path("anyOf").forEach(choice -> collectMute(choice, path, mute));
        node.path("definitions")
                .properties()
                .forEach(d -> collectMute(d.getValue(), "/definitions/" + d.getKey(), mute));
    }

    private static JsonNode schema() {
        try {
            return new ObjectMapper().readTree(SiteSchema.generate());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
