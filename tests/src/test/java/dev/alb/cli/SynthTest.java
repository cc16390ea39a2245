package dev.alb.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.assertions.SynthesizedStack;
import dev.alb.terraform.NeedsTerraform;
import dev.alb.terraform.TerraformProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JSON of whole runs. */
class SynthTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void writes_the_same_bytes_from_anywhere_in_any_language() throws Exception {
        Sites.write(folder.resolve("confluence.yaml"), "tags: {Straße: İıß, Cost: 12}\ninternal: false");
        Program.Ended ended = Program.in(folder).run("synth").with(0);
        assertEquals("", ended.err());
        assertEquals("""
                Wrote cdktf.out/stacks/wiki/cdk.tf.json: 16 resources for https://wiki.example.com
                Next:  terraform -chdir=cdktf.out/stacks/wiki init && terraform -chdir=cdktf.out/stacks/wiki plan
                """, ended.out());
        Map<String, String> first = Sites.output(folder.resolve("cdktf.out"));
        assertEquals(Set.of("manifest.json", "stacks/wiki/cdk.tf.json"), first.keySet());
        SynthesizedStack.ofJson(first.get("stacks/wiki/cdk.tf.json"))
                .provider("aws")
                .has("default_tags.0.tags", Map.of("Straße", "İıß", "Cost", "12"));
        first.forEach((file, content) -> assertFalse(content.contains(folder.toString()), file));
        Path elsewhere = Files.createDirectories(folder.resolve("else/where"));
        Program.in(elsewhere)
                .withJava("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Kathmandu")
                .withJava("-Dfile.encoding=ISO-8859-1", "-Dline.separator=\r\n")
                .with("TZ", "Asia/Kathmandu")
                .with("LC_ALL", "C")
                .with("CDKTF_OUTDIR", "../../again")
                .run("synth", "-c", folder.resolve("confluence.yaml").toString())
                .with(0);
        assertEquals(first, Sites.output(folder.resolve("again")));
        assertTrue(Files.notExists(elsewhere.resolve("cdktf.out")));
    }

    @Test
    void makes_a_stack_of_each_site_and_leaves_the_last_output_when_one_of_them_is_wrong() throws Exception {
        Path one = Sites.write(folder.resolve("sites/one.yaml"), "name: one");
        Path two = Sites.write(folder.resolve("sites/two.yaml"), "name: two");
        Sites.write(folder.resolve("three.yaml"), "name: three");
        Program.in(folder).run("synth", "-c", "sites", "-c", "three.yaml").with(0);
        Map<String, String> before = Sites.output(folder.resolve("cdktf.out"));
        assertEquals(
                Set.of("manifest.json", "stacks/one/cdk.tf.json", "stacks/two/cdk.tf.json", "stacks/three/cdk.tf.json"),
                before.keySet());
        Sites.write(one, "name: one\ntags: {a: b}");
        Sites.write(two, "name: two\nadopt: {aws_lb.ald: x}");
        Program.in(folder).run("synth", "-c", "sites", "-c", "three.yaml").refusesWith(2, """
                        sites/two.yaml:8:9 adopt.aws_lb.ald must name a resource of this site by its Terraform address, \
                        got "aws_lb.ald"
                            Did you mean aws_lb.alb?
                        1 violation; nothing was written.
                        """);
        assertEquals(before, Sites.output(folder.resolve("cdktf.out")));
    }

    @Test
    void tells_what_is_wrong_in_the_file_of_its_site_though_addresses_are_the_same() throws Exception {
        String rules = """
                rules:
                  a: {priority: 5, conditions: {path_pattern: /a}, actions: {fixed_response: 403}}
                  b: {priority: %d, conditions: {path_pattern: /b}, actions: {fixed_response: 403}}
                """;
        Sites.write(folder.resolve("one.yaml"), "name: one\n" + rules.formatted(6));
        Sites.write(folder.resolve("two.yaml"), "name: two\n" + rules.formatted(5));
        Program.in(folder).run("synth", "-c", "one.yaml", "-c", "two.yaml").refusesWith(2, """
                        two.yaml:10:17 rules.b.priority must be its own on the listener, \
                        got 5, which aws_lb_listener_rule.a has too
                            Give one of the two the priority 6, which is free.
                        1 violation; nothing was written.
                        """);
    }

    @Test
    void tells_what_is_wrong_with_each_rule_at_its_place() throws Exception {
        Sites.write(folder.resolve("confluence.yaml"), """
                rules:
                  first: {priority: 60000, conditions: {path_pattern: /x}, actions: {forward: confluence}}
                  second: {conditions: {path_pattern: /x}, actions: {redirect: {status_code: HTTP_301, query: x}}}
                """);
        Program.in(folder).run("synth").refusesWith(2, """
                        confluence.yaml:9:21 rules.first.priority must be between 1 and 50000, got 60000
                            Choose a number from 1 to 50000.
                        confluence.yaml:10:11 rules.second.action.redirect must change the protocol, host, port or \
                        path, got a redirect to the URL that was asked for
                            Name what is to change, such as host = "wiki.example.com"; browsers would loop otherwise.
                        2 violations; nothing was written.
                        """);
    }

    private static final List<String> EVIL =
            List.of("${file(\"/etc/passwd\")}", "%{ if true }yes%{ endif }", "$${a}%%{b}$");

    /** Where a site file takes any text; each {@code E} in quotes stands for it. */
    private static final String FREE_TEXTS = """
            tags: {"tag": "E", "E": "as a key"}
            provider: {profile: "E", assume_role: {role_arn: "arn:aws:iam::111122223333:role/x", external_id: "E", session_name: "E"},
             default_tags: {provided: "E"}}
            backend: {s3: {bucket: "E", key: "E", tags: {"E": ["E"]}}}
            adopt: {aws_lb.alb: "E", aws_lb_target_group.confluence: "E"}
            load_balancer: {tags: {lb: "E"}, access_logs: {bucket: my-logs, prefix: "E"}}
            listeners: {https: {tags: {listener: "E"}}}
            confluence: {target_group: {tags: {group: "E"}}}
            rules:
              answers: {priority: 1, conditions: [{path_pattern: /x}, {http_header: {http_header_name: X-Y, values: "E"}}],
               actions: [{fixed_response: {status_code: 403, content_type: text/plain, message_body: "E"}}], tags: {rule: "E"}}
              redirects: {priority: 2, conditions: {query_string: [{key: "E", value: "E"}]}, actions: {redirect: {status_code: HTTP_301, path: /x, query: "E"}}}
              signs-in: {priority: 3, conditions: {path_pattern: /y}, actions: [{authenticate_oidc: {issuer: "https://a.example.com",
               authorization_endpoint: "https://a.example.com/a", token_endpoint: "https://a.example.com/t", user_info_endpoint: "https://a.example.com/u",
               client_id: "E", scope: "E", client_secret: {variable: SECRET}, authentication_request_extra_params: {extra: "E"}}}, {forward: confluence}]}
            """;

    @Test
    @NeedsTerraform
    void takes_what_looks_like_an_expression_as_the_text_that_it_is() throws Exception {
        String evil = String.join(" ", EVIL);
        String yaml = FREE_TEXTS.replace("\"E\"", "'" + evil + "'");
        Sites.write(folder.resolve("confluence.yaml"), yaml);
        Program.in(folder).run("synth").with(0);
        JsonNode stack = JSON.readTree(
                folder.resolve("cdktf.out/stacks/wiki/cdk.tf.json").toFile());
        Set<String> written = new TreeSet<>();
        List<String> occurrences = new ArrayList<>();
        collect(stack, written, occurrences);
        assertEquals(yaml.split(Pattern.quote(evil), -1).length - 1, occurrences.size(), occurrences::toString);
        assertEquals(Set.of(evil), evaluated(written));
    }

    /** Every text, and every key, in which the evil one arrived. */
    private static void collect(JsonNode node, Set<String> written, List<String> occurrences) {
        node.properties().forEach(property -> {
            note(property.getKey(), written, occurrences);
            collect(property.getValue(), written, occurrences);
        });
        if (node.isArray()) {
            node.forEach(element -> collect(element, written, occurrences));
        }
        if (node.isTextual()) {
            note(node.asText(), written, occurrences);
        }
    }

    private static void note(String text, Set<String> written, List<String> occurrences) {
        if (text.contains("passwd")) {
            written.add(text);
            occurrences.add(text);
        }
    }

    /** What Terraform itself makes of texts. */
    private Set<String> evaluated(Set<String> texts) throws Exception {
        ObjectNode outputs = JSON.createObjectNode();
        for (String text : texts) {
            outputs.putObject("o" + outputs.size()).put("value", text);
        }
        Path module = Files.createDirectory(folder.resolve("module"));
        JSON.writeValue(
                module.resolve("main.tf.json").toFile(), JSON.createObjectNode().set("output", outputs));
        TerraformProgram terraform = TerraformProgram.in(module);
        terraform.run("init", "-no-color");
        terraform.run("apply", "-auto-approve", "-no-color");
        Set<String> values = new TreeSet<>();
        JSON.readTree(terraform.run("output", "-json"))
                .forEach(output -> values.add(output.get("value").asText()));
        return values;
    }
}
