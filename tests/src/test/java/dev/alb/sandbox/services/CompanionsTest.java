package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.SimulatedAws.id;
import static dev.alb.sandbox.services.SimulatedAws.refusal;
import static dev.alb.sandbox.services.SimulatedAws.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the services say that stand beside a load balancer: WAF, Shield, Lambda, Auto Scaling, SSM, CloudWatch. */
class CompanionsTest {
    private static final String ASSOCIATION = "aws_wafv2_web_acl_association";
    private static final String ACL = "arn:aws:wafv2:us-east-1:123456789012:regional/webacl/wiki/";
    private static final String LOAD_BALANCER =
            "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/wiki/0123456789abcdef";
    private static final String ERROR = "https response error StatusCode: 400, RequestID: …, ";

    private final SimulatedAws aws = new SimulatedAws();

    @Test
    void a_web_acl_for_a_load_balancer_is_regional() {
        String global = ACL.replace(":regional/", ":global/") + "a";
        assertEquals(
                "creating WAFv2 WebACL Association (" + global + "," + LOAD_BALANCER + "): operation error WAFV2:"
                        + " AssociateWebACL, " + ERROR + "WAFInvalidParameterException: Error reason: The ARN isn't"
                        + " valid. A valid ARN begins with arn: and includes other information separated by colons or"
                        + " slashes., field: RESOURCE_ARN, parameter: " + global,
                refusal(() -> associate(global)));
    }

    @Test
    void a_web_acl_that_is_gone_protects_nothing() {
        Value.Mapping acl = acl("wiki");
        aws.delete("aws_wafv2_web_acl", acl);
        assertTrue(refusal(() -> associate(acl.get("arn").text()))
                .endsWith("WAFNonexistentItemException: AWS WAF couldn’t perform the operation because your resource"
                        + " doesn’t exist."));
    }

    @Test
    void a_web_acl_in_use_stays_and_a_second_one_takes_its_place() {
        Value.Mapping first = acl("wiki");
        associate(first.get("arn").text());
        assertTrue(refusal(() -> aws.delete("aws_wafv2_web_acl", first)).contains("WAFAssociatedItemException"));
        associate(acl("docs").get("arn").text());
        assertEquals(1, aws.all(ASSOCIATION).size());
        aws.delete("aws_wafv2_web_acl", first);
    }

    @Test
    void a_load_balancer_that_is_gone_has_no_web_acl() {
        Value.Mapping balancer = aws.declare("aws_lb", Map.of("name", "wiki"));
        aws.create(ASSOCIATION, Map.of("web_acl_arn", ACL + "a", "resource_arn", id(balancer)));
        aws.delete("aws_lb", balancer);
        assertEquals(List.of(), aws.all(ASSOCIATION));
        assertTrue(refusal(
                        () -> aws.create(ASSOCIATION, Map.of("web_acl_arn", ACL + "a", "resource_arn", id(balancer))))
                .endsWith("WAFUnavailableEntityException: AWS WAF couldn’t retrieve the resource that you requested."
                        + " Retry your request."));
    }

    @Test
    void shield_protects_something_once() {
        aws.create("aws_shield_protection", Map.of("name", "a", "resource_arn", LOAD_BALANCER));
        assertTrue(refusal(() -> {
                    aws.create("aws_shield_protection", Map.of("name", "b", "resource_arn", LOAD_BALANCER));
                })
                .endsWith("ResourceAlreadyExistsException: The referenced protection already exists."));
    }

    @Test
    void a_statement_is_said_once_about_a_function() {
        Map<String, Object> permission = Map.of(
                "statement_id",
                "alb",
                "function_name",
                "api",
                "action",
                "lambda:InvokeFunction",
                "principal",
                "elasticloadbalancing.amazonaws.com");
        aws.create("aws_lambda_permission", permission);
        String arn = "arn:aws:lambda:us-east-1:123456789012:function:api";
        assertEquals(
                "adding Lambda Permission (" + arn
                        + "/alb): operation error Lambda: AddPermission, https response error"
                        + " StatusCode: 409, RequestID: …, ResourceConflictException: The statement id (alb) provided"
                        + " already exists. Please provide a new statement id, or remove the existing statement.",
                refusal(() -> aws.create("aws_lambda_permission", with(permission, "function_name", arn))));
    }

    @Test
    void a_parameter_is_overwritten_only_where_that_is_said() {
        Map<String, Object> parameter = Map.of("name", "/wiki/arn", "type", "String", "value", "a");
        aws.create("aws_ssm_parameter", parameter);
        assertEquals(
                "creating SSM Parameter (/wiki/arn): operation error SSM: PutParameter, " + ERROR
                        + "ParameterAlreadyExists: The parameter already exists. To overwrite this value, set the"
                        + " overwrite option in the request to true.",
                refusal(() -> aws.create("aws_ssm_parameter", parameter)));
        aws.create("aws_ssm_parameter", with(parameter, "overwrite", true));
        assertTrue(refusal(() -> {
                    aws.create("aws_ssm_parameter", with(with(parameter, "name", "b"), "value", "x".repeat(4097)));
                })
                .contains("api error ValidationException: Standard tier parameters support a maximum parameter value of"
                        + " 4096 characters."));
        assertTrue(refusal(() -> {
                    aws.create("aws_ssm_parameter", with(with(parameter, "name", "c"), "allowed_pattern", "\\d+"));
                })
                .contains("ParameterPatternMismatchException: Parameter value, cannot be validated against"
                        + " allowedPattern: \\d+"));
    }

    @Test
    void a_dashboard_is_json_and_an_alarm_looks_back_a_day() {
        assertEquals(
                "putting CloudWatch Dashboard (wiki): operation error CloudWatch: PutDashboard, " + ERROR
                        + "InvalidParameterInput: The field DashboardBody must be a valid JSON object",
                refusal(() -> aws.create(
                        "aws_cloudwatch_dashboard", Map.of("dashboard_name", "wiki", "dashboard_body", "[]"))));
        Map<String, Object> alarm = Map.of(
                "alarm_name",
                "wiki",
                "comparison_operator",
                "GreaterThanThreshold",
                "evaluation_periods",
                25,
                "period",
                3600);
        assertTrue(refusal(() -> aws.create("aws_cloudwatch_metric_alarm", alarm))
                .endsWith("api error ValidationError: Metrics cannot be checked across more than a day"
                        + " (EvaluationPeriods * Period must be <= 86400)"));
    }

    @Test
    void a_target_group_that_is_gone_takes_no_instances() {
        Value.Mapping group = aws.declare("aws_lb_target_group", Map.of("name", "wiki", "port", 80));
        aws.delete("aws_lb_target_group", group);
        assertEquals(
                "attaching Auto Scaling Group (wiki) target group (" + id(group) + "): operation error Auto Scaling:"
                        + " AttachLoadBalancerTargetGroups, " + ERROR + "api error ValidationError: Provided Target"
                        + " Groups may not be valid. Please ensure they exist and try again.",
                refusal(() -> aws.create(
                        "aws_autoscaling_attachment",
                        Map.of("autoscaling_group_name", "wiki", "lb_target_group_arn", id(group)))));
    }

    @Test
    void an_auto_scaling_group_that_is_not_declared_does_not_exist_where_another_is() {
        aws.declare("aws_autoscaling_group", Map.of("name", "wiki", "min_size", 1, "max_size", 1));
        assertTrue(refusal(() -> aws.create(
                        "aws_autoscaling_attachment",
                        Map.of("autoscaling_group_name", "docs", "lb_target_group_arn", "arn:aws:x")))
                .endsWith("api error ValidationError: AutoScalingGroup name not found - AutoScalingGroup 'docs' not"
                        + " found"));
    }

    private Value.Mapping acl(String name) {
        return aws.create(
                "aws_wafv2_web_acl",
                Map.of("name", name, "scope", "REGIONAL", "visibility_config", List.of(), "default_action", List.of()));
    }

    private void associate(String acl) {
        aws.create(ASSOCIATION, Map.of("web_acl_arn", acl, "resource_arn", LOAD_BALANCER));
    }
}
