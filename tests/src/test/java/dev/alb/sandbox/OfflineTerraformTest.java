package dev.alb.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import com.hashicorp.cdktf.TerraformStack;
import dev.alb.loadbalancer.LoadBalancer;
import dev.alb.loadbalancer.LoadBalancerAttributes;
import dev.alb.terraform.NeedsTerraform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Terraform on a hand-written stack, offline. */
@NeedsTerraform
class OfflineTerraformTest {
    @TempDir
    Path folder;

    private OfflineTerraform terraform;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("cdk.tf.json"), resource("wiki.tf.json"));
        terraform = OfflineTerraform.in(folder);
        terraform.init().orThrow();
    }

    @AfterEach
    void close() {
        terraform.close();
    }

    @Test
    void init_leaves_nothing_in_the_folder() throws IOException {
        try (var files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("cdk.tf.json")), files.toList());
        }
    }

    @Test
    void validates_a_stack_that_is_right() {
        terraform.validate().orThrow();
    }

    @Test
    void accepts_what_cdktf_synthesizes(@TempDir Path output) {
        App app = new App(AppConfig.builder().outdir(output.toString()).build());
        TerraformStack stack = new TerraformStack(app, "network");
        new LoadBalancer(stack, "wiki", LoadBalancerAttributes.internal(List.of("subnet-1", "subnet-2")));
        app.synth();
        try (OfflineTerraform synthesized = OfflineTerraform.in(output.resolve("stacks/network"))) {
            synthesized.init().orThrow();
            assertEquals(Map.of("aws_lb.wiki", "create"), synthesized.plan().actions());
        }
    }

    @Test
    void refuses_a_value_outside_an_enum_and_names_the_attribute() throws IOException {
        edit("\"xff_header_processing_mode\": \"append\"", "\"xff_header_processing_mode\": \"ignore\"");
        String complaint = refusal();
        assertTrue(
                complaint.contains(
                        "xff_header_processing_mode must be one of append, preserve, remove, got \"ignore\"."),
                complaint);
        assertTrue(complaint.contains("with aws_lb.wiki"), complaint);
    }

    @Test
    void refuses_a_number_out_of_range_in_a_nested_block() throws IOException {
        edit("\"weight\": 100", "\"weight\": 1000");
        String complaint = refusal();
        assertTrue(complaint.contains("weight must be at most 999, got \"1000\"."), complaint);
    }

    @Test
    void refuses_arguments_that_conflict() throws IOException {
        edit("\"name\": \"wiki\", \"idle_timeout\"", "\"name\": \"wiki\", \"name_prefix\": \"w\", \"idle_timeout\"");
        String complaint = refusal();
        assertTrue(complaint.contains("name must not be given together with name_prefix."), complaint);
    }

    @Test
    void refuses_a_rule_without_a_source() throws IOException {
        edit("\"cidr_ipv4\": \"0.0.0.0/0\", ", "");
        String complaint = refusal();
        assertTrue(
                complaint.contains("Exactly one of cidr_ipv4, cidr_ipv6, prefix_list_id, referenced_security_group_id"),
                complaint);
    }

    @Test
    void refuses_an_attribute_that_does_not_exist() throws IOException {
        edit("\"idle_timeout\": 300", "\"idle_timeouts\": 300");
        String complaint = refusal();
        assertTrue(complaint.contains("No argument or block type is named \"idle_timeouts\"."), complaint);
    }

    @Test
    void refuses_a_provider_that_is_configured_wrongly() throws IOException {
        edit("\"region\": \"eu-central-1\"", "\"region\": \"eu-central-1\", \"retry_mode\": \"never\"");
        assertTrue(refusal().contains("retry_mode must be one of standard, adaptive, got \"never\"."));
    }

    @Test
    void plans_to_create_everything() {
        TerraformPlan plan = terraform.plan();
        assertEquals(
                Set.of(
                        "aws_acm_certificate.wiki",
                        "aws_acm_certificate_validation.wiki",
                        "aws_lb.wiki",
                        "aws_lb_listener.http",
                        "aws_lb_listener.https",
                        "aws_lb_listener_rule.synchrony",
                        "aws_lb_target_group.confluence",
                        "aws_lb_target_group.synchrony",
                        "aws_route53_record.proof[\"*.example.com\"]",
                        "aws_route53_record.proof[\"wiki.example.com\"]",
                        "aws_route53_record.wiki",
                        "aws_security_group.alb",
                        "aws_vpc_security_group_egress_rule.all",
                        "aws_vpc_security_group_ingress_rule.https"),
                plan.actions().keySet());
        assertEquals(Set.of("create"), Set.copyOf(plan.actions().values()));
    }

    @Test
    void plans_the_defaults_of_the_provider_and_leaves_the_rest_unknown() {
        JsonNode change = terraform.plan().change("aws_lb.wiki");
        assertEquals(3600, change.at("/after/client_keep_alive").asInt(), change::toPrettyString);
        assertEquals("eu-central-1", change.at("/after/region").asText(), change::toPrettyString);
        assertEquals("wiki team", change.at("/after/tags_all/Owner").asText(), change::toPrettyString);
        assertTrue(change.at("/after_unknown/dns_name").asBoolean(), change::toPrettyString);
    }

    @Test
    void knows_the_domains_of_a_certificate_when_it_is_planned() {
        JsonNode change = terraform.plan().change("aws_acm_certificate.wiki");
        assertEquals(
                List.of("*.example.com", "wiki.example.com"),
                change.at("/after/domain_validation_options").findValuesAsText("domain_name").stream()
                        .sorted()
                        .toList(),
                change::toPrettyString);
    }

    @Test
    void has_nothing_left_to_do_after_an_apply() {
        terraform.apply().orThrow();
        assertEquals(Map.of(), terraform.plan().actions());
    }

    @Test
    void knows_every_other_resource_as_well() throws IOException {
        Files.writeString(folder.resolve("rest.tf.json"), resource("rest.tf.json"));
        terraform.validate().orThrow();
        terraform.apply().orThrow();
        assertEquals(Map.of(), terraform.plan().actions());
        assertTrue(terraform.destroy().orThrow().stdout().contains("37 destroyed"));
    }

    @Test
    void changes_in_place_what_can_change() throws IOException {
        terraform.apply().orThrow();
        edit("\"idle_timeout\": 300", "\"idle_timeout\": 400");
        assertEquals(Map.of("aws_lb.wiki", "update"), terraform.plan().actions());
        terraform.apply().orThrow();
        assertEquals(Map.of(), terraform.plan().actions());
    }

    @Test
    void replaces_what_cannot_change() throws IOException {
        terraform.apply().orThrow();
        edit("\"name\": \"wiki-synchrony\"", "\"name\": \"wiki-editing\"");
        TerraformPlan plan = terraform.plan();
        assertEquals(
                Map.of(
                        "aws_lb_listener_rule.synchrony", "update",
                        "aws_lb_target_group.synchrony", "create/delete"),
                plan.actions());
        JsonNode change = plan.change("aws_lb_target_group.synchrony");
        assertEquals("[[\"name\"]]", change.path("replace_paths").toString());
        terraform.apply().orThrow();
        assertEquals(Map.of(), terraform.plan().actions());
    }

    @Test
    void names_things_as_aws_does() throws IOException {
        terraform.apply().orThrow();
        shows(
                "aws_lb.wiki",
                "arn += \"arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/wiki/[0-9a-f]{16}\"");
        shows("aws_lb.wiki", "dns_name += \"wiki-[0-9]{10}.eu-central-1.elb.amazonaws.com\"");
        shows("aws_security_group.alb", "id += \"sg-[0-9a-f]{17}\"");
        shows("aws_route53_record.wiki", "id += \"Z0123456789ABCDEFGHIJ_wiki.example.com_A\"");
    }

    @Test
    void destroys_everything() {
        terraform.apply().orThrow();
        TerraformRun destroy = terraform.destroy().orThrow();
        assertTrue(destroy.stdout().contains("14 destroyed"), destroy::toString);
        assertNotEquals(Map.of(), terraform.plan().actions());
    }

    @Test
    void takes_over_an_object_that_stands_in_the_account() throws IOException {
        edit(", \"default_tags\": [{\"tags\": {\"Owner\": \"wiki team\"}}]", "");
        String id = terraform
                .provider()
                .existing(
                        "aws_security_group",
                        Map.of(
                                "region", "eu-central-1",
                                "name", "old",
                                "description", "Made by hand",
                                "vpc_id", "vpc-0a1b2c3d4e5f60718"));
        addImport("aws_security_group.old", id);
        TerraformPlan plan = terraform.plan();
        assertEquals(Map.of(), onlyOf(plan, "aws_security_group.old"), plan::stdout);
        assertTrue(plan.stdout().contains("1 to import"), plan::stdout);
    }

    @Test
    void takes_over_an_object_that_nobody_described_without_replacing_it() throws IOException {
        addImport("aws_security_group.old", "sg-0123456789abcdef0");
        TerraformPlan plan = terraform.plan();
        assertEquals(Map.of("aws_security_group.old", "update"), onlyOf(plan, "aws_security_group.old"), plan::stdout);
        terraform.apply().orThrow();
        assertEquals(Map.of(), terraform.plan().actions());
    }

    @Test
    void reads_data_sources() throws IOException {
        Files.writeString(folder.resolve("more.tf.json"), resource("data.tf.json"));
        JsonNode outputs = terraform.plan().planJson().path("planned_values").path("outputs");
        assertEquals("vpc-11111111111111111", outputs.at("/vpc/value").asText(), outputs::toPrettyString);
        assertEquals(3, outputs.at("/subnets/value").size(), outputs::toPrettyString);
        assertEquals("us-east-1", outputs.at("/edge/value").asText(), outputs::toPrettyString);
        assertEquals("eu-central-1", outputs.at("/home/value").asText(), outputs::toPrettyString);
    }

    @Test
    void finds_what_stands_in_the_account() throws IOException {
        String id = terraform
                .provider()
                .existing(
                        "aws_lb",
                        Map.of(
                                "region",
                                "eu-central-1",
                                "name",
                                "old",
                                "subnets",
                                List.of("subnet-1"),
                                "idle_timeout",
                                77));
        Files.writeString(folder.resolve("more.tf.json"), """
                {"data": {"aws_lb": {"old": {"name": "old"}}},
                 "output": {"arn": {"value": "${data.aws_lb.old.arn}"}, "idle": {"value": "${data.aws_lb.old.idle_timeout}"}}}
                """);
        JsonNode outputs = terraform.plan().planJson().path("planned_values").path("outputs");
        assertEquals(id, outputs.at("/arn/value").asText(), outputs::toPrettyString);
        assertEquals(77, outputs.at("/idle/value").asInt(), outputs::toPrettyString);
    }

    private void shows(String address, String pattern) {
        String state =
                terraform.run("state", "show", "-no-color", address).orThrow().stdout();
        assertTrue(Pattern.compile(pattern).matcher(state).find(), state);
    }

    private String refusal() {
        TerraformRun run = terraform.validate();
        assertFalse(run.succeeded(), run::toString);
        return run.stderr().replaceAll("[│╷╵\\s]+", " ");
    }

    private static Map<String, String> onlyOf(TerraformPlan plan, String address) {
        Map<String, String> actions = plan.actions();
        actions.keySet().removeIf(other -> !other.equals(address));
        return actions;
    }

    private void addImport(String address, String id) throws IOException {
        String group = "{\"name\": \"old\", \"description\": \"Made by hand\", \"vpc_id\": \"vpc-0a1b2c3d4e5f60718\"}";
        Files.writeString(
                folder.resolve("import.tf.json"),
                "{\"import\": [{\"to\": \"" + address + "\", \"id\": \"" + id + "\"}],"
                        + "\"resource\": {\"aws_security_group\": {\"old\": " + group + "}}}");
    }

    private void edit(String old, String now) throws IOException {
        Path file = folder.resolve("cdk.tf.json");
        String json = Files.readString(file);
        assertTrue(json.contains(old), json);
        Files.writeString(file, json.replace(old, now));
    }

    private static String resource(String name) throws IOException {
        try (var in = OfflineTerraformTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
