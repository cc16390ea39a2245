package dev.alb.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hashicorp.cdktf.App;
import com.hashicorp.cdktf.S3Backend;
import com.hashicorp.cdktf.S3BackendConfig;
import com.hashicorp.cdktf.TerraformElement;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.TerraformVariable;
import com.hashicorp.cdktf.TerraformVariableConfig;
import com.hashicorp.cdktf.Testing;
import dev.alb.assertions.SynthesizedStack;
import dev.alb.loadbalancer.LoadBalancer;
import dev.alb.loadbalancer.LoadBalancerAttributes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.constructs.Construct;

/** Attributes of other resources, wherever these stand and wherever they are used. */
class ReferenceTest {
    private final App app = Testing.app();
    private final TerraformStack network = new TerraformStack(app, "network");
    private final TerraformStack site = new TerraformStack(app, "site");

    @Test
    void stay_references_in_the_same_stack() {
        Thing first = new Thing(network, "first", Map.of());
        Thing nested = new Thing(new Construct(network, "team"), "nested", Map.of());
        new Thing(
                network, "second", Map.of("a", first.arn(), "b", List.of(nested.arn()), "c", Map.of("d", first.arn())));
        SynthesizedStack.of(network)
                .resource(Thing.TYPE, "second")
                .refersTo("a", "aws_thing.first.arn")
                .refersTo("b.0", nested.address() + ".arn")
                .refersTo("c.d", "aws_thing.first.arn");
    }

    @Test
    void may_stand_within_a_text() {
        Thing first = new Thing(network, "first", Map.of());
        new Thing(network, "second", Map.of("url", "https://" + first.arn() + "/${x}", "price", "$" + first.arn()));
        SynthesizedStack.of(network)
                .resource(Thing.TYPE, "second")
                .has("url", "https://${aws_thing.first.arn}/$${x}")
                .has("price", "${\"$\"}${aws_thing.first.arn}");
    }

    @Test
    void are_the_same_token_each_time() {
        Thing first = new Thing(network, "first", Map.of());
        assertEquals(first.arn(), first.arn());
        assertEquals(first, Inventory.of(network).find(Thing.class, first.arn()).orElseThrow());
    }

    @Test
    void between_stacks_become_remote_state() {
        Thing first = new Thing(network, "first", Map.of());
        new Thing(
                site,
                "second",
                Map.of("a", first.arn(), "b", List.of("x", first.arn()), "c", Map.of("d", first.arn())));
        SynthesizedStack synthesized = SynthesizedStack.of(site);
        synthesized
                .resource(Thing.TYPE, "second")
                .refersTo(
                        "a",
                        "data.terraform_remote_state.cross-stack-reference-input-network.outputs."
                                + "cross-stack-output-aws_thingfirstarn")
                .refersTo("a", "network/aws_thing.first.arn")
                .refersTo("b.1", "network/aws_thing.first.arn")
                .refersTo("c.d", "network/aws_thing.first.arn");
        synthesized.hasExactly("data.terraform_remote_state", "cross-stack-reference-input-network");
        synthesized
                .stack("network")
                .output("cross-stack-output-aws_thingfirstarn")
                .has("sensitive", true);
    }

    @Test
    void between_stacks_follow_the_backend() {
        new S3Backend(
                network,
                S3BackendConfig.builder().bucket("states").key("network").build());
        Thing first = new Thing(network, "first", Map.of());
        new Thing(site, "second", Map.of("a", first.arn()));
        SynthesizedStack synthesized = SynthesizedStack.of(site);
        synthesized.resource(Thing.TYPE, "second").refersTo("a", "network/aws_thing.first.arn");
        synthesized
                .data("terraform_remote_state", "cross-stack-reference-input-network")
                .has("{backend: 's3', config: {bucket: 'states', key: 'network'}}");
    }

    @Test
    void to_a_whole_list_stay_whole() {
        Thing first = new Thing(network, "first", Map.of());
        new LoadBalancer(network, "wiki", LoadBalancerAttributes.internal(first.zones()));
        SynthesizedStack.of(network).resource("aws_lb", "wiki").has("subnets", "${aws_thing.first.zones}");
    }

    @Test
    void to_a_whole_list_work_between_stacks() {
        Thing first = new Thing(network, "first", Map.of());
        new LoadBalancer(site, "wiki", LoadBalancerAttributes.internal(first.zones()));
        SynthesizedStack.of(site).resource("aws_lb", "wiki").refersTo("subnets", "network/aws_thing.first.zones");
    }

    @Test
    void to_a_list_variable_stay_whole() {
        TerraformVariable subnets = new TerraformVariable(
                network,
                "subnets",
                TerraformVariableConfig.builder().type("list(string)").build());
        new LoadBalancer(network, "wiki", LoadBalancerAttributes.internal(subnets.getListValue()));
        SynthesizedStack.of(network).resource("aws_lb", "wiki").has("subnets", "${var.subnets}");
    }

    @Test
    void follow_the_names_that_a_stack_gives_itself() {
        TerraformStack named = new TerraformStack(app, "named") {
            @Override
            public String allocateLogicalId(Object element) {
                Construct construct = (Construct) element;
                return "team_" + construct.getNode().getId();
            }
        };
        Thing first = new Thing(new Construct(named, "deep"), "first", Map.of("name", "first"));
        new Thing(named, "second", Map.of("a", first.arn()));
        assertEquals("aws_thing.team_first", first.address());
        assertEquals("team_first", ((TerraformElement) first).getFriendlyUniqueId());
        SynthesizedStack synthesized = SynthesizedStack.of(named);
        synthesized.hasExactlyTheAddresses("aws_thing.team_first", "aws_thing.team_second");
        synthesized.resource(Thing.TYPE, "team_first").has("name", "first");
        synthesized.resource(Thing.TYPE, "team_second").refersTo("a", "aws_thing.team_first.arn");
    }
}
