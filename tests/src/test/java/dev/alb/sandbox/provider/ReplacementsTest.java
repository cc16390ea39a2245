package dev.alb.sandbox.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.sandbox.provider.PluginCalls.Plan;
import dev.alb.sandbox.values.Value;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot change in place, where that depends on more than one attribute. */
class ReplacementsTest {
    private final PluginCalls provider = new PluginCalls();

    @ParameterizedTest(name = "{0}: {1} to {2} replaces by {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "application | 'subnets':['subnet-0a00000a','subnet-0a00000b'] | 'subnets':['subnet-0a00000a','subnet-0a00000c'] | ",
                "application | 'subnet_mapping':[{'subnet_id':'subnet-0a00000a'},{'subnet_id':'subnet-0a00000b'}] | 'subnet_mapping':[{'subnet_id':'subnet-0a00000a'},{'subnet_id':'subnet-0a00000b'},{'subnet_id':'subnet-0a00000c'}] | ",
                "application | 'subnet_mapping':[{'subnet_id':'subnet-0a00000a'},{'subnet_id':'subnet-0a00000b'},{'subnet_id':'subnet-0a00000c'}] | 'subnet_mapping':[{'subnet_id':'subnet-0a00000a'},{'subnet_id':'subnet-0a00000b'}] | ",
                "application | 'subnet_mapping':[{'subnet_id':'subnet-0a00000a'},{'subnet_id':'subnet-0a00000b'}] | 'subnet_mapping':[{'subnet_id':'subnet-0a00000a'},{'subnet_id':'subnet-0a00000c'}] | subnet_mapping",
                "network | 'subnets':['subnet-0a00000a'] | 'subnets':['subnet-0a00000a','subnet-0a00000b'] | ",
                "network | 'subnets':['subnet-0a00000a','subnet-0a00000b'] | 'subnets':['subnet-0a00000a'] | subnets",
                "network | 'subnets':['subnet-0a00000a'] | 'subnets':['subnet-0a00000b'] | subnets",
                "network | 'subnets':['subnet-0a00000a'],'security_groups':['sg-0a000001'] | 'subnets':['subnet-0a00000a'],'security_groups':[] | security_groups",
                "network | 'subnets':['subnet-0a00000a'],'security_groups':['sg-0a000001'] | 'subnets':['subnet-0a00000a'],'security_groups':['sg-0a000002'] | ",
                "network | 'subnet_mapping':[{'subnet_id':'subnet-0a00000a'},{'subnet_id':'subnet-0a00000b'}] | 'subnet_mapping':[{'subnet_id':'subnet-0a00000a'}] | subnet_mapping"
            })
    void the_zones_of_a_load_balancer(String type, String before, String now, String replaces) {
        String rest = "{'name':'a','load_balancer_type':'" + type + "',";
        Value.Mapping state = provider.apply("aws_lb", null, rest + before + "}");
        Plan plan = provider.update("aws_lb", state, rest + now + "}");
        assertEquals(replaces == null ? List.of() : List.of(replaces), plan.replaces());
    }

    @Test
    void another_kind_of_source_is_another_rule() {
        String rest = "{'security_group_id':'sg-0a000001','ip_protocol':'-1',";
        String type = "aws_vpc_security_group_ingress_rule";
        Value.Mapping state = provider.apply(type, null, rest + "'cidr_ipv4':'10.0.0.0/8'}");
        assertEquals(
                List.of(),
                provider.update(type, state, rest + "'cidr_ipv4':'10.0.0.0/9'}").replaces());
        assertEquals(
                List.of("cidr_ipv4", "cidr_ipv6"),
                provider.update(type, state, rest + "'cidr_ipv6':'::/0'}").replaces());
    }

    @Test
    void a_vpc_gives_up_its_own_hardware_in_place_but_gets_it_only_anew() {
        String config = "{'cidr_block':'10.0.0.0/16','instance_tenancy':'%s'}";
        Value.Mapping shared = provider.apply("aws_vpc", null, config.formatted("default"));
        assertEquals(
                List.of("instance_tenancy"),
                provider.update("aws_vpc", shared, config.formatted("dedicated"))
                        .replaces());
        Value.Mapping own = provider.apply("aws_vpc", null, config.formatted("dedicated"));
        assertEquals(
                List.of(),
                provider.update("aws_vpc", own, config.formatted("default")).replaces());
    }

    @Test
    void user_data_replaces_an_instance_only_where_that_is_wanted() {
        String config = "{'ami':'ami-1','instance_type':'t3.micro','user_data':'%s','user_data_replace_on_change':%s}";
        Value.Mapping old = provider.apply("aws_instance", null, config.formatted("a", false));
        assertEquals(
                List.of(),
                provider.update("aws_instance", old, config.formatted("b", false))
                        .replaces());
        assertEquals(
                List.of("user_data"),
                provider.update("aws_instance", old, config.formatted("b", true))
                        .replaces());
    }

    @Test
    void a_parameter_cannot_go_back_to_the_lower_tier() {
        String config = "{'name':'/a','type':'String','value':'x','tier':'%s'}";
        Value.Mapping state = provider.apply("aws_ssm_parameter", null, config.formatted("Advanced"));
        assertEquals(
                List.of("tier"),
                provider.update("aws_ssm_parameter", state, config.formatted("Standard"))
                        .replaces());
    }

    @Test
    void an_object_moves_to_another_region_only_as_another_one() {
        Value.Mapping state = provider.apply("aws_security_group", null, "{'name':'a'}");
        assertEquals(
                List.of("region"),
                provider.update("aws_security_group", state, "{'name':'a','region':'eu-west-1'}").replaces().stream()
                        .distinct()
                        .toList());
        Value.Mapping old = state.with("region", Value.Absent.NULL);
        Plan named =
                provider.update("aws_security_group", old, "{'name':'a','region':'" + provider.caller.region() + "'}");
        assertEquals(List.of(), named.replaces(), "a state of an older provider names no region");
    }
}
