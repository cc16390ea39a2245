package dev.alb.actions;

import dev.alb.terraform.Checks;
import org.jspecify.annotations.Nullable;

/**
 * A target group and its share of the requests.
 *
 * @param arn its ARN, or a reference to it
 * @param weight 0 to 999, in proportion to the others; AWS's default is 1, and 0 sends nothing
 */
public record WeightedTargetGroup(String arn, @Nullable Integer weight) {
    private static final int LARGEST_WEIGHT = 999;

    /** Checks the ARN and the bounds of the weight. */
    public WeightedTargetGroup {
        Checks.of("weighted target group")
                .arn("arn", arn, "elasticloadbalancing", "targetgroup/")
                .between("weight", weight, 0, LARGEST_WEIGHT)
                .done();
    }

    /** A target group with the weight 1. */
    public static WeightedTargetGroup of(String arn) {
        return new WeightedTargetGroup(arn, null);
    }

    /** A target group with a weight of 0 to 999. */
    public static WeightedTargetGroup of(String arn, int weight) {
        return new WeightedTargetGroup(arn, weight);
    }
}
