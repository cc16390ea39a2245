package dev.alb.terraform;

import java.util.List;

/** A rule across the resources of an app, run before anything is written. */
@FunctionalInterface
public interface CrossCheck {

    /** Every violation among the resources of an app. */
    List<Violation> violations(Inventory inventory);
}
