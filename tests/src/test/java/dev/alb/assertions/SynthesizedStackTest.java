package dev.alb.assertions;

import static dev.alb.assertions.Where.where;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.AppConfig;
import com.hashicorp.cdktf.Aspects;
import com.hashicorp.cdktf.IAspect;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.loadbalancer.LoadBalancer;
import dev.alb.loadbalancer.LoadBalancerAttributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.constructs.IConstruct;

/** What is found in a stack, what the whole of it has to be, and what each failure says. */
class SynthesizedStackTest {
    private static final String JSON = """
            {
              "terraform": {"backend": {"s3": {"bucket": "states"}}},
              "provider": {"aws": [{"region": "eu-central-1"}, {"alias": "us", "region": "us-east-1"}]},
              "variable": {"zone": {"type": "string"}},
              "output": {"url": {"value": "https://wiki"}},
              "data": {"aws_vpc": {"main": {"default": true}}},
              "resource": {
                "aws_lb_listener": {"http": {"port": 80}, "https": {"port": 443, "protocol": "HTTPS"}},
                "aws_lb": {"wiki": {"internal": true}}
              }
            }""";

    private final SynthesizedStack stack = SynthesizedStack.ofJson(JSON);

    @Test
    void finds_a_block_by_its_name() {
        assertEquals(
                "aws_lb.wiki",
                stack.resource("aws_lb", "wiki").has("internal", true).address());
        assertEquals(
                "data.aws_vpc.main",
                stack.data("aws_vpc", "main").has("default", true).address());
        stack.output("url").has("value", "https://wiki");
        stack.variable("zone").has("type", "string");
        stack.provider("aws").has("region", "eu-central-1").lacks("alias");
        stack.provider("aws", "us").has("region", "us-east-1");
        stack.backend().has("bucket", "states");
        stack.backend("s3").has("bucket", "states");
        stack.whole().has("output.url.value", "https://wiki");
    }

    @Test
    void names_what_comes_nearest_to_a_name() {
        assertEquals("""
                Expected aws_lb_listener.htps, and it is not there
                Nearest names of aws_lb_listener: https, http
                aws_lb_listener.https {
                  "port" : 443,
                  "protocol" : "HTTPS"
                }""", Failure.of(() -> stack.resource("aws_lb_listener", "htps")));
    }

    @Test
    void lists_the_addresses_where_nothing_of_a_type_is_there() {
        assertEquals("""
                Expected aws_alb.wiki, and it is not there
                The stack has nothing of that type; its addresses: \
                [aws_lb.wiki, aws_lb_listener.http, aws_lb_listener.https, data.aws_vpc.main]""", Failure.of(() -> stack.resource("aws_alb", "wiki")));
        assertTrue(Failure.of(() -> stack.data("aws_lb", "wiki")).startsWith("Expected data.aws_lb.wiki, and"));
        assertTrue(
                Failure.of(() -> stack.resource("aws_alb", where("{}"))).startsWith("Expected aws_alb where {}, and"));
    }

    @Test
    void says_that_an_output_provider_or_backend_is_missing() {
        assertTrue(Failure.of(() -> stack.output("uri"))
                .startsWith("Expected output.uri, and it is not there\nNearest names of output: url\n"));
        assertTrue(Failure.of(() -> stack.variable("zones"))
                .startsWith("Expected variable.zones, and it is not there\nNearest names of variable: zone\n"));
        assertTrue(Failure.of(() -> stack.provider("aws", "eu"))
                .startsWith("Expected provider.aws.eu, and it is not there\nprovider {\n"));
        assertTrue(Failure.of(() -> stack.provider("google")).startsWith("Expected provider.google, and"));
        assertTrue(Failure.of(() -> stack.backend("local"))
                .startsWith("Expected backend.local, and it is not there\nNearest names of backend: s3\n"));
        assertTrue(Failure.of(() -> SynthesizedStack.ofJson("{}").backend()).startsWith("Expected one backend, and"));
    }

    @Test
    void finds_a_resource_by_its_content() {
        assertEquals(
                "aws_lb_listener.https",
                stack.resource("aws_lb_listener", where("{protocol: 'HTTPS'}")).address());
        assertEquals("aws_lb.wiki", stack.resource("aws_lb").address());
        assertEquals(
                "data.aws_vpc.main",
                stack.data("aws_vpc", where("{default: true}")).address());
    }

    @Test
    void shows_where_the_nearest_candidates_differ() {
        assertEquals("""
                Expected aws_lb_listener where {"port":444,"protocol":"HTTPS"}, and it is not there
                Nearest:
                aws_lb_listener.https differs at
                  port: expected 444, got 443
                aws_lb_listener.https {
                  "port" : 443,
                  "protocol" : "HTTPS"
                }
                aws_lb_listener.http differs at
                  port: expected 444, got 80
                  protocol: expected "HTTPS", got nothing
                aws_lb_listener.http {
                  "port" : 80
                }""", Failure.of(() -> stack.resource("aws_lb_listener", where("{port: 444, protocol: 'HTTPS'}"))));
    }

    @Test
    void content_that_several_resources_have_is_ambiguous() {
        String message = Failure.of(() -> stack.resource("aws_lb_listener"));
        assertTrue(
                message.startsWith("Expected one aws_lb_listener where {}, got 2\naws_lb_listener.http {\n"), message);
    }

    @Test
    void has_exactly_the_resources_of_a_type() {
        stack.hasExactly("aws_lb_listener", "https", "http")
                .hasExactly("aws_lb", "wiki")
                .hasExactly("aws_alb")
                .hasExactly("data.aws_vpc", "main");
        assertEquals("""
                Expected exactly the resources of aws_lb_listener: [aws_lb_listener.htp], \
                got [aws_lb_listener.http, aws_lb_listener.https]
                missing: [aws_lb_listener.htp (nearest: aws_lb_listener.http)]
                unexpected: [aws_lb_listener.http, aws_lb_listener.https]
                Actual:
                aws_lb_listener.http {
                  "port" : 80
                }
                aws_lb_listener.https {
                  "port" : 443,
                  "protocol" : "HTTPS"
                }""", Failure.of(() -> stack.hasExactly("aws_lb_listener", "htp")));
        Failure.of(() -> stack.hasExactly("aws_lb_listener", "http"));
        Failure.of(() -> stack.hasExactly("aws_lb_listener", "http", "https", "more"));
        Failure.of(() -> stack.hasExactly("aws_lb"));
    }

    @Test
    void has_exactly_the_addresses() {
        stack.hasExactlyTheAddresses(
                "aws_lb.wiki", "data.aws_vpc.main", "aws_lb_listener.http", "aws_lb_listener.https");
        String message = Failure.of(() -> stack.hasExactlyTheAddresses("aws_lb.wiki"));
        assertTrue(
                message.contains("\nmissing: []\n"
                        + "unexpected: [aws_lb_listener.http, aws_lb_listener.https, data.aws_vpc.main]\n"),
                message);
    }

    @Test
    void has_none_of_a_type() {
        stack.hasNo("aws_alb").hasNo("data.aws_lb");
        assertEquals("""
                Expected no aws_lb, got 1
                aws_lb.wiki {
                  "internal" : true
                }""", Failure.of(() -> stack.hasNo("aws_lb")));
        Failure.of(() -> stack.hasNo("data.aws_vpc"));
    }

    @Test
    void has_none_with_some_content() {
        stack.hasNo("aws_lb_listener", "{port: 8080}").hasNo("aws_lb", where("{internal: false}"));
        assertEquals("""
                Expected no aws_lb_listener where {"port":80}, got 1
                aws_lb_listener.http {
                  "port" : 80
                }""", Failure.of(() -> stack.hasNo("aws_lb_listener", "{port: 80}")));
    }

    @Test
    void synthesizes_the_whole_app_with_its_aspects_and_references() {
        App app = Testing.app();
        TerraformStack network = new TerraformStack(app, "network");
        TerraformStack site = new TerraformStack(app, "site");
        LoadBalancer wiki = balancer(network);
        new TerraformOutput(
                site, "arn", TerraformOutputConfig.builder().value(wiki.arn()).build());
        Aspects.of(network).add(new Tags());
        SynthesizedStack.of(network)
                .hasExactly("aws_lb", "wiki")
                .resource("aws_lb", "wiki")
                .has("tags.owner", "platform")
                .lacks("//");
        SynthesizedStack.of(network).output("cross-stack-output-aws_lbwikiarn").refersTo("value", "aws_lb.wiki.arn");
        assertTrue(Failure.of(() -> SynthesizedStack.of(network).stack("sites"))
                .startsWith("There is no stack sites among [network, site]"));
    }

    /** An aspect as a platform team puts it on a whole stack. */
    private static final class Tags implements IAspect {
        @Override
        public void visit(IConstruct node) {
            if (node instanceof TerraformResource resource) {
                resource.addOverride("tags.owner", "platform");
            }
        }
    }

    @Test
    void leaves_the_output_folder_as_it_was() throws IOException {
        App app = Testing.app();
        SynthesizedStack.of(new TerraformStack(app, "network"));
        try (Stream<Path> files = Files.walk(Path.of(app.getOutdir()))) {
            assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
        }
        app.synth();
        SynthesizedStack.of((TerraformStack) app.getNode().findChild("network"));
        assertTrue(Files.exists(Path.of(app.getOutdir(), "stacks", "network", "cdk.tf.json")));
    }

    @Test
    void reads_what_was_synthesized_before(@TempDir Path folder) throws IOException {
        Path out = folder.resolve("out");
        App app = new App(AppConfig.builder().outdir(out.toString()).build());
        TerraformStack network = new TerraformStack(app, "network");
        TerraformStack site = new TerraformStack(app, "site");
        new TerraformOutput(
                site,
                "arn",
                TerraformOutputConfig.builder().value(balancer(network).arn()).build());
        app.synth();
        SynthesizedStack.read(out.resolve("stacks/site/cdk.tf.json"))
                .output("arn")
                .refersTo("value", "network/aws_lb.wiki.arn");

        Path alone = Files.writeString(folder.resolve("cdk.tf.json"), JSON);
        SynthesizedStack.read(alone).hasExactly("aws_lb", "wiki");
    }

    @Test
    void refuses_what_is_no_json() {
        assertThrows(IllegalArgumentException.class, () -> SynthesizedStack.ofJson("resource:"));
        assertThrows(IllegalArgumentException.class, () -> SynthesizedStack.ofJson(""));
    }

    private static LoadBalancer balancer(TerraformStack stack) {
        return new LoadBalancer(stack, "wiki", LoadBalancerAttributes.internal(List.of("subnet-1", "subnet-2")));
    }
}
