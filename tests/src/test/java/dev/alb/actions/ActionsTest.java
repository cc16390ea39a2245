package dev.alb.actions;

import static dev.alb.terraform.Rendering.assertRefuses;
import static dev.alb.terraform.Rendering.assertRenders;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Steps in order, of which the last one answers the request. */
class ActionsTest {
    private static final String GROUP = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/";
    private static final Forward FORWARD = Action.forwardTo(GROUP + "a/1");
    private static final JwtValidation TOKEN =
            JwtValidation.of("https://id.example.com", "https://id.example.com/keys");
    private static final AuthenticateCognito SIGN_IN = AuthenticateCognito.of(
            "arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_abc", "wiki", "login");

    @Test
    void a_single_step_has_no_number() {
        assertRenders("[{type: 'forward', target_group_arn: '%sa/1'}]".formatted(GROUP), Actions.of(FORWARD));
    }

    @Test
    void several_steps_are_numbered() {
        assertRenders("""
                [{type: 'jwt-validation', order: 1, jwt_validation: {
                   issuer: 'https://id.example.com', jwks_endpoint: 'https://id.example.com/keys'}},
                 {type: 'forward', order: 2, target_group_arn: '%sa/1'}]
                """.formatted(GROUP), Actions.of(TOKEN, FORWARD));
    }

    @Test
    void refuses_to_do_nothing() {
        assertRefuses("""
                actions: 1 violation
                action must contain exactly one forward, redirect or fixed-response, got nothing
                  A request is answered once: keep one of them.
                """, Actions::of);
    }

    @Test
    void refuses_two_answers() {
        assertRefuses("""
                actions: 1 violation
                action must contain exactly one forward, redirect or fixed-response, got redirect, forward
                  A request is answered once: keep one of them.
                """, () -> Actions.of(Action.redirectToHttps(), FORWARD));
    }

    @Test
    void refuses_to_sign_in_without_an_answer() {
        assertRefuses("""
                actions: 2 violations
                action must contain exactly one forward, redirect or fixed-response, got authenticate-cognito
                  A request is answered once: keep one of them.
                action must end with a forward, redirect or fixed-response, got authenticate-cognito
                  Put the signing in before it.
                """, () -> Actions.of(SIGN_IN));
    }

    @Test
    void refuses_to_sign_in_after_the_answer() {
        assertRefuses("""
                actions: 1 violation
                action must end with a forward, redirect or fixed-response, got forward, authenticate-cognito
                  Put the signing in before it.
                """, () -> Actions.of(FORWARD, SIGN_IN));
    }

    @Test
    void refuses_to_sign_in_twice_in_one_way() {
        assertRefuses("""
                actions: 1 violation
                action must contain each way to sign in once, got authenticate-cognito, authenticate-cognito, forward
                  Leave out the repeated one.
                """, () -> Actions.of(SIGN_IN, SIGN_IN.withScope("openid email"), FORWARD));
    }

    @Test
    void refuses_a_redirect_in_a_circle() {
        assertRefuses("""
                actions: 1 violation
                action.redirect must change the protocol, host, port or path, got a redirect to the URL that was asked for
                  Name what is to change, such as host = "wiki.example.com"; browsers would loop otherwise.
                """, () -> Actions.of(Action.redirect().withQuery("a=b")));
    }

    @Test
    void know_where_requests_go() {
        Actions forward = Actions.of(TOKEN, FORWARD);
        Actions redirect = Actions.of(Action.redirectToHttps());
        assertEquals(List.of(GROUP + "a/1"), forward.targetGroups());
        assertEquals(Optional.of(FORWARD), forward.forward());
        assertEquals(Optional.empty(), forward.redirect());
        assertEquals(FORWARD, forward.routing());
        assertEquals(List.of(), redirect.targetGroups());
        assertEquals(Optional.of(Action.redirectToHttps()), redirect.redirect());
    }

    @Test
    void need_https_if_somebody_signs_in() {
        assertTrue(Actions.of(TOKEN, FORWARD).needsHttps());
        assertTrue(Actions.of(SIGN_IN, Action.redirectToHttps()).needsHttps());
        assertFalse(Actions.of(FORWARD).needsHttps());
        assertFalse(Actions.of(Action.redirectToHttps()).needsHttps());
        assertFalse(Actions.of(Action.fixedResponse(503)).needsHttps());
    }

    @Test
    void have_the_same_outcome_however_they_are_written() {
        WeightedTargetGroup a = WeightedTargetGroup.of(GROUP + "a/1");
        WeightedTargetGroup b = WeightedTargetGroup.of(GROUP + "b/2", 1);
        assertSame(FORWARD, Action.forward(List.of(WeightedTargetGroup.of(a.arn(), 7))));
        assertSame(FORWARD, FORWARD.withStickiness(GroupStickiness.lasting(Duration.ofHours(1))));
        assertSame(
                Action.forward(List.of(a, b)),
                Action.forward(List.of(b, WeightedTargetGroup.of(a.arn(), 1)))
                        .withStickiness(new GroupStickiness(Duration.ofHours(1), false)));
        assertSame(
                Action.redirectToHttps(),
                Action.redirectToHttps()
                        .withHost("#{host}")
                        .withPath("/#{path}")
                        .withQuery("#{query}"));
        assertSame(Action.fixedResponse(503), Action.fixedResponse(503).withMessageBody(""));
    }

    @Test
    void have_different_outcomes() {
        WeightedTargetGroup a = WeightedTargetGroup.of(GROUP + "a/1", 2);
        WeightedTargetGroup b = WeightedTargetGroup.of(GROUP + "b/2", 1);
        Forward shared = Action.forward(List.of(a, b));
        assertDifferent(FORWARD, shared);
        assertDifferent(shared, Action.forward(List.of(WeightedTargetGroup.of(a.arn(), 3), b)));
        assertDifferent(shared, shared.withStickiness(GroupStickiness.lasting(Duration.ofHours(1))));
        assertDifferent(Action.redirectToHttps(), Action.redirectToHttps().withPort("8443"));
        assertDifferent(Action.fixedResponse(503), Action.fixedResponse(404));
        assertFalse(Actions.of(FORWARD).hasSameOutcomeAs(Actions.of(SIGN_IN, FORWARD)));
    }

    private static void assertSame(Action one, Action other) {
        assertTrue(Actions.of(one).hasSameOutcomeAs(Actions.of(other)), one + " and " + other);
    }

    private static void assertDifferent(Action one, Action other) {
        assertFalse(Actions.of(one).hasSameOutcomeAs(Actions.of(other)), one + " and " + other);
    }
}
