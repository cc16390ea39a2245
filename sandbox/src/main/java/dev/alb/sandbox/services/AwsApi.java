package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Account;
import dev.alb.sandbox.account.Answers;
import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.values.Value;
import java.util.List;
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
     * @throws FailedCall if AWS refuses; nothing is made then
     */
    public Value.Mapping create(ResourceType type, Caller caller, Value.Mapping planned) {
        Behavior behavior = Services.of(type.name());
        return account.transact(region(caller, planned), aws -> {
            call(behavior.onCreate(), new Change(type.name(), Value.emptyMap(), planned, aws));
            Value.Mapping created = unused(type, caller, planned, aws);
            return write(behavior, new Change(type.name(), Value.emptyMap(), created, aws), Origin.CREATED);
        });
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
            call(behavior.onUpdate(), new Change(type.name(), before, planned, aws));
            Value.Mapping changed = Answers.complete(type, caller, planned, 0);
            return write(behavior, new Change(type.name(), before, changed, aws), Origin.CREATED);
        });
    }

    /**
     * Deletes an object; one that is gone already is no error.
     *
     * @throws FailedCall if AWS refuses
     */
    public void delete(ResourceType type, Caller caller, Value.Mapping prior) {
        Behavior behavior = Services.of(type.name());
        account.transact(region(caller, prior), aws -> {
            Value.Mapping before = current(type, prior, aws);
            call(behavior.onDelete(), new Change(type.name(), before, Value.emptyMap(), aws));
            aws.remove(type.name(), prior.get("id").text());
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

    /** Whether an object that nobody made or declared is to be taken for existing. */
    public boolean mayExist(ResourceType type, Caller caller, Value.Mapping object) {
        return account.transact(
                region(caller, object), aws -> !aws.knowsAll(type.name()) && !aws.wasDeleted(type.name(), id(object)));
    }

    private static Value.Mapping write(Behavior behavior, Change change, Origin origin) {
        Value.Mapping answer = behavior.answer().complete(change);
        return change.aws()
                .put(new AwsObject(change.type(), change.aws().region(), answer, origin))
                .attributes();
    }

    private static Value.Mapping answer(Behavior behavior, AwsObject object, Transaction aws) {
        return behavior.answer().complete(new Change(object.type(), object.attributes(), object.attributes(), aws));
    }

    private static Value.Mapping current(ResourceType type, Value.Mapping prior, Transaction aws) {
        return aws.find(type.name(), prior.get("id").text())
                .map(AwsObject::attributes)
                .orElse(prior);
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

    private static void call(List<Call> calls, Change change) {
        for (Call call : calls) {
            if (call.applies().test(change)) {
                call(call, change);
            }
        }
    }

    private static void call(Call call, Change change) {
        try {
            call.rules().forEach(rule -> rule.check(change));
        } catch (Refusal refusal) {
            String doing = ATTRIBUTE
                    .matcher(call.failure())
                    .replaceAll(match -> Matcher.quoteReplacement(change.text(match.group(1))));
            throw new FailedCall(doing, call.operation().error(refusal));
        }
    }

    private static String id(Value.Mapping object) {
        return object.get("id").text();
    }

    private static String region(Caller caller, Value.Mapping object) {
        return object.get("region") instanceof Value.Text own ? own.value() : caller.region();
    }
}
