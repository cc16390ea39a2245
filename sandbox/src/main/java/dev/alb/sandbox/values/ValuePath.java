package dev.alb.sandbox.values;

import java.util.ArrayList;
import java.util.List;

/** The way from a resource to one of its attributes; it ends at a set, as elements of a set have no name. */
public record ValuePath(List<Object> steps, boolean endsAtSet) {
    /** The resource itself. */
    public static final ValuePath ROOT = new ValuePath(List.of(), false);

    /** An attribute or a block. */
    public ValuePath attribute(String name) {
        return endsAtSet ? this : with(name);
    }

    /** An element of a list. */
    public ValuePath index(int index) {
        return endsAtSet ? this : with((long) index);
    }

    /** Some element of a set. */
    public ValuePath someElement() {
        return new ValuePath(steps, true);
    }

    /** As Terraform writes it: {@code default_action[0].type}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof Long) {
                text.append('[').append(step).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }

    private ValuePath with(Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return new ValuePath(List.copyOf(longer), false);
    }
}
