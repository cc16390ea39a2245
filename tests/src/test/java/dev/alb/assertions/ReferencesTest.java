package dev.alb.assertions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.S3Backend;
import com.hashicorp.cdktf.S3BackendConfig;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.loadbalancer.LoadBalancer;
import dev.alb.loadbalancer.LoadBalancerAttributes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** References are followed by what they mean, and nothing else passes for one. */
class ReferencesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "${aws_lb.wiki.arn}",
                "${aws_lb.wiki.id}",
                "${ aws_lb.wiki.arn }",
                "${aws_lb.wiki[\\\"arn\\\"]}",
                "${local.arn}",
                "${local.balancers.wiki}",
                "${local.again}",
                "${local.whole.arn}",
                "${data.aws_lb.by_arn.arn}",
                "${data.aws_lb.by_arn.id}",
                "${data.aws_lb.by_name.arn}"
            })
    void the_same_reference_is_written_in_many_ways(String text) {
        listener(text).refersTo("load_balancer_arn", "aws_lb.wiki.arn").refersTo("load_balancer_arn", "aws_lb.wiki.id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws_lb.wiki.arn",
                "arn:aws:x",
                "$${aws_lb.wiki.arn}",
                "${aws_lb.wiki.arn}/x",
                "x${aws_lb.wiki.arn}",
                "${aws_lb.wiki.arn}${aws_lb.wiki.arn}",
                "${aws_lb.wiki.arn_suffix}",
                "${aws_lb.wiki}",
                "${aws_lb.wiki2.arn}",
                "${lower(aws_lb.wiki.arn)}",
                "${aws_lb_listener.wiki.arn}",
                "${data.aws_lb.wiki.arn}",
                "${data.aws_lb.elsewhere.arn}",
                "${data.aws_lb.by_arn.dns_name}",
                "${local.name}",
                "${local.nothing}",
                "${local.circle}"
            })
    void nothing_else_is_that_reference(String text) {
        ResourceAssert listener = listener(text);
        listener.refersNotTo("load_balancer_arn", "aws_lb.wiki.arn");
        String message = Failure.of(() -> listener.refersTo("load_balancer_arn", "aws_lb.wiki.arn"));
        assertTrue(
                message.startsWith(
                        "aws_lb_listener.http: load_balancer_arn: expected a reference to aws_lb.wiki.arn, got \""),
                message);
    }

    @Test
    void a_failure_shows_where_a_reference_leads() {
        String message = Failure.of(() -> listener("${local.again}").refersTo("load_balancer_arn", "aws_lb.other.arn"));
        assertEquals("""
                aws_lb_listener.http: load_balancer_arn: expected a reference to aws_lb.other.arn, got \
                "${local.again}", which means local.again = local.arn = aws_lb.wiki.arn
                Actual:
                aws_lb_listener.http {
                  "load_balancer_arn" : "${local.again}"
                }""", message);
    }

    @Test
    void an_unwanted_reference_is_found() {
        assertEquals(
                """
                aws_lb_listener.http: load_balancer_arn: expected no reference to aws_lb.wiki.arn, got "${local.arn}"
                Actual:
                aws_lb_listener.http {
                  "load_balancer_arn" : "${local.arn}"
                }""", Failure.of(() -> listener("${local.arn}").refersNotTo("load_balancer_arn", "aws_lb.wiki.arn")));
    }

    @Test
    void what_a_local_or_data_source_is_called_counts_too() {
        listener("${local.again}").refersTo("load_balancer_arn", "local.arn");
        listener("${data.aws_lb.by_arn.arn}").refersTo("load_balancer_arn", "data.aws_lb.by_arn.arn");
        Failure.of(() -> listener("${aws_lb.wiki.arn}").refersTo("load_balancer_arn", "local.arn"));
    }

    @Test
    void one_element_of_a_list_is_enough() {
        ResourceAssert wiki = SynthesizedStack.ofJson("""
                {resource: {aws_lb: {wiki: {
                    security_groups: ["sg-1", "${aws_security_group.wiki.id}"],
                    depends_on: ["aws_s3_bucket.logs"]
                }}}}""").resource("aws_lb");
        wiki.refersTo("security_groups", "aws_security_group.wiki.id")
                .refersTo("security_groups.1", "aws_security_group.wiki.id")
                .refersTo("depends_on", "aws_s3_bucket.logs");
        Failure.of(() -> wiki.refersTo("security_groups.0", "aws_security_group.wiki.id"));
        Failure.of(() -> wiki.refersTo("security_groups", "aws_security_group.wiki.arn"));
        Failure.of(() -> wiki.refersTo("depends_on", "aws_s3_bucket.log"));
    }

    @Test
    void leads_into_another_stack() {
        App app = Testing.app();
        TerraformStack network = new TerraformStack(app, "network");
        TerraformStack site = new TerraformStack(app, "site");
        assertFollowed(network, site);
    }

    @Test
    void leads_into_another_stack_by_way_of_a_shared_backend() {
        App app = Testing.app();
        TerraformStack network = new TerraformStack(app, "network");
        new S3Backend(
                network,
                S3BackendConfig.builder().bucket("states").key("network").build());
        TerraformStack site = new TerraformStack(app, "site");
        assertFollowed(network, site);
    }

    private static void assertFollowed(TerraformStack network, TerraformStack site) {
        LoadBalancer wiki = balancer(network);
        new TerraformOutput(
                site, "arn", TerraformOutputConfig.builder().value(wiki.arn()).build());
        SynthesizedStack synthesized = SynthesizedStack.of(site);
        synthesized
                .output("arn")
                .refersTo("value", "aws_lb.wiki.arn")
                .refersTo("value", "network/aws_lb.wiki.arn")
                .refersNotTo("value", "site/aws_lb.wiki.arn")
                .refersNotTo("value", "aws_lb.other.arn");
        synthesized.stack("network").hasExactly("aws_lb", "wiki");
    }

    @Test
    void a_resource_of_the_same_name_in_this_stack_comes_first() {
        App app = Testing.app();
        TerraformStack network = new TerraformStack(app, "network");
        TerraformStack site = new TerraformStack(app, "site");
        LoadBalancer there = balancer(network);
        LoadBalancer here = balancer(site);
        new TerraformOutput(
                site,
                "there",
                TerraformOutputConfig.builder().value(there.arn()).build());
        new TerraformOutput(
                site, "here", TerraformOutputConfig.builder().value(here.arn()).build());
        SynthesizedStack synthesized = SynthesizedStack.of(site);
        synthesized.output("here").refersTo("value", "aws_lb.wiki.arn").refersTo("value", "site/aws_lb.wiki.arn");
        synthesized
                .output("there")
                .refersNotTo("value", "aws_lb.wiki.arn")
                .refersTo("value", "network/aws_lb.wiki.arn");
    }

    private static LoadBalancer balancer(TerraformStack stack) {
        return new LoadBalancer(stack, "wiki", LoadBalancerAttributes.internal(List.of("subnet-1", "subnet-2")));
    }

    private static ResourceAssert listener(String reference) {
        return SynthesizedStack.ofJson("""
                {
                  locals: {
                    arn: "${aws_lb.wiki.arn}",
                    again: "${local.arn}",
                    balancers: {wiki: "${aws_lb.wiki.arn}"},
                    whole: "${aws_lb.wiki}",
                    name: "wiki",
                    circle: "${local.circle}"
                  },
                  data: {aws_lb: {
                    by_arn: {arn: "${aws_lb.wiki.arn}"},
                    by_name: {name: "wiki-prod"},
                    elsewhere: {name: "another"}
                  }},
                  resource: {
                    aws_lb: {wiki: {name: "wiki-prod"}},
                    aws_lb_listener: {http: {load_balancer_arn: "%s"}}
                  }
                }""".formatted(reference)).resource("aws_lb_listener", "http");
    }
}
