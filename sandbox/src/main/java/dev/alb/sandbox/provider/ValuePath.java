package dev.alb.sandbox.provider;

import dev.alb.sandbox.provider.protocol.Plugin.AttributePath;
import java.util.ArrayList;
import java.util.List;

/** The way from a resource to one of its attributes; it ends at a set, as elements of a set have no name. */
record ValuePath(List<Object> steps, boolean endsAtSet) {
    static final ValuePath ROOT = new ValuePath(List.of(), false);

    /** An attribute or a block. */
    ValuePath attribute(String name) {
        return endsAtSet ? this : with(name);
    }

    /** An element of a list. */
    ValuePath index(int index) {
        return endsAtSet ? this : with((long) index);
    }

    /** Some element of a set. */
    ValuePath someElement() {
        return new ValuePath(steps, true);
    }

    AttributePath toMessage() {
        AttributePath.Builder path = AttributePath.newBuilder();
        steps.forEach(step -> path.addSteps(toMessage(step)));
        return path.build();
    }

    private ValuePath with(Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return new ValuePath(List.copyOf(longer), false);
    }

    private static AttributePath.Step toMessage(Object step) {
        AttributePath.Step.Builder message = AttributePath.Step.newBuilder();
        return (step instanceof Long index
                        ? message.setElementKeyInt(index)
                        : message.setAttributeName(step.toString()))
                .build();
    }
}
