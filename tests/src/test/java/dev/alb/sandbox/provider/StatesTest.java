package dev.alb.sandbox.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import dev.alb.sandbox.provider.protocol.Plugin.MoveResourceState;
import dev.alb.sandbox.provider.protocol.Plugin.RawState;
import dev.alb.sandbox.values.Value;
import org.junit.jupiter.api.Test;

/** States of other versions of the provider are read, whatever they have too much or too little. */
class StatesTest {
    private final PluginCalls provider = new PluginCalls();
    private final States states = new States(new Types(PluginCalls.SCHEMA));

    @Test
    void what_no_longer_exists_is_left_out_and_what_is_new_is_null() {
        Value.Mapping state = provider.upgraded(
                "aws_lb",
                "{'id':'arn:1','name':'wiki','idle_timeout':60,'a_former_attribute':{'deep':[1]},'access_logs':[]}");
        assertEquals("wiki", state.get("name").text());
        assertEquals(Value.Absent.NULL, state.get("region"));
        assertTrue(state.get("connection_logs").elements().isEmpty(), state::toString);
        assertTrue(!state.entries().containsKey("a_former_attribute"), state::toString);
    }

    @Test
    void a_state_of_the_real_provider_has_the_version_that_the_schema_says() {
        assertEquals(1, provider.schemaVersion("aws_security_group"));
        assertEquals(0, provider.schemaVersion("aws_lb_target_group"));
        assertEquals(2, provider.schemaVersion("aws_route53_record"));
        assertEquals(1, provider.schemaVersion("aws_cloudwatch_metric_alarm"));
    }

    @Test
    void a_load_balancer_moves_to_the_newer_name_of_its_type_and_back() {
        assertEquals("", PluginCalls.text(move("aws_alb", "aws_lb").getDiagnosticsList()));
        assertEquals(
                "", PluginCalls.text(move("aws_lb_listener", "aws_alb_listener").getDiagnosticsList()));
    }

    @Test
    void no_other_type_moves() {
        assertEquals(
                "Move Resource State Not Supported: The \"aws_lb\" resource type does not support moving resource state"
                        + " across resource types.",
                PluginCalls.text(move("aws_elb", "aws_lb").getDiagnosticsList()));
    }

    private MoveResourceState.Response move(String from, String to) {
        return states.move(MoveResourceState.Request.newBuilder()
                .setSourceProviderAddress("registry.terraform.io/hashicorp/aws")
                .setSourceTypeName(from)
                .setTargetTypeName(to)
                .setSourceState(RawState.newBuilder().setJson(ByteString.copyFromUtf8("{\"id\":\"a\"}")))
                .build());
    }
}
