package dev.alb.sandbox.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the provider refuses before it asks AWS, with the attribute that is at fault. */
class PlanChecksTest {
    private static final String BALANCER =
            "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/0123456789abcdef";
    private static final String GROUP =
            "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/%s/0123456789abcdef";

    private final PluginCalls provider = new PluginCalls();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "redirect | Attribute \"default_action[0].redirect\" must be specified when \"default_action[0].type\" is \"redirect\".",
                "fixed-response | Attribute \"default_action[0].fixed_response\" must be specified when \"default_action[0].type\" is \"fixed-response\".",
                "authenticate-oidc | Attribute \"default_action[0].authenticate_oidc\" must be specified when \"default_action[0].type\" is \"authenticate-oidc\".",
                "forward | Either \"default_action[0].target_group_arn\" or \"default_action[0].forward\" must be specified when \"default_action[0].type\" is \"forward\"."
            })
    void an_action_has_the_block_of_its_type(String type, String expected) {
        String refusals = listener("{'type':'" + type + "'}");
        assertEquals("Invalid Attribute Combination: " + expected, refusals);
    }

    @Test
    void an_action_may_wait_for_its_target_group() {
        assertEquals("", listener("{'type':'forward','target_group_arn':'?'}"));
    }

    @Test
    void an_action_names_one_target_group_twice_but_not_two() {
        String forward = "{'type':'forward','target_group_arn':'%s','forward':[{'target_group':[{'arn':'%s'}]}]}";
        assertEquals("", listener(forward.formatted(GROUP.formatted("a"), GROUP.formatted("a"))));
        String refusals = listener(forward.formatted(GROUP.formatted("a"), GROUP.formatted("b")));
        assertTrue(refusals.contains("only if the ARNs match"), refusals);
    }

    private String listener(String action) {
        return provider.create(
                        "aws_lb_listener",
                        "{'load_balancer_arn':'" + BALANCER + "','port':80,'default_action':[" + action + "]}")
                .refusals();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'protocol':'HTTP','vpc_id':'vpc-0a000001' | Attribute \"port\" must be specified when \"target_type\" is \"instance\".",
                "'port':80,'vpc_id':'vpc-0a000001' | Attribute \"protocol\" must be specified when \"target_type\" is \"instance\".",
                "'port':80,'protocol':'HTTP','target_type':'ip' | Attribute \"vpc_id\" must be specified when \"target_type\" is \"ip\".",
                "'port':80,'protocol':'TCP','vpc_id':'v','health_check':[{'protocol':'TCP','matcher':'200'}] | Attribute \"health_check[0].matcher\" cannot be specified when \"health_check[0].protocol\" is \"TCP\".",
                "'port':80,'protocol':'TCP','vpc_id':'v','health_check':[{'protocol':'TCP','path':'/'}] | Attribute \"health_check[0].path\" cannot be specified when \"health_check[0].protocol\" is \"TCP\".",
                "'port':80,'protocol':'HTTP','vpc_id':'v','health_check':[{'protocol':'TCP'}] | Attribute \"health_check[0].protocol\" cannot have value \"TCP\" when \"protocol\" is \"HTTP\".",
                "'target_type':'lambda','health_check':[{'protocol':'TCP'}] | Attribute \"health_check[0].protocol\" cannot have value \"TCP\" when \"target_type\" is \"lambda\"."
            })
    void a_target_group_fits_its_type_and_its_protocol(String config, String expected) {
        String refusals = provider.create("aws_lb_target_group", "{'name':'a'," + config + "}")
                .refusals();
        assertEquals("Invalid Attribute Combination: " + expected, refusals);
    }

    @Test
    void a_target_group_for_a_function_needs_no_port() {
        assertEquals(
                "",
                provider.create("aws_lb_target_group", "{'name':'a','target_type':'lambda'}")
                        .refusals());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aws_vpc_security_group_ingress_rule | 'security_group_id':'sg-0a000001','ip_protocol':'-1','cidr_ipv4':'10.0.0.5/8' | \"cidr_ipv4\" \"10.0.0.5/8\" is not a valid CIDR block; did you mean \"10.0.0.0/8\"?",
                "aws_vpc_security_group_ingress_rule | 'security_group_id':'sg-0a000001','ip_protocol':'-1','cidr_ipv6':'2001:db8::1/32' | \"cidr_ipv6\" \"2001:db8::1/32\" is not a valid CIDR block; did you mean \"2001:db8::/32\"?",
                "aws_vpc_security_group_ingress_rule | 'security_group_id':'sg-0a000001','ip_protocol':'-1','cidr_ipv4':'10.0.0.0' | \"cidr_ipv4\" \"10.0.0.0\" is not a valid CIDR block",
                "aws_vpc_security_group_ingress_rule | 'security_group_id':'sg-0a000001','ip_protocol':'-1','cidr_ipv4':'10.0.0.0/8','cidr_ipv6':'::/0' | Exactly one of",
                "aws_vpc_security_group_ingress_rule | 'security_group_id':'sg-0a000001','ip_protocol':'-1' | Exactly one of",
                "aws_lb | 'name':'internal-a','subnets':['subnet-0a00001a'] | \"name\" cannot begin with \"internal-\": \"internal-a\"",
                "aws_lb | 'name':'a' | Exactly one of subnet_mapping, subnets must be given",
                "aws_lb | 'name':'a','subnets':['s'],'region':'eu-middle-1' | must be a region of AWS, got \"eu-middle-1\"",
                "aws_lb_listener_rule | 'listener_arn':'arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/a/b/c','priority':50001 | priority must be at most 50000",
                "aws_lb_target_group | 'slow_start':20 | \"slow_start\" must be 0 or between 30 and 900",
                "aws_cloudwatch_metric_alarm | 'period':45 | \"period\" must be 10, 20, 30 or divisible by 60, got: 45",
                "aws_s3_bucket_policy | 'bucket':'b','policy':'{' | \"policy\" contains an invalid JSON"
            })
    void a_value_is_refused_when_it_is_none_of_its_kind(String type, String config, String expected) {
        String refusals = provider.validate(type, "{" + config + "}");
        assertTrue(refusals.contains(expected), refusals);
    }
}
