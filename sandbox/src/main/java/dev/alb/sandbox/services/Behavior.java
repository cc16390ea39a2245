package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How AWS treats one type of resource.
 *
 * @param type Terraform's name of the type
 * @param onCreate the calls that make it, in their order; one that sets certain attributes comes once the object exists
 * @param onUpdate the calls that change it
 * @param onDelete the calls that delete it
 * @param request what the provider looks up and adds before its first call
 * @param twin the object that AWS answers with instead of making another like it
 * @param answer what AWS makes of an object that it accepted: attributes that follow from other objects
 * @param written what follows for others from an object that was made or changed
 * @param deleted what goes together with an object that was deleted
 */
public record Behavior(
        String type,
        List<Call> onCreate,
        List<Call> onUpdate,
        List<Call> onDelete,
        Answer request,
        Twin twin,
        Answer answer,
        Consumer<Change> written,
        Consumer<Change> deleted) {

    /** Completes an object in view of others. */
    @FunctionalInterface
    public interface Answer {
        /** The attributes of the object as AWS has them. */
        Value.Mapping complete(Change change);
    }

    /** Finds the object that a call asks for once more. */
    @FunctionalInterface
    public interface Twin {
        /** The object with the same settings, if there is one. */
        Optional<AwsObject> of(Change change);
    }

    /** A type for which nothing is refused. */
    public static Behavior of(String type) {
        return new Behavior(
                type,
                List.of(),
                List.of(),
                List.of(),
                Change::object,
                change -> Optional.empty(),
                Change::object,
                change -> {},
                change -> {});
    }

    /** The same with a further call that makes it. */
    public Behavior create(Call call) {
        return new Behavior(type, and(onCreate, call), onUpdate, onDelete, request, twin, answer, written, deleted);
    }

    /** The same with a further call that changes it. */
    public Behavior update(Call call) {
        return new Behavior(type, onCreate, and(onUpdate, call), onDelete, request, twin, answer, written, deleted);
    }

    /** The same with a further call that deletes it. */
    public Behavior delete(Call call) {
        return new Behavior(type, onCreate, onUpdate, and(onDelete, call), request, twin, answer, written, deleted);
    }

    /** The same with something that the provider adds to what was planned, before it calls AWS. */
    public Behavior request(Answer other) {
        return new Behavior(type, onCreate, onUpdate, onDelete, other, twin, answer, written, deleted);
    }

    /** The same where a second call with the same settings answers with the first object. */
    public Behavior twin(Twin other) {
        return new Behavior(type, onCreate, onUpdate, onDelete, request, other, answer, written, deleted);
    }

    /** The same with another answer, given when an object is made, changed or read. */
    public Behavior answer(Answer other) {
        return new Behavior(type, onCreate, onUpdate, onDelete, request, twin, other, written, deleted);
    }

    /** The same with something that follows for others when an object is made or changed. */
    public Behavior written(Consumer<Change> further) {
        return new Behavior(
                type, onCreate, onUpdate, onDelete, request, twin, answer, written.andThen(further), deleted);
    }

    /** The same with something that goes together with a deleted object. */
    public Behavior deleted(Consumer<Change> further) {
        return new Behavior(
                type, onCreate, onUpdate, onDelete, request, twin, answer, written, deleted.andThen(further));
    }

    /** The same with what another service does to this type. */
    Behavior and(Behavior other) {
        return new Behavior(
                type,
                and(onCreate, other.onCreate),
                and(onUpdate, other.onUpdate),
                and(onDelete, other.onDelete),
                change -> other.request.complete(change.with(request.complete(change))),
                change -> twin.of(change).or(() -> other.twin.of(change)),
                change -> other.answer.complete(change.with(answer.complete(change))),
                written.andThen(other.written),
                deleted.andThen(other.deleted));
    }

    private static List<Call> and(List<Call> calls, Call further) {
        return and(calls, List.of(further));
    }

    private static List<Call> and(List<Call> calls, List<Call> further) {
        return Stream.concat(calls.stream(), further.stream()).toList();
    }
}
