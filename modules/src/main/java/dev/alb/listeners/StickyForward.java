package dev.alb.listeners;

import dev.alb.actions.Actions;
import dev.alb.actions.Forward;
import dev.alb.targetgroups.Stickiness;
import dev.alb.targetgroups.StickinessType;
import dev.alb.targetgroups.TargetGroup;
import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sticky target groups that share requests with others, which works only if a client stays with one group too.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html">AWS:
 *     sticky sessions</a>
 */
public enum StickyForward implements CrossCheck {
    /** The check of the default actions of all listeners. */
    OF_DEFAULT_ACTIONS;

    @Override
    public List<Violation> violations(Inventory inventory) {
        return inventory.all(Listener.class).stream()
                .flatMap(listener -> violations(
                        inventory,
                        listener.address(),
                        "default_action",
                        listener.attributes().defaultAction()))
                .toList();
    }

    /**
     * Every violation in the actions of one resource.
     *
     * @param address of the listener or rule
     * @param path Terraform's name of the actions there
     */
    public static Stream<Violation> violations(Inventory inventory, String address, String path, Actions actions) {
        return actions.forward()
                .filter(Forward::isShared)
                .map(forward -> stickyGroups(inventory, forward)
                        .flatMap(group -> violation(address, path + ".forward", forward, group)))
                .orElseGet(Stream::empty);
    }

    private static Stream<TargetGroup> stickyGroups(Inventory inventory, Forward forward) {
        return forward.arns().stream()
                .flatMap(arn -> inventory.find(TargetGroup.class, arn).stream())
                .filter(group -> isSticky(group.attributes().stickiness()));
    }

    private static Stream<Violation> violation(String address, String path, Forward forward, TargetGroup group) {
        if (usesAppCookie(group)) {
            return Stream.of(
                    Violation.at(
                            address,
                            path + ".target_group",
                            "name no group with app_cookie among several",
                            group.address(),
                            "Give that group a stickiness of type lb_cookie: AWS supports no other where groups share requests."));
        }
        return forward.isSticky()
                ? Stream.empty()
                : Stream.of(Violation.at(
                        address,
                        path + ".stickiness",
                        "be on where one of several groups is sticky",
                        "none, and " + group.address() + " is sticky",
                        "Switch on the stickiness of the forward, or switch the group's off."));
    }

    private static boolean usesAppCookie(TargetGroup group) {
        Stickiness stickiness = group.attributes().stickiness();
        return stickiness != null && stickiness.type() == StickinessType.APP_COOKIE;
    }

    private static boolean isSticky(@Nullable Stickiness stickiness) {
        return stickiness != null && stickiness.enabled();
    }
}
