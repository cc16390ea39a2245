package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * How AWS treats one type of resource.
 *
 * @param type Terraform's name of the type
 * @param onCreate the calls that make it, in their order
 * @param onCreated the calls that complete it once it is there; where one is refused, it stays
 * @param onUpdate the calls that change it
 * @param onDelete the calls that delete it
 * @param answer what AWS makes of an object that it accepted: attributes that follow from other objects
 * @param effect what becomes of other objects
 */
public record Behavior(
        String type,
        List<Call> onCreate,
        List<Call> onCreated,
        List<Call> onUpdate,
        List<Call> onDelete,
        Answer answer,
        Effect effect) {

    /** Completes an accepted object in view of others. */
    @FunctionalInterface
    public interface Answer {
        /** The attributes of the object as AWS has them. */
        Value.Mapping complete(Change change);
    }

    /** Changes other objects once a change has happened. */
    @FunctionalInterface
    public interface Effect {
        /** Looks at what was there before and is there after. */
        void happen(Change change);
    }

    /** A type for which nothing is refused. */
    public static Behavior of(String type) {
        return new Behavior(type, List.of(), List.of(), List.of(), List.of(), Change::object, change -> {});
    }

    /** The same with a further call that makes it. */
    public Behavior create(Call call) {
        return new Behavior(type, and(onCreate, call), onCreated, onUpdate, onDelete, answer, effect);
    }

    /** The same with a further call that completes it. */
    public Behavior created(Call call) {
        return new Behavior(type, onCreate, and(onCreated, call), onUpdate, onDelete, answer, effect);
    }

    /** The same with a further call that changes it. */
    public Behavior update(Call call) {
        return new Behavior(type, onCreate, onCreated, and(onUpdate, call), onDelete, answer, effect);
    }

    /** The same with a further call that deletes it. */
    public Behavior delete(Call call) {
        return new Behavior(type, onCreate, onCreated, onUpdate, and(onDelete, call), answer, effect);
    }

    /** The same with another answer, given when an object is made, changed or read. */
    public Behavior answer(Answer other) {
        return new Behavior(type, onCreate, onCreated, onUpdate, onDelete, other, effect);
    }

    /** The same with an effect on other objects. */
    public Behavior effect(Effect other) {
        return new Behavior(type, onCreate, onCreated, onUpdate, onDelete, answer, other);
    }

    private static List<Call> and(List<Call> calls, Call further) {
        List<Call> all = new ArrayList<>(calls);
        all.add(further);
        return List.copyOf(all);
    }
}
