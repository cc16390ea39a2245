package dev.alb.review;

import dev.alb.snapshot.Change;

/** Says what a plan does with a resource, as a mark. */
final class Marks {
    private Marks() {}

    /** The mark of an address; {@code SAME} for what the plan doesn't know. */
    static Mark of(Comparison comparison, String address) {
        return comparison.change(address).map(Change::action).map(Marks::of).orElse(Mark.SAME);
    }

    private static Mark of(Change.Action action) {
        return switch (action) {
            case NO_OP, READ -> Mark.SAME;
            case CREATE -> Mark.ADDED;
            case UPDATE -> Mark.CHANGED;
            case DELETE_THEN_CREATE, CREATE_THEN_DELETE -> Mark.REPLACED;
            case DELETE, FORGET -> Mark.REMOVED;
        };
    }
}
