package dev.alb.sandbox.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.provider.PluginCalls.Plan;
import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What only AWS knows is unknown for a new object, and stays known where an object changes. */
class ComputedValuesTest {
    private static final String GROUP =
            "{'name':'a','port':80,'protocol':'HTTP','vpc_id':'vpc-0a000001','deregistration_delay':'%s'}";
    private static final String LB = "{'name':'a','subnets':[%s]}";

    private final PluginCalls provider = new PluginCalls();

    @Test
    void a_block_that_aws_fills_in_is_unknown_until_then() {
        Value.Mapping planned =
                provider.create("aws_lb_target_group", GROUP.formatted(300)).planned();
        assertTrue(planned.get("health_check").isUnknown(), planned::toString);
        assertTrue(planned.get("arn").isUnknown(), planned::toString);
        Value.Mapping state = provider.apply("aws_lb_target_group", null, GROUP.formatted(300));
        assertTrue(state.isWhollyKnown(), state::toString);
    }

    @Test
    void an_update_in_place_keeps_every_computed_value() {
        Value.Mapping state = provider.apply("aws_lb_target_group", null, GROUP.formatted(300));
        Plan plan = provider.update("aws_lb_target_group", state, GROUP.formatted(60));
        assertEquals(List.of("deregistration_delay"), plan.changes());
        assertTrue(plan.planned().isWhollyKnown(), plan.planned()::toString);
    }

    @Test
    void other_subnets_mean_other_mappings() {
        Value.Mapping state = provider.apply("aws_lb", null, LB.formatted("'subnet-0a00001a','subnet-0a00001b'"));
        Plan plan = provider.update("aws_lb", state, LB.formatted("'subnet-0a00001a','subnet-0a00001c'"));
        assertTrue(plan.planned().get("subnet_mapping").isUnknown(), plan.planned()::toString);
        assertEquals(state.get("dns_name"), plan.planned().get("dns_name"));
        assertEquals(List.of(), plan.replaces());
    }

    @Test
    void another_value_is_another_version_of_a_parameter() {
        String config = "{'name':'/a','type':'String','value':'%s'}";
        Value.Mapping state = provider.apply("aws_ssm_parameter", null, config.formatted("one"));
        Plan plan = provider.update("aws_ssm_parameter", state, config.formatted("two"));
        assertTrue(plan.planned().get("version").isUnknown(), plan.planned()::toString);
        Plan same = provider.update("aws_ssm_parameter", state, config.formatted("one"));
        assertTrue(same.changesNothing(), same.changes()::toString);
    }

    @Test
    void a_write_only_value_is_in_no_plan_and_no_state() {
        String config = "{'name':'/a','type':'SecureString','value_wo':'secret','value_wo_version':1}";
        Plan plan = provider.create("aws_ssm_parameter", config);
        Value.Mapping state = provider.apply("aws_ssm_parameter", null, config);
        assertFalse(plan.toString().contains("secret"), plan::toString);
        assertFalse(state.toString().contains("secret"), state::toString);
        assertEquals(new Value.Bool(true), state.get("has_value_wo"));
    }

    @Test
    void default_tags_are_under_the_tags_of_a_resource() {
        provider.caller.configure(defaultTags("team", "docs"));
        String config = "{'name':'a','tags':{'name':'a'}}";
        Value.Mapping state = provider.apply("aws_security_group", null, config);
        assertEquals(2, state.get("tags_all").elements().size(), state::toString);
        provider.caller.configure(defaultTags("team", "wiki"));
        Plan plan = provider.update("aws_security_group", state, config);
        assertEquals(List.of("tags_all"), plan.changes());
    }

    @Test
    void ignored_tags_are_neither_written_nor_read() {
        String config = "{'name':'a','tags':{'name':'a','billing:unit':'7'}}";
        Value.Mapping state = provider.apply("aws_security_group", null, config);
        Value prefixes = new Value.SetOf(List.of(Value.text("billing:")));
        Value block = new Value.Mapping(Map.of("key_prefixes", prefixes));
        provider.caller.configure(new Value.Mapping(Map.of("ignore_tags", new Value.Sequence(List.of(block)))));
        Value.Mapping read = (Value.Mapping) provider.read("aws_security_group", state);
        assertEquals("[a]", read.get("tags_all").text(), read::toString);
        assertEquals("[a]", read.get("tags").text(), read::toString);
    }

    private static Value defaultTags(String key, String value) {
        Value tags = new Value.Mapping(Map.of(key, Value.text(value)));
        Value block = new Value.Mapping(Map.of("tags", tags));
        return new Value.Mapping(Map.of("default_tags", new Value.Sequence(List.of(block))));
    }

    @Test
    void an_unknown_value_of_the_configuration_stays_unknown() {
        Plan plan = provider.create("aws_security_group", "{'name':'a','vpc_id':'?','tags':{'a':'?'}}");
        assertTrue(plan.planned().get("vpc_id").isUnknown(), plan.planned()::toString);
        assertTrue(plan.planned().get("tags_all").isUnknown(), plan.planned()::toString);
    }
}
