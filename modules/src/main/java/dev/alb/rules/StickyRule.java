package dev.alb.rules;

import dev.alb.listeners.StickyForward;
import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.List;

/** Sticky target groups share requests with others only if a client stays with one group too. */
enum StickyRule implements CrossCheck {
    INSTANCE;

    @Override
    public List<Violation> violations(Inventory inventory) {
        return inventory.all(ListenerRule.class).stream()
                .flatMap(rule -> StickyForward.violations(
                        inventory, rule.address(), "action", rule.attributes().action()))
                .toList();
    }
}
