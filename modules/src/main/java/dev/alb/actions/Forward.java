package dev.alb.actions;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests to target groups.
 *
 * @param targetGroup one to five, each once
 * @param stickiness keeps a client at one of several groups; off unless given. AWS wants it where several groups share
 *     requests and one of them is sticky itself
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html#forward-actions">AWS:
 *     forward actions</a>
 */
@ResourceAttributes
public record Forward(
        List<WeightedTargetGroup> targetGroup, @Nullable GroupStickiness stickiness)
        implements Action, ForwardBuilder.With {
    private static final int MOST_GROUPS = 5;
    private static final int USUAL_WEIGHT = 1;

    /** Checks the number of target groups. */
    public Forward {
        targetGroup = List.copyOf(targetGroup);
        Checks.of("forward")
                .require(
                        !targetGroup.isEmpty(),
                        "forward.target_group",
                        "name a target group",
                        "none",
                        "Add the target group that requests are for.")
                .atMost("forward.target_group", targetGroup, MOST_GROUPS, "target groups")
                .require(
                        new HashSet<>(arns(targetGroup)).size() == targetGroup.size(),
                        "forward.target_group",
                        "name each target group once",
                        arns(targetGroup),
                        "Take the repeated one out and add its weight to the other.")
                .done();
    }

    @Override
    public String type() {
        return "forward";
    }

    @Override
    public boolean isRouting() {
        return true;
    }

    /** The ARNs of the target groups, or the references to them. */
    public List<String> arns() {
        return arns(targetGroup);
    }

    /** Whether several target groups share the requests. */
    public boolean isShared() {
        return targetGroup.size() > 1;
    }

    /** Whether a client stays at the target group that it met first. */
    public boolean isSticky() {
        return stickiness != null && stickiness.enabled();
    }

    @Override
    public Forward normalized() {
        List<WeightedTargetGroup> groups = targetGroup.stream()
                .map(g -> WeightedTargetGroup.of(g.arn(), isShared() && g.weight() != null ? g.weight() : USUAL_WEIGHT))
                .sorted(Comparator.comparing(WeightedTargetGroup::arn))
                .toList();
        return new Forward(groups, isSticky() && isShared() ? stickiness : null);
    }

    /** The plain form for one target group, which every tool understands, or else the block. */
    @Override
    public Map<String, Object> toTerraform() {
        if (isShared() || stickiness != null || targetGroup.get(0).weight() != null) {
            return Action.super.toTerraform();
        }
        Map<String, Object> action = new LinkedHashMap<>();
        action.put("type", type());
        action.put("target_group_arn", targetGroup.get(0).arn());
        return action;
    }

    private static List<String> arns(List<WeightedTargetGroup> groups) {
        List<String> arns = new ArrayList<>(groups.size());
        for (WeightedTargetGroup group : groups) {
            arns.add(group.arn());
        }
        return Collections.unmodifiableList(arns);
    }
}
