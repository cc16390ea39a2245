package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Account;
import dev.alb.sandbox.account.Answers;
import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.values.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** AWS as the provider meets it: makes, changes, deletes and reads objects, or refuses to. */
public final class AwsApi {
    private static final Pattern ATTRIBUTE = Pattern.compile("\\{(\\w+)}");

    private final Account account;

    /** The API of an account. */
    public AwsApi(Account account) {
        this.account = account;
    }

    /**
     * Creates an object.
     *
     * @throws FailedCall if AWS refuses; nothing is made then, unless a call failed that completes what was made
     */
    public Value.Mapping create(ResourceType type, Caller caller, Value.Mapping planned) {
        Behavior behavior = Services.of(type.name());
        Value.Mapping created = account.transact(region(caller, planned), aws -> {
            Value.Mapping object = unused(type, caller, planned, aws);
            call(behavior.onCreate(), new Change(type.name(), Value.emptyMap(), planned, aws), object);
            return write(behavior, new Change(type.name(), Value.emptyMap(), object, aws), Origin.CREATED);
        });
        complete(behavior, region(caller, planned), created);
        return created;
    }

    private void complete(Behavior behavior, String region, Value.Mapping created) {
        try {
            account.transact(region, aws -> {
                call(behavior.onCreated(), new Change(behavior.type(), Value.emptyMap(), created, aws), created);
                return created;
            });
        } catch (FailedCall failure) {
            throw failure.after(created);
        }
    }

    /**
     * Changes an object.
     *
     * @throws FailedCall if AWS refuses; nothing is changed then
     */
    public Value.Mapping update(ResourceType type, Caller caller, Value.Mapping prior, Value.Mapping planned) {
        Behavior behavior = Services.of(type.name());
        return account.transact(region(caller, planned), aws -> {
            Value.Mapping before = current(type, prior, aws);
            Value.Mapping after = type.legacy() ? merge(prior, planned, before) : planned;
            call(behavior.onUpdate(), new Change(type.name(), before, after, aws), before);
            Value.Mapping changed = Answers.complete(type, caller, after, 0);
            return write(behavior, new Change(type.name(), before, changed, aws), Origin.CREATED);
        });
    }

    /** The provider writes what changes in Terraform's eyes; anything else stays as it is by now. */
    private static Value.Mapping merge(Value.Mapping prior, Value.Mapping planned, Value.Mapping current) {
        Map<String, Value> merged = new LinkedHashMap<>(planned.entries());
        merged.replaceAll((name, value) -> {
            boolean untouched =
                    value.equals(prior.get(name)) && current.entries().containsKey(name);
            return untouched ? current.get(name) : value;
        });
        return new Value.Mapping(merged);
    }

    /**
     * Deletes an object; one that is gone already is no error, as the provider asks for no more.
     *
     * @throws FailedCall if AWS refuses
     */
    public void delete(ResourceType type, Caller caller, Value.Mapping prior) {
        Behavior behavior = Services.of(type.name());
        account.transact(region(caller, prior), aws -> {
            aws.find(type.name(), id(prior)).ifPresent(object -> {
                Change change = new Change(type.name(), object.attributes(), Value.emptyMap(), aws);
                call(behavior.onDelete(), change, object.attributes());
                aws.remove(type.name(), id(prior));
                behavior.effect().happen(change);
            });
            return prior;
        });
    }

    /** What there is now of an object that Terraform remembers. */
    public Optional<Value.Mapping> read(ResourceType type, Caller caller, Value.Mapping remembered) {
        return account.transact(
                region(caller, remembered),
                aws -> aws.find(type.name(), remembered.get("id").text())
                        .map(object -> answer(Services.of(type.name()), object, aws)));
    }

    /** Everything of a type in a region. */
    public List<Value.Mapping> all(ResourceType type, String region) {
        return account.transact(
                region,
                aws -> aws.all(type.name()).stream()
                        .map(object -> answer(Services.of(type.name()), object, aws))
                        .toList());
    }

    /** Puts an object into the account that no call of Terraform made. */
    public Value.Mapping put(ResourceType type, Caller caller, Value.Mapping planned, Origin origin) {
        return account.transact(region(caller, planned), aws -> {
            Value.Mapping created = unused(type, caller, planned, aws);
            return write(Services.of(type.name()), new Change(type.name(), Value.emptyMap(), created, aws), origin);
        });
    }

    /** Takes an object for existing, of which nobody has said more than this. */
    public void assume(ResourceType type, Caller caller, Value.Mapping object) {
        account.transact(region(caller, object), aws -> {
            return aws.put(new AwsObject(type.name(), aws.region(), object, Origin.ASSUMED));
        });
    }

    private static Value.Mapping write(Behavior behavior, Change change, Origin origin) {
        Value.Mapping answer = behavior.answer().complete(change);
        change.aws().put(new AwsObject(change.type(), change.aws().region(), answer, origin));
        behavior.effect().happen(new Change(change.type(), change.before(), answer, change.aws()));
        return answer;
    }

    private static Value.Mapping answer(Behavior behavior, AwsObject object, Transaction aws) {
        return behavior.answer().complete(new Change(object.type(), object.attributes(), object.attributes(), aws));
    }

    private static Value.Mapping current(ResourceType type, Value.Mapping prior, Transaction aws) {
        return aws.find(type.name(), id(prior)).map(AwsObject::attributes).orElse(prior);
    }

    /** The object under an id that nothing had before; one that names itself keeps its name. */
    private static Value.Mapping unused(ResourceType type, Caller caller, Value.Mapping planned, Transaction aws) {
        int copy = 0;
        Value.Mapping object = Answers.complete(type, caller, planned, copy);
        Value.Mapping next = Answers.complete(type, caller, planned, ++copy);
        while (aws.isTaken(type.name(), id(object)) && !id(next).equals(id(object))) {
            object = next;
            next = Answers.complete(type, caller, planned, ++copy);
        }
        return object;
    }

    private static void call(List<Call> calls, Change change, Value.Mapping named) {
        calls.stream().filter(call -> call.applies().test(change)).forEach(call -> call(call, change, named));
    }

    private static void call(Call call, Change change, Value.Mapping named) {
        try {
            call.rules().forEach(rule -> rule.check(change));
        } catch (Refusal refusal) {
            String doing = ATTRIBUTE
                    .matcher(call.failure())
                    .replaceAll(match ->
                            Matcher.quoteReplacement(named.get(match.group(1)).text()));
            throw new FailedCall(doing, refusal.code(), call.operation().error(refusal));
        }
    }

    private static String id(Value.Mapping object) {
        return object.get("id").text();
    }

    private static String region(Caller caller, Value.Mapping object) {
        return object.get("region") instanceof Value.Text own ? own.value() : caller.region();
    }
}
