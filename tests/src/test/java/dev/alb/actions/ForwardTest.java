package dev.alb.actions;

import static dev.alb.terraform.Rendering.assertRefuses;
import static dev.alb.terraform.Rendering.assertRenders;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Requests go to one target group, or are shared among several. */
class ForwardTest {
    private static final String GROUP = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/";

    @Test
    void one_target_group_is_written_in_the_plain_form() {
        assertRenders(
                "{type: 'forward', target_group_arn: '%s'}".formatted(GROUP + "a/1"), Action.forwardTo(GROUP + "a/1"));
    }

    @Test
    void a_weight_or_stickiness_asks_for_the_block_even_with_one_target_group() {
        WeightedTargetGroup weighted = WeightedTargetGroup.of(GROUP + "a/1", 5);
        assertRenders(
                "{type: 'forward', forward: {target_group: [{arn: '%s', weight: 5}]}}".formatted(weighted.arn()),
                Action.forward(List.of(weighted)));
        assertRenders(
                """
                {type: 'forward', forward: {
                  target_group: [{arn: '%s'}],
                  stickiness: {duration: 60, enabled: true}}}
                """.formatted(weighted.arn()),
                Action.forwardTo(weighted.arn()).withStickiness(GroupStickiness.lasting(Duration.ofMinutes(1))));
    }

    @Test
    void several_target_groups_share_by_weight() {
        assertRenders(
                """
                {type: 'forward', forward: {
                  target_group: [{arn: '%1$sa/1', weight: 0}, {arn: '%1$sb/2', weight: 999}],
                  stickiness: {duration: 604800, enabled: false}}}
                """.formatted(GROUP),
                Action.forward(List.of(
                                WeightedTargetGroup.of(GROUP + "a/1", 0), WeightedTargetGroup.of(GROUP + "b/2", 999)))
                        .withStickiness(new GroupStickiness(Duration.ofDays(7), false)));
    }

    @Test
    void knows_whether_it_is_shared_and_sticky() {
        Forward one = Action.forwardTo(GROUP + "a/1");
        Forward two = one.withTargetGroup(groups(2));
        assertFalse(one.isShared());
        assertTrue(two.isShared());
        assertFalse(two.isSticky());
        assertFalse(two.withStickiness(new GroupStickiness(Duration.ofHours(1), false))
                .isSticky());
        assertTrue(
                two.withStickiness(GroupStickiness.lasting(Duration.ofHours(1))).isSticky());
        assertEquals(List.of(GROUP + "g/0", GROUP + "g/1"), two.arns());
    }

    @Test
    void takes_five_target_groups_and_refuses_six() {
        assertEquals(5, Action.forward(groups(5)).targetGroup().size());
        assertRefuses("""
                forward: 1 violation
                forward.target_group must have at most 5 target groups, got 6
                  Leave out some, or split them up.
                """, () -> Action.forward(groups(6)));
    }

    @Test
    void refuses_a_forward_to_nowhere() {
        assertRefuses("""
                forward: 1 violation
                forward.target_group must name a target group, got none
                  Add the target group that requests are for.
                """, () -> Action.forward(List.of()));
    }

    @Test
    void refuses_the_same_target_group_twice() {
        assertRefuses(
                """
                forward: 1 violation
                forward.target_group must name each target group once, got [%1$sa/1, %1$sa/1]
                  Take the repeated one out and add its weight to the other.
                """.formatted(GROUP),
                () -> Action.forward(
                        List.of(WeightedTargetGroup.of(GROUP + "a/1", 1), WeightedTargetGroup.of(GROUP + "a/1", 2))));
    }

    @Test
    void refuses_a_weight_out_of_bounds_and_something_else_than_an_arn() {
        assertRefuses("""
                weighted target group: 2 violations
                arn must be an ARN such as arn:aws:elasticloadbalancing:…:targetgroup/…, got "wiki"
                  Copy the ARN from the AWS console, or pass an attribute.
                weight must be between 0 and 999, got 1000
                  Choose a number from 0 to 999.
                """, () -> WeightedTargetGroup.of("wiki", 1000));
    }

    @Test
    void refuses_stickiness_of_no_time_and_of_more_than_a_week() {
        assertRefuses("""
                group stickiness: 1 violation
                duration must be between 1 s and 604800 s, got 0 s
                  Choose whole seconds from 1 to 604800.
                """, () -> GroupStickiness.lasting(Duration.ZERO));
        assertRefuses("""
                group stickiness: 1 violation
                duration must be between 1 s and 604800 s, got 604801 s
                  Choose whole seconds from 1 to 604800.
                """, () -> GroupStickiness.lasting(Duration.ofDays(7).plusSeconds(1)));
    }

    private static List<WeightedTargetGroup> groups(int count) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> WeightedTargetGroup.of(GROUP + "g/" + i))
                .toList();
    }
}
