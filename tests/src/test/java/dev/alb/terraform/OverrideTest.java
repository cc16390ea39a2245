package dev.alb.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.hashicorp.cdktf.Aspects;
import com.hashicorp.cdktf.IAspect;
import com.hashicorp.cdktf.TerraformOutput;
import com.hashicorp.cdktf.TerraformOutputConfig;
import com.hashicorp.cdktf.TerraformProvider;
import com.hashicorp.cdktf.TerraformProviderConfig;
import com.hashicorp.cdktf.TerraformResource;
import com.hashicorp.cdktf.TerraformResourceLifecycle;
import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.assertions.ResourceAssert;
import dev.alb.assertions.SynthesizedStack;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** Whatever a caller sets on a resource by CDKTF's own means wins, and comes out as CDKTF itself would write it. */
@ParameterizedClass
@EnumSource
class OverrideTest {
    @Parameter
    private Place place;

    private final TerraformStack stack = stack();

    /** Where the resource stands. */
    enum Place {
        DIRECTLY_BELOW_THE_STACK,
        IN_CONSTRUCTS_THAT_WERE_THERE_FIRST
    }

    @Test
    void of_an_argument() {
        assertEquals(
                "mine", asCdktf(r -> r.addOverride("name", "mine")).json("name").asText());
    }

    @Test
    void of_an_argument_that_was_not_given() {
        asCdktf(r -> r.addOverride("idle_timeout", 5)).has("idle_timeout", 5).has("name", "wiki");
    }

    @Test
    void of_a_nested_argument() {
        asCdktf(r -> r.addOverride("health_check.interval", 5))
                .hasExactly("health_check", Map.of("path", "/status", "interval", 5));
    }

    @Test
    void of_an_argument_in_a_list() {
        asCdktf(r -> r.addOverride("action.1.type", "redirect"))
                .hasExactly("action", SynthesizedStack.json("[{type: 'forward'}, {type: 'redirect', order: 2}]"));
    }

    @Test
    void with_a_list_appends_as_cdktf_does() {
        asCdktf(r -> r.addOverride("subnets", List.of("c"))).hasExactly("subnets", List.of("a", "b", "c"));
    }

    @Test
    void with_a_map_adds_to_what_is_there() {
        asCdktf(r -> r.addOverride("tags", Map.of("owner", "me")))
                .hasExactly("tags", Map.of("of", "wiki", "owner", "me"));
    }

    @Test
    void with_nothing_takes_an_argument_out() {
        asCdktf(r -> r.addOverride("name", null)).lacks("name").has("health_check");
    }

    @Test
    void with_nothing_takes_a_nested_argument_out() {
        asCdktf(r -> r.addOverride("health_check.interval", null))
                .hasExactly("health_check", Map.of("path", "/status"));
    }

    @Test
    void with_nothing_takes_an_element_out() {
        asCdktf(r -> r.addOverride("subnets.0", null)).hasExactly("subnets", List.of("b"));
        asCdktf(r -> r.addOverride("action.1.order", null))
                .hasExactly("action", SynthesizedStack.json("[{type: 'forward'}, {type: 'fixed-response'}]"));
    }

    @Test
    void the_last_one_of_a_path_counts() {
        asCdktf(r -> {
                    r.addOverride("health_check.interval", null);
                    r.addOverride("health_check", Map.of("port", 1));
                })
                .has("health_check.interval", 30);
        asCdktf(r -> {
                    r.addOverride("health_check", null);
                    r.addOverride("health_check.interval", null);
                })
                .hasExactly("health_check", Map.of("path", "/status"));
        asCdktf(r -> {
                    r.addOverride("health_check.interval", 5);
                    r.addOverride("health_check", null);
                })
                .lacks("health_check");
    }

    @Test
    void with_nothing_and_then_a_value_sets_the_value() {
        asCdktf(r -> {
                    r.addOverride("tags", null);
                    r.addOverride("tags", Map.of("owner", "me"));
                })
                .has("tags.owner", "me");
    }

    @Test
    void of_the_lifecycle() {
        asCdktf(r -> r.setLifecycle(TerraformResourceLifecycle.builder()
                        .preventDestroy(true)
                        .ignoreChanges(List.of("tags"))
                        .build()))
                .hasExactly("lifecycle", SynthesizedStack.json("{prevent_destroy: true, ignore_changes: ['tags']}"));
    }

    @Test
    void of_the_count() {
        asCdktf(r -> r.setCount(2)).has("count", 2);
    }

    @Test
    void of_the_dependencies() {
        asCdktf(r -> r.setDependsOn(List.of("aws_s3_bucket.logs"))).refersTo("depends_on", "aws_s3_bucket.logs");
    }

    @Test
    void of_the_provider() {
        TerraformProvider provider = new Provider(stack);
        Thing thing = thing();
        thing.setProvider(provider);
        synthesized(thing).hasExactly("provider", "aws.us").has("name", "wiki");
    }

    @Test
    void by_an_import() {
        Thing thing = thing();
        thing.importFrom("arn:aws:thing");
        SynthesizedStack synthesized = SynthesizedStack.of(stack);
        synthesized.whole().hasExactly("import", List.of(Map.of("id", "arn:aws:thing", "to", thing.address())));
        assertEquals(List.of(thing.address()), synthesized.addresses());
    }

    @Test
    void by_a_move() {
        Thing old = thing();
        Thing target = new Thing(stack, "target", Map.of("name", "target"));
        target.addMoveTarget("here");
        old.moveTo("here");
        assertMoved(old, "aws_thing.target");
    }

    @Test
    void by_a_move_to_an_element() {
        Thing old = thing();
        Thing target = new Thing(stack, "target", Map.of("name", "target"));
        target.addMoveTarget("here");
        old.moveTo("here", "blue");
        assertMoved(old, "aws_thing.target[\"blue\"]");
    }

    @Test
    void by_a_move_to_an_address() {
        Thing old = thing();
        new Thing(stack, "target", Map.of("name", "target"));
        old.moveToId("aws_thing.target");
        assertMoved(old, "aws_thing.target");
    }

    @Test
    void by_a_move_from_an_address() {
        Thing thing = thing();
        thing.moveFromId("aws_thing.before");
        SynthesizedStack synthesized = SynthesizedStack.of(stack);
        synthesized.whole().hasExactly("moved", List.of(Map.of("from", "aws_thing.before", "to", thing.address())));
        assertEquals(List.of(thing.address()), synthesized.addresses());
    }

    private void assertMoved(Thing old, String to) {
        SynthesizedStack synthesized = SynthesizedStack.of(stack);
        synthesized.whole().hasExactly("moved", List.of(Map.of("from", old.address(), "to", to)));
        synthesized.hasExactlyTheAddresses("aws_thing.target");
        assertFalse(Inventory.of(stack).all(Thing.class).contains(old));
    }

    @Test
    void by_an_aspect() {
        Thing thing = thing();
        Aspects.of(stack).add(new Owner());
        synthesized(thing).has("tags.owner", "platform").has("tags.of", "wiki");
    }

    /** An aspect such as platform teams put on every stack. */
    private static final class Owner implements IAspect {
        @Override
        public void visit(IConstruct node) {
            if (node instanceof TerraformResource resource) {
                resource.addOverride("tags.owner", "platform");
            }
        }
    }

    @Test
    void by_the_stack() {
        Thing thing = thing();
        stack.addOverride("resource." + thing.address() + ".name", "of-the-stack");
        synthesized(thing).has("name", "of-the-stack");
    }

    @Test
    void of_the_name() {
        Thing thing = thing();
        thing.overrideLogicalId("renamed");
        assertEquals("aws_thing.renamed", thing.address());
        SynthesizedStack.of(stack)
                .hasExactlyTheAddresses("aws_thing.renamed")
                .resource("aws_thing", "renamed")
                .has("name", "wiki");
    }

    @Test
    void of_the_name_can_be_taken_back() {
        Thing thing = thing();
        String before = thing.address();
        thing.overrideLogicalId("renamed");
        thing.resetOverrideLogicalId();
        assertEquals(before, thing.address());
        SynthesizedStack.of(stack).hasExactlyTheAddresses(before);
    }

    /** The resource after a change, which has to be what CDKTF's own resource is after the same change. */
    private ResourceAssert asCdktf(Consumer<TerraformResource> change) {
        TerraformStack ownStack = stack();
        Thing thing = new Thing(scope(ownStack), "thing", arguments());
        change.accept(thing);
        ResourceAssert ours = SynthesizedStack.of(ownStack).resource(Thing.TYPE);

        TerraformStack nativeStack = stack();
        NativeThing nativeThing = new NativeThing(scope(nativeStack), "thing", arguments());
        change.accept(nativeThing);
        JsonNode ofCdktf = SynthesizedStack.of(nativeStack).resource(Thing.TYPE).json();
        assertEquals(ofCdktf.toPrettyString(), ours.json().toPrettyString());
        return ours;
    }

    private ResourceAssert synthesized(Thing thing) {
        return SynthesizedStack.of(stack).resource(Thing.TYPE, thing.address().substring("aws_thing.".length()));
    }

    private Thing thing() {
        return new Thing(scope(stack), "thing", arguments());
    }

    private Construct scope(TerraformStack in) {
        return place == Place.DIRECTLY_BELOW_THE_STACK
                ? in
                : (Construct) in.getNode().findChild("outer").getNode().findChild("inner");
    }

    private static TerraformStack stack() {
        TerraformStack stack = new TerraformStack(Testing.app(), "stack");
        new Construct(new Construct(stack, "outer"), "inner");
        new TerraformOutput(
                stack, "first", TerraformOutputConfig.builder().value("first").build());
        return stack;
    }

    private static Map<String, Object> arguments() {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("name", "wiki");
        arguments.put("health_check", new LinkedHashMap<>(Map.of("path", "/status", "interval", 30)));
        arguments.put("action", Arrays.asList(Map.of("type", "forward"), Map.of("type", "fixed-response", "order", 2)));
        arguments.put("subnets", List.of("a", "b"));
        arguments.put("tags", Map.of("of", "wiki"));
        return arguments;
    }

    /** A provider of the caller. */
    private static final class Provider extends TerraformProvider {
        Provider(Construct scope) {
            super(
                    scope,
                    "aws-us",
                    TerraformProviderConfig.builder()
                            .terraformResourceType("aws")
                            .build());
        }

        @Override
        public String getAlias() {
            return "us";
        }
    }
}
