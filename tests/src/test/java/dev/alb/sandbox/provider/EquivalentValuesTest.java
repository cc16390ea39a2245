package dev.alb.sandbox.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.provider.PluginCalls.Plan;
import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two ways to write one thing are no difference in a plan. */
class EquivalentValuesTest {
    private static final String GROUP_ARN =
            "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/a/0123456789abcdef";
    private static final String BALANCER =
            "'load_balancer_arn':'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/0123456789abcdef'";

    private final PluginCalls provider = new PluginCalls();

    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aws_vpc_security_group_ingress_rule | 'from_port':80,'to_port':80,'ip_protocol':'tcp' | 'from_port':80,'to_port':80,'ip_protocol':'6'",
                "aws_vpc_security_group_ingress_rule | 'ip_protocol':'-1' | 'ip_protocol':'all'",
                "aws_vpc_security_group_ingress_rule | 'from_port':80,'to_port':80,'ip_protocol':'tcp' | 'from_port':80,'to_port':80,'ip_protocol':'TCP'",
                "aws_vpc_security_group_egress_rule | 'cidr_ipv6':'2001:db8::/32' | 'cidr_ipv6':'2001:DB8:0::/32'",
                "aws_lb_target_group | 'deregistration_delay':'300' | 'deregistration_delay':'300.0'",
                "aws_lb_target_group | 'health_check':[{'protocol':'HTTP'}] | 'health_check':[{'protocol':'http'}]",
                "aws_lb_target_group | 'tags':{} | 'tags':null",
                "aws_security_group | 'vpc_id':'vpc-0a000001' | 'vpc_id':''",
                "aws_route53_record | 'name':'wiki.example.com' | 'name':'Wiki.Example.com.'",
                "aws_cloudwatch_metric_alarm | 'treat_missing_data':'missing' | 'treat_missing_data':'MISSING'",
            })
    void is_no_difference(String type, String before, String now) {
        String rest = REST.getOrDefault(type, "");
        Value.Mapping state = provider.apply(type, null, "{" + rest + before + "}");
        Plan plan = provider.update(type, state, "{" + rest + now + "}");
        assertTrue(plan.changesNothing(), () -> plan.changes() + " of " + plan.planned());
        assertEquals(List.of(), plan.replaces());
    }

    private static final Map<String, String> REST = Map.of(
            "aws_vpc_security_group_ingress_rule", "'security_group_id':'sg-0a000001','cidr_ipv4':'10.0.0.0/8',",
            "aws_vpc_security_group_egress_rule", "'security_group_id':'sg-0a000001','ip_protocol':'-1',",
            "aws_lb_target_group", "'name':'a','port':80,'protocol':'HTTP','vpc_id':'vpc-0a000001',",
            "aws_security_group", "'name':'a',",
            "aws_route53_record", "'zone_id':'Z1','type':'A','ttl':60,'records':['192.0.2.1'],",
            "aws_cloudwatch_metric_alarm",
                    "'alarm_name':'a','comparison_operator':'GreaterThanThreshold','evaluation_periods':1,");

    @Test
    void a_policy_may_order_its_statements_and_actions_as_it_likes() {
        String allow =
                "{#Effect#:#Allow#,#Principal#:#*#,#Resource#:#arn:aws:s3:::logs/*#,#Action#:[#s3:GetObject#,#s3:PutObject#]}";
        String deny = "{#Effect#:#Deny#,#Principal#:#*#,#Resource#:#arn:aws:s3:::logs/*#,#Action#:#s3:DeleteObject#}";
        String reversed =
                "{#Action#: [#s3:PutObject#, #s3:GetObject#], #Effect#: #Allow#, #Principal#: #*#, #Resource#: [#arn:aws:s3:::logs/*#]}";
        Value.Mapping state = provider.apply("aws_s3_bucket_policy", null, policy(allow + "," + deny));
        Plan reordered = provider.update("aws_s3_bucket_policy", state, policy(deny + ", " + reversed));
        assertTrue(reordered.changesNothing(), reordered.planned()::toString);
        assertEquals(
                List.of("policy"),
                provider.update("aws_s3_bucket_policy", state, policy(deny)).changes());
    }

    private static String policy(String statements) {
        String json = "{#Version#:#2012-10-17#,#Statement#:[" + statements + "]}";
        return "{'bucket':'logs','policy':'" + json.replace("#", "\\'") + "'}";
    }

    @Test
    void blocks_of_the_load_balancer_that_are_left_out_stay_as_they_are() {
        String config = "{'name':'a','subnets':['subnet-0a00001a','subnet-0a00001b']%s}";
        Value.Mapping state =
                provider.apply("aws_lb", null, config.formatted(",'access_logs':[{'bucket':'logs','enabled':true}]"));
        Plan plan = provider.update("aws_lb", state, config.formatted(""));
        assertTrue(plan.changesNothing(), plan.changes()::toString);
        Plan off = provider.update(
                "aws_lb", state, config.formatted(",'access_logs':[{'bucket':'other','enabled':false}]"));
        Value logs = off.planned().get("access_logs").elements().get(0);
        assertEquals("logs", ((Value.Mapping) logs).get("bucket").text(), "a bucket without logs does not count");
    }

    @Test
    void attributes_of_another_type_of_load_balancer_are_passed_over() {
        Plan network = provider.create(
                "aws_lb",
                "{'name':'a','load_balancer_type':'network','subnets':['subnet-0a00001a'],'idle_timeout':90}");
        assertEquals(Value.Absent.NULL, network.planned().get("idle_timeout"));
        Plan application = provider.create("aws_lb", "{'name':'a','subnets':['subnet-0a00001a','subnet-0a00001b']}");
        assertEquals("60", application.planned().get("idle_timeout").text());
        assertEquals(Value.Absent.NULL, application.planned().get("dns_record_client_routing_policy"));
    }

    @Test
    void the_listeners_protocol_is_planned_in_capitals() {
        String config = "{" + BALANCER + ",'port':80,'protocol':'http','default_action':[{'type':'forward',"
                + "'target_group_arn':'" + GROUP_ARN + "'}]}";
        assertEquals(
                "HTTP",
                provider.create("aws_lb_listener", config)
                        .planned()
                        .get("protocol")
                        .text());
    }

    @Test
    void inline_rules_of_a_security_group_have_empty_values_in_the_place_of_none() {
        String config =
                "{'name':'a','ingress':[{'from_port':80,'to_port':80,'protocol':'tcp','cidr_blocks':['0.0.0.0/0']}]}";
        Value.Mapping state = provider.apply("aws_security_group", null, config);
        Value.Mapping rule = (Value.Mapping) state.get("ingress").elements().get(0);
        assertEquals(new Value.Bool(false), rule.get("self"));
        assertEquals(Value.text(""), rule.get("description"));
        Plan plan = provider.update("aws_security_group", state, config);
        assertTrue(plan.changesNothing(), plan.changes()::toString);
    }

    @Test
    void a_certificate_may_name_its_own_domain_among_the_further_ones() {
        String alone = "{'domain_name':'wiki.example.com','validation_method':'DNS'}";
        String twice =
                "{'domain_name':'wiki.example.com','validation_method':'DNS','subject_alternative_names':['wiki.example.com']}";
        Value.Mapping state = provider.apply("aws_acm_certificate", null, alone);
        Plan plan = provider.update("aws_acm_certificate", state, twice);
        assertTrue(plan.changesNothing(), plan.changes()::toString);
        Plan further = provider.create(
                "aws_acm_certificate", alone.replace("}", ",'subject_alternative_names':['docs.example.com']}"));
        assertEquals(
                2, further.planned().get("subject_alternative_names").elements().size());
        assertEquals(
                2, further.planned().get("domain_validation_options").elements().size());
    }

    @Test
    void the_order_of_a_set_does_not_count() {
        String config = "{'name':'a','subnets':['subnet-0a00001a','subnet-0a00001b']}";
        Value.Mapping state = provider.apply("aws_lb", null, config);
        Plan plan = provider.update("aws_lb", state, "{'name':'a','subnets':['subnet-0a00001b','subnet-0a00001a']}");
        assertTrue(plan.changesNothing(), plan.changes()::toString);
    }
}
