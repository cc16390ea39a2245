package dev.alb.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.actions.Action;
import dev.alb.actions.Actions;
import dev.alb.actions.AuthenticateCognito;
import dev.alb.actions.GroupStickiness;
import dev.alb.actions.RedirectProtocol;
import dev.alb.actions.WeightedTargetGroup;
import dev.alb.assertions.SynthesizedStack;
import dev.alb.listeners.Listener;
import dev.alb.listeners.ListenerAttributes;
import dev.alb.loadbalancer.LoadBalancer;
import dev.alb.loadbalancer.LoadBalancerAttributes;
import dev.alb.targetgroups.Stickiness;
import dev.alb.targetgroups.TargetGroup;
import dev.alb.targetgroups.TargetGroupAttributes;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules in a stack, and what is said when they don't go together. */
class ListenerRuleTest {
    private static final String ELB = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:";
    private static final String LISTENER = ELB + "listener/app/wiki/1/2";
    private static final String CERTIFICATE = "arn:aws:acm:eu-central-1:123456789012:certificate/1";
    private static final Actions GONE = Actions.of(Action.fixedResponse(404));
    private static final Actions BUSY = Actions.of(Action.fixedResponse(503));

    private final TerraformStack stack = new TerraformStack(Testing.app(), "network");

    @Test
    void stands_in_the_stack_by_its_id() {
        Listener listener = http("http", "wiki");
        ListenerRule rule = rule("admin", listener.arn(), Priority.of(10), BUSY, Condition.paths("/admin/*"));
        assertEquals("aws_lb_listener_rule.admin", rule.address());
        SynthesizedStack.of(stack)
                .hasExactly("aws_lb_listener_rule", "admin")
                .resource("aws_lb_listener_rule", "admin")
                .refersTo("listener_arn", "aws_lb_listener.http.arn")
                .has("{priority: 10, condition: [{path_pattern: {values: ['/admin/*']}}]}");
    }

    @Test
    void works_with_a_listener_that_was_made_elsewhere() {
        rule("admin", LISTENER, Priority.of(10), BUSY, Condition.paths("/admin/*"));
        SynthesizedStack.of(stack).resource("aws_lb_listener_rule", "admin").has("listener_arn", LISTENER);
    }

    @Test
    void no_two_rules_of_a_listener_have_one_priority() {
        rule("a", LISTENER, Priority.of(10), BUSY, Condition.paths("/a"));
        rule("b", LISTENER, Priority.of(10), BUSY, Condition.paths("/b"));
        rule("c", LISTENER, Priority.of(11), BUSY, Condition.paths("/c"));
        rule("elsewhere", LISTENER + "3", Priority.of(10), BUSY, Condition.paths("/b"));
        String message = """
                aws_lb_listener_rule.b priority must be its own on the listener, got 10, which aws_lb_listener_rule.a has too
                  Give one of the two the priority 12, which is free.""";
        assertViolations(message);
        String thrown = assertThrows(RuntimeException.class, () -> SynthesizedStack.of(stack))
                .getMessage();
        assertTrue(thrown.contains(message), thrown);
    }

    @Test
    void keys_that_come_out_the_same_are_told_with_a_number_that_is_free() {
        rule("a", LISTENER, Priority.keyed("one", 500, 500), BUSY, Condition.paths("/a"));
        rule("b", LISTENER, Priority.keyed("two", 500, 500), BUSY, Condition.paths("/b"));
        rule("c", LISTENER, Priority.of(500), BUSY, Condition.paths("/c"));
        assertViolations("""
                aws_lb_listener_rule.b priority must be its own on the listener, got 500 (from the key "two"), which aws_lb_listener_rule.a has too (from the key "one")
                  Give one of the two the priority 501, which is free.""", """
                aws_lb_listener_rule.c priority must be its own on the listener, got 500, which aws_lb_listener_rule.b has too (from the key "two")
                  Give one of the two the priority 502, which is free.""");
    }

    @Test
    void a_free_number_is_found_below_where_there_is_none_above() {
        rule("a", LISTENER, Priority.of(50_000), BUSY, Condition.paths("/a"));
        rule("b", LISTENER, Priority.of(50_000), BUSY, Condition.paths("/b"));
        assertViolations("""
                aws_lb_listener_rule.b priority must be its own on the listener, got 50000, which aws_lb_listener_rule.a has too
                  Give one of the two the priority 49999, which is free.""");
    }

    @Test
    void no_rule_comes_after_another_that_takes_all_of_its_requests() {
        rule("synchrony", LISTENER, Priority.of(20), BUSY, Condition.paths("/synchrony/*"));
        rule("wiki", LISTENER, Priority.of(10), GONE, Condition.paths("/*"));
        assertViolations("""
                aws_lb_listener_rule.synchrony priority must come before every rule that takes all of its requests, got 20, after aws_lb_listener_rule.wiki (priority 10)
                  Give it a priority below 10, narrow the conditions of aws_lb_listener_rule.wiki, or take it out.""");
    }

    @Test
    void nothing_can_come_before_the_first_priority() {
        rule("synchrony", LISTENER, Priority.of(20), BUSY, Condition.paths("/synchrony/*"));
        rule("wiki", LISTENER, Priority.of(1), GONE, Condition.paths("/*"));
        assertViolations("""
                aws_lb_listener_rule.synchrony priority must come before every rule that takes all of its requests, got 20, after aws_lb_listener_rule.wiki (priority 1)
                  Narrow the conditions of aws_lb_listener_rule.wiki, or take it out.""");
    }

    @Test
    void a_rule_that_is_only_superfluous_is_a_warning() {
        rule("synchrony", LISTENER, Priority.of(20), BUSY, Condition.paths("/synchrony/*"));
        rule("wiki", LISTENER, Priority.of(10), BUSY, Condition.paths("/*"));
        List<Violation> violations = Inventory.of(stack).violations();
        assertEquals(1, violations.size());
        assertTrue(violations.stream().noneMatch(Violation::isError), violations.toString());
    }

    @Test
    void the_general_rule_may_follow_the_special_one_and_other_listeners_do_not_matter() {
        rule("synchrony", LISTENER, Priority.of(10), BUSY, Condition.paths("/synchrony/*"));
        rule("wiki", LISTENER, Priority.of(20), GONE, Condition.paths("/*"));
        rule("elsewhere", LISTENER + "3", Priority.of(30), BUSY, Condition.paths("/synchrony/*"));
        assertViolations();
    }

    @Test
    void no_hash_decides_between_rules_that_claim_the_same_requests() {
        rule("images", LISTENER, Priority.keyed("images", 100, 100), GONE, Condition.paths("*.png"));
        rule("admin", LISTENER, Priority.keyed("admin", 200, 200), BUSY, Condition.paths("/admin/*"));
        assertViolations("""
                aws_lb_listener_rule.admin priority must be given where conditions overlap, got one from a key: it and aws_lb_listener_rule.images match some of the same requests
                  Their order is decided by a hash: give one of them a priority.""");
    }

    @Test
    void a_given_priority_decides_between_rules_that_claim_the_same_requests() {
        rule("images", LISTENER, Priority.of(100), GONE, Condition.paths("*.png"));
        rule("admin", LISTENER, Priority.keyed("admin", 200, 200), BUSY, Condition.paths("/admin/*"));
        assertViolations();
    }

    @Test
    void keys_do_where_rules_exclude_each_other_or_do_the_same() {
        rule("a", LISTENER, Priority.keyed("a", 100, 100), GONE, Condition.paths("/a/*"));
        rule("b", LISTENER, Priority.keyed("b", 200, 200), BUSY, Condition.paths("/b/*"));
        rule("c", LISTENER, Priority.keyed("c", 300, 300), BUSY, Condition.paths("/b*c"));
        assertViolations();
    }

    @Test
    void keys_with_regular_expressions_are_a_warning() {
        rule("a", LISTENER, Priority.keyed("a", 100, 100), GONE, Condition.pathsMatching("^/a"));
        rule("b", LISTENER, Priority.keyed("b", 200, 200), BUSY, Condition.paths("/b/*"));
        List<Violation> violations = Inventory.of(stack).violations();
        assertEquals("""
                aws_lb_listener_rule.b priority must be given where conditions overlap, got one from a key: it and aws_lb_listener_rule.a may match the same requests (a regular expression takes part)
                  Their order is decided by a hash: give one of them a priority.""", violations.get(0).toString());
        assertTrue(violations.stream().noneMatch(Violation::isError));
    }

    @Test
    void keys_with_values_that_are_known_later_are_left_alone() {
        String later = target("later", null).arn();
        rule("a", LISTENER, Priority.keyed("a", 100, 100), GONE, Condition.header("X", later));
        rule("b", LISTENER, Priority.keyed("b", 200, 200), BUSY, Condition.header("X", "b"));
        assertViolations();
    }

    @Test
    void sticky_groups_that_share_requests_need_group_stickiness() {
        TargetGroup sticky = target("blue", Stickiness.lbCookie(Duration.ofHours(10)));
        TargetGroup plain = target("green", null);
        rule("wiki", LISTENER, Priority.of(10), share(sticky, plain, null), Condition.paths("/*"));
        assertViolations("""
                aws_lb_listener_rule.wiki action.forward.stickiness must be on where one of several groups is sticky, got none, and aws_lb_target_group.blue is sticky
                  Switch on the stickiness of the forward, or switch the group's off.""");
    }

    @Test
    void sticky_groups_that_share_requests_work_with_group_stickiness() {
        TargetGroup sticky = target("blue", Stickiness.lbCookie(Duration.ofHours(10)));
        TargetGroup off = target("green", Stickiness.disabled());
        GroupStickiness stickiness = GroupStickiness.lasting(Duration.ofHours(10));
        rule("wiki", LISTENER, Priority.of(10), share(sticky, off, stickiness), Condition.paths("/*"));
        rule("one", LISTENER, Priority.of(5), Actions.of(Action.forwardTo(sticky.arn())), Condition.paths("/a"));
        assertViolations();
    }

    @Test
    void an_application_cookie_does_not_work_where_groups_share_requests() {
        TargetGroup sticky = target("blue", Stickiness.appCookie("JSESSIONID", Duration.ofHours(10)));
        TargetGroup plain = target("green", null);
        GroupStickiness stickiness = GroupStickiness.lasting(Duration.ofHours(10));
        rule("wiki", LISTENER, Priority.of(10), share(sticky, plain, stickiness), Condition.paths("/*"));
        assertViolations("""
                aws_lb_listener_rule.wiki action.forward.target_group must name no group with app_cookie among several, got aws_lb_target_group.blue
                  Give that group a stickiness of type lb_cookie: AWS supports no other where groups share requests.""");
    }

    @Test
    void the_default_action_of_a_listener_is_held_to_the_same() {
        TargetGroup sticky = target("blue", Stickiness.lbCookie(Duration.ofHours(10)));
        TargetGroup plain = target("green", null);
        LoadBalancer alb = loadBalancer("wiki");
        new Listener(
                stack,
                "http",
                ListenerAttributes.http(
                        alb.arn(), share(sticky, plain, null).forward().orElseThrow()));
        assertViolations("""
                aws_lb_listener.http default_action.forward.stickiness must be on where one of several groups is sticky, got none, and aws_lb_target_group.blue is sticky
                  Switch on the stickiness of the forward, or switch the group's off.""");
    }

    @Test
    void nobody_signs_in_over_http() {
        Listener http = http("http", "wiki");
        rule("admin", http.arn(), Priority.of(10), signIn(), Condition.paths("/admin/*"));
        assertViolations("""
                aws_lb_listener_rule.admin action must sign nobody in on an HTTP listener, got authenticate-cognito on aws_lb_listener.http
                  Put the rule on an HTTPS listener: AWS refuses it here.""");
    }

    @Test
    void users_sign_in_over_https_and_on_listeners_that_are_not_known() {
        rule("a", https("https", "wiki").arn(), Priority.of(10), signIn(), Condition.paths("/admin/*"));
        rule("b", LISTENER, Priority.of(10), signIn(), Condition.paths("/admin/*"));
        assertViolations();
    }

    @Test
    void a_redirect_does_not_leave_https() {
        Actions leaving =
                Actions.of(Action.redirect().withProtocol(RedirectProtocol.HTTP).withHost("a.com"));
        rule("a", https("https", "wiki").arn(), Priority.of(10), leaving, Condition.paths("/a"));
        rule("b", http("http", "other").arn(), Priority.of(10), leaving, Condition.paths("/a"));
        assertViolations("""
                aws_lb_listener_rule.a action.redirect.protocol must stay HTTPS on an HTTPS listener, got HTTP on aws_lb_listener.https
                  Take the protocol out or make it HTTPS: AWS refuses it here.""");
    }

    @Test
    void a_redirect_does_not_lead_back_to_its_own_rule() {
        Actions toHttps = Actions.of(Action.redirectToHttps());
        rule("a", https("https", "wiki").arn(), Priority.of(10), toHttps, Condition.paths("/a"));
        rule("b", http("http", "other").arn(), Priority.of(10), toHttps, Condition.paths("/a"));
        assertViolations("""
                aws_lb_listener_rule.a action.redirect must lead to another URL than the one that was asked for, got a loop on aws_lb_listener.https
                  Change the host, the path or the port; a browser would never arrive.""");
    }

    @Test
    void a_target_group_belongs_to_one_load_balancer() {
        Actions forward = Actions.of(Action.forwardTo(target("blue", null).arn()));
        rule("a", http("http", "one").arn(), Priority.of(10), forward, Condition.paths("/a"));
        rule("b", http("other-http", "two").arn(), Priority.of(10), forward, Condition.paths("/a"));
        assertViolations("""
                aws_lb_listener_rule.b action must forward to a target group that no other load balancer has, got one that aws_lb_listener_rule.a has, on another load balancer
                  Make a target group for each load balancer; its targets can be the same.""");
    }

    @Test
    void arns_of_listeners_tell_their_load_balancers_apart() {
        Actions forward = Actions.of(Action.forwardTo(target("blue", null).arn()));
        rule("a", ELB + "listener/app/wiki/1/2", Priority.of(10), forward, Condition.paths("/a"));
        rule("b", ELB + "listener/app/wiki/1/3", Priority.of(10), forward, Condition.paths("/a"));
        assertViolations();
        rule("c", ELB + "listener/app/other/4/5", Priority.of(10), forward, Condition.paths("/a"));
        assertViolations("""
                aws_lb_listener_rule.c action must forward to a target group that no other load balancer has, got one that aws_lb_listener_rule.a has, on another load balancer
                  Make a target group for each load balancer; its targets can be the same.""");
    }

    @Test
    void listeners_that_are_not_known_may_belong_to_one_load_balancer() {
        TargetGroup blue = target("blue", null);
        Actions forward = Actions.of(Action.forwardTo(blue.arn()));
        rule("a", target("x", null).arn(), Priority.of(10), forward, Condition.paths("/a"));
        rule("b", http("http", "wiki").arn(), Priority.of(10), forward, Condition.paths("/a"));
        assertViolations();
    }

    @Test
    void more_than_100_rules_of_a_load_balancer_are_a_warning() {
        IntStream.rangeClosed(1, 51).forEach(i -> {
            rule("a" + i, ELB + "listener/app/wiki/1/2", Priority.of(i), BUSY, Condition.paths("/" + i));
            rule("b" + i, ELB + "listener/app/wiki/1/3", Priority.of(i), BUSY, Condition.paths("/" + i));
        });
        assertViolations("""
                aws_lb_listener_rule.a51 listener_arn must belong to a load balancer within AWS's usual quota of 100 rules, got 102 rules
                  Merge rules with one action, unless AWS has raised the quota for your account.""");
        assertTrue(Inventory.of(stack).violations().stream().noneMatch(Violation::isError));
    }

    @Test
    void more_than_100_target_groups_of_a_load_balancer_are_refused() {
        IntStream.rangeClosed(1, 21).forEach(i -> {
            List<WeightedTargetGroup> five = IntStream.range(0, 5)
                    .mapToObj(j -> WeightedTargetGroup.of(ELB + "targetgroup/g/" + i + "-" + j))
                    .toList();
            rule("r" + i, LISTENER, Priority.of(i), Actions.of(Action.forward(five)), Condition.paths("/" + i));
        });
        assertViolations("""
                aws_lb_listener_rule.r21 action must belong to a load balancer with at most 100 target groups, got 105 target groups
                  Spread the rules over two load balancers: AWS doesn't raise this quota.""");
    }

    private ListenerRule rule(String id, String listener, Priority priority, Actions actions, Condition condition) {
        return new ListenerRule(stack, id, ListenerRuleAttributes.of(listener, priority, List.of(condition), actions));
    }

    private LoadBalancer loadBalancer(String id) {
        return new LoadBalancer(stack, id, LoadBalancerAttributes.internal(List.of("subnet-1", "subnet-2")));
    }

    private Listener http(String id, String loadBalancer) {
        return new Listener(
                stack, id, ListenerAttributes.http(loadBalancer(loadBalancer).arn(), Action.fixedResponse(404)));
    }

    private Listener https(String id, String loadBalancer) {
        String arn = loadBalancer(loadBalancer).arn();
        return new Listener(stack, id, ListenerAttributes.https(arn, CERTIFICATE, Action.fixedResponse(404)));
    }

    private TargetGroup target(String id, @Nullable Stickiness stickiness) {
        TargetGroupAttributes attributes = TargetGroupAttributes.instances(8090, "vpc-1");
        return new TargetGroup(stack, id, attributes.withStickiness(stickiness));
    }

    private static Actions share(TargetGroup one, TargetGroup other, @Nullable GroupStickiness stickiness) {
        List<WeightedTargetGroup> groups =
                List.of(WeightedTargetGroup.of(one.arn(), 9), WeightedTargetGroup.of(other.arn(), 1));
        return Actions.of(Action.forward(groups).withStickiness(stickiness));
    }

    private static Actions signIn() {
        String pool = "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_abc";
        return Actions.of(AuthenticateCognito.of(pool, "wiki", "login"), Action.fixedResponse(503));
    }

    private void assertViolations(String... messages) {
        assertEquals(
                List.of(messages),
                Inventory.of(stack).violations().stream()
                        .map(Violation::toString)
                        .toList());
    }
}
