package dev.alb.confluence;

import dev.alb.assertions.SynthesizedStack;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The administrator's own rules beside the application's. */
class SiteRulesTest {
    private static final String RULE = "aws_lb_listener_rule";

    private static final String NO_ADMIN = """
            rules:
              no-admin:
                priority: 100
                conditions: [path_pattern: '/admin/*']
                actions:
                  - fixed_response: {status_code: '403', content_type: text/plain, message_body: Not from here.}
            """;

    private static final String SIGN_IN = """
            rules:
              staff:
                conditions: [{path_pattern: '/staff/*'}]
                actions:
                  - authenticate_oidc:
                      issuer: https://login.example.com
                      authorization_endpoint: https://login.example.com/authorize
                      token_endpoint: https://login.example.com/token
                      user_info_endpoint: https://login.example.com/userinfo
                      client_id: wiki
                      client_secret: %s
                  - forward: confluence
            """;

    @Test
    void lets_the_load_balancer_out_to_the_identity_provider_where_somebody_signs_in() {
        SynthesizedSite.wiki(SIGN_IN.formatted("{variable: OIDC_SECRET}"))
                .stack()
                .resource("aws_vpc_security_group_egress_rule", "load_balancer-to-sign-in-443")
                .has("{cidr_ipv4: '0.0.0.0/0', ip_protocol: 'tcp', from_port: 443, to_port: 443}");
        SynthesizedSite.wiki("").stack().hasNo("aws_vpc_security_group_egress_rule", "{from_port: 443}");
    }

    @Test
    void takes_the_usual_redirect_and_a_status_alone_for_an_answer() {
        SynthesizedStack stack = SynthesizedSite.wiki("""
                        rules:
                          home: {priority: 5, conditions: {path_pattern: /x}, actions: {redirect: {path: /y}}}
                          no: {priority: 6, conditions: {path_pattern: /z}, actions: {fixed_response: 403}}
                        """).stack();
        stack.resource("aws_lb_listener_rule", "home")
                .has("action", SynthesizedStack.json("[{redirect: {path: '/y', status_code: 'HTTP_301'}}]"));
        stack.resource("aws_lb_listener_rule", "no")
                .has(
                        "action",
                        SynthesizedStack.json("[{fixed_response: {status_code: '403', content_type: 'text/plain'}}]"));
    }

    @Test
    void keeps_people_out_of_a_path_before_synchrony() {
        SynthesizedStack stack = SynthesizedSite.wiki(NO_ADMIN).warns("").stack();
        stack.hasExactly(RULE, "no-admin", "synchrony");
        stack.resource(RULE, "no-admin")
                .has("{priority: 100, condition: [{path_pattern: {values: ['/admin/*']}}]}")
                .has("""
                        {action: [{type: 'fixed-response', fixed_response:
                          {status_code: '403', content_type: 'text/plain', message_body: 'Not from here.'}}]}
                        """)
                .refersTo("listener_arn", "aws_lb_listener.https.arn");
        stack.resource(RULE, "synchrony").has("priority", 10_000);
    }

    @Test
    void forwards_to_the_target_groups_by_their_names() {
        SynthesizedStack stack = SynthesizedSite.wiki("""
                        rules:
                          one: {conditions: [path_pattern: '/one/*'], actions: [forward: confluence]}
                          two: {conditions: [path_pattern: '/two/*'], actions: [forward: synchrony]}
                        """).stack();
        stack.resource(RULE, "one").refersTo("action.0.target_group_arn", "aws_lb_target_group.confluence.arn");
        stack.resource(RULE, "two").refersTo("action.0.target_group_arn", "aws_lb_target_group.synchrony.arn");
    }

    @Test
    void forwards_by_weight_also_to_a_group_of_somebody_else() {
        String other = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/other/73e2d6bc24d8a067";
        SynthesizedStack stack = SynthesizedSite.wiki("""
                        rules:
                          canary:
                            conditions: [{path_pattern: '/*'}, {http_header: {http_header_name: X-Canary, values: [yes]}}]
                            actions:
                              - forward:
                                  target_group:
                                    - {arn: confluence, weight: 90}
                                    - {arn: '%s', weight: 10}
                                  stickiness: {enabled: true, duration: 1h}
                        """.formatted(other)).stack();
        stack.resource(RULE, "canary")
                .has("action.0.forward.stickiness", SynthesizedStack.json("{enabled: true, duration: 3600}"))
                .has("action.0.forward.target_group.0.weight", 90)
                .refersTo("action.0.forward.target_group.0.arn", "aws_lb_target_group.confluence.arn")
                .has("action.0.forward.target_group.1", SynthesizedStack.json("{arn: '" + other + "', weight: 10}"));
    }

    @Test
    void refuses_to_forward_to_synchrony_in_proxy_mode() {
        SynthesizedSite.wiki(SiteText.PROXY, """
                        rules:
                          two: {conditions: [path_pattern: '/two/*'], actions: [forward: synchrony]}
                        """).isRefusedWith("""
                        site.yaml:10:8 rules.two must forward to a target group that there is, got synchrony, in proxy mode
                            Forward to confluence, or let another mode run Synchrony.
                        """);
    }

    @Test
    void takes_the_secret_from_a_sensitive_variable() {
        SynthesizedStack stack = SynthesizedSite.wiki(SIGN_IN.formatted("{variable: OIDC_SECRET}"))
                .stack();
        stack.variable("OIDC_SECRET").has("{type: 'string', sensitive: true}").lacks("default");
        stack.resource(RULE, "staff")
                .has("action.0.authenticate_oidc.client_secret", "${var.OIDC_SECRET}")
                .refersTo("action.1.target_group_arn", "aws_lb_target_group.confluence.arn");
    }

    @Test
    void one_variable_may_serve_two_rules() {
        String second =
                SIGN_IN.replace("rules:\n", "").replace("staff", "board").formatted("{variable: OIDC_SECRET}");
        SynthesizedSite.wiki(SIGN_IN.formatted("{variable: OIDC_SECRET}") + second)
                .stack()
                .resource(RULE, "board")
                .has("action.0.authenticate_oidc.client_secret", "${var.OIDC_SECRET}");
    }

    @Test
    void refuses_a_secret_in_the_file() {
        SynthesizedSite.wiki(SIGN_IN.formatted("hunter2")).isRefusedWith("""
                site.yaml:18:26 rules.staff.actions[0].authenticate_oidc.client_secret must name a variable and not hold the secret, got a text
                    Write {variable: NAME} and set TF_VAR_NAME where Terraform runs.
                """);
    }

    @Test
    void refuses_a_sign_in_without_https() {
        SynthesizedSite.wiki(SiteText.HTTP_ALONE, SIGN_IN.formatted("{variable: OIDC_SECRET}"))
                .isRefusedWith("""
                        site.yaml:10:5 rules.staff.action must sign nobody in on an HTTP listener, got authenticate-oidc on aws_lb_listener.http
                            Put the rule on an HTTPS listener: AWS refuses it here.
                        """);
    }

    @Test
    void refuses_a_rule_that_would_swallow_synchrony_and_names_both_and_its_line() {
        SynthesizedSite.wiki("synchrony: {port: 9091}", """
                        rules:
                          all: {priority: 5, conditions: [path_pattern: '/*'], actions: [forward: confluence]}
                        """).isRefusedWith("""
                        site.yaml:10:8 aws_lb_listener_rule.synchrony priority must come before every rule that takes all of its requests, got 10000, after aws_lb_listener_rule.all (priority 5)
                            Give it a priority below 5, narrow the conditions of aws_lb_listener_rule.all, or take it out.
                        """);
    }

    @Test
    void refuses_a_rule_that_takes_all_of_the_domain_from_synchrony() {
        SynthesizedSite.wiki("""
                        rules:
                          host: {priority: 5, conditions: [host_header: '*.example.com'], actions: [forward: confluence]}
                        """).isRefusedWith("""
                        site.yaml:9:9 rules.host must leave /synchrony to aws_lb_listener_rule.synchrony (priority 10000), got all of wiki.example.com by aws_lb_listener_rule.host (priority 5)
                            Give it a priority above 10000, or narrow its conditions.
                        """);
        SynthesizedSite.wiki("""
                        rules:
                          host: {priority: 5, conditions: [host_header: docs.example.com], actions: [forward: confluence]}
                        """).warns("");
    }

    @Test
    void tells_at_the_rule_what_it_is_refused_for() {
        SynthesizedSite.wiki("""
                        rules:
                          zero: {priority: 0, conditions: [path_pattern: '/x'], actions: [forward: confluence]}
                        """).isRefusedWith("""
                        site.yaml:9:20 rules.zero.priority must be between 1 and 50000, got 0
                            Choose a number from 1 to 50000.
                        """);
    }

    @Test
    void lets_a_rule_behind_synchrony_take_everything() {
        SynthesizedSite.wiki("""
                        rules:
                          all: {priority: 10001, conditions: [path_pattern: '/*'], actions: [forward: confluence]}
                        """).warns("");
    }

    @Test
    void tells_which_rule_comes_too_late() {
        SynthesizedSite.wiki("""
                        rules:
                          late: {priority: 20000, conditions: [path_pattern: '/synchrony/v1/*'], actions: [forward: confluence]}
                        """).isRefusedWith("""
                        site.yaml:9:20 rules.late.priority must come before every rule that takes all of its requests, got 20000, after aws_lb_listener_rule.synchrony (priority 10000)
                            Give it a priority below 10000, narrow the conditions of aws_lb_listener_rule.synchrony, or take it out.
                        """);
    }

    @Test
    void derives_a_priority_from_the_name_alone() {
        String rule = "%s: {conditions: [path_pattern: '/%s/*'], actions: [forward: confluence]}\n";
        SynthesizedStack alone = SynthesizedSite.wiki("rules:\n  " + rule.formatted("one", "one"))
                .stack();
        SynthesizedStack both = SynthesizedSite.wiki(
                        "rules:\n  " + rule.formatted("zero", "zero") + "  " + rule.formatted("one", "one"))
                .stack();
        both.resource(RULE, "one").has("priority", alone.resource(RULE, "one").json("priority"));
    }

    @Test
    void refuses_names_that_cannot_be_addresses_or_belong_to_the_application() {
        String rule = "  %s: {conditions: [path_pattern: '/x/*'], actions: [forward: confluence]}\n";
        SynthesizedSite.wiki("rules:\n" + rule.formatted("9lives") + rule.formatted("synchrony"))
                .isRefusedWith("""
                        site.yaml:9:11 rules.9lives must have a name of at most 64 letters, digits, hyphens and underscores, a letter in front, got "9lives"
                            Rename it: the name becomes its Terraform address.
                        site.yaml:10:14 rules.synchrony must leave the names confluence and synchrony to the application, got synchrony
                            Rename it.
                        """);
    }

    @Test
    void asks_for_the_domain_on_a_listener_of_somebody_else() {
        SynthesizedStack stack = SynthesizedSite.wiki(SiteText.ON_EXISTING_LISTENER, NO_ADMIN)
                .warns("")
                .stack();
        stack.hasNo("aws_lb").hasNo("aws_lb_listener").hasExactly(RULE, "confluence", "no-admin", "synchrony");
        for (String name : List.of("confluence", "no-admin", "synchrony")) {
            stack.resource(RULE, name)
                    .has("listener_arn", SiteText.LISTENER_ARN)
                    .has("{condition: [{host_header: {values: ['wiki.example.com']}}]}");
        }
        stack.resource(RULE, "synchrony")
                .has("{condition: [{path_pattern: {values: ['/synchrony', '/synchrony/*']}}]}");
        stack.resource(RULE, "confluence").refersTo("action.0.target_group_arn", "aws_lb_target_group.confluence.arn");
    }

    @Test
    void sites_on_one_listener_keep_apart_by_their_domains() {
        SynthesizedStack one =
                SynthesizedSite.wiki(SiteText.ON_EXISTING_LISTENER).stack();
        SynthesizedStack other = SynthesizedSite.wiki(SiteText.ON_EXISTING_LISTENER, "domain: docs.example.com")
                .stack();
        int ofOne = one.resource(RULE, "synchrony").json("priority").asInt();
        int ofOther = other.resource(RULE, "synchrony").json("priority").asInt();
        if (ofOne == ofOther || ofOne < 10_000 || ofOther >= 20_000) {
            throw new AssertionError(ofOne + " and " + ofOther);
        }
    }
}
