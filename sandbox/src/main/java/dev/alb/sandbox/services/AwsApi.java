package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Account;
import dev.alb.sandbox.account.Answers;
import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.CallSeries;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.values.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** AWS as the provider meets it: makes, changes, deletes and reads objects, or refuses to. */
public final class AwsApi {
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Account account;
    private final Duration patience;

    /** The API of an account. */
    public AwsApi(Account account) {
        this(account, PATIENCE);
    }

    /**
     * The API of an account.
     *
     * @param patience how long a call is tried again where the provider does so for minutes
     */
    public AwsApi(Account account, Duration patience) {
        this.account = account;
        this.patience = patience;
    }

    /**
     * Creates an object.
     *
     * @throws FailedCall if AWS refuses; what it accepted before stays
     */
    public Value.Mapping create(ResourceType type, Caller caller, Value.Mapping planned) {
        Behavior behavior = Services.of(type.name());
        return perform(caller, region(caller, planned), aws -> {
            Change asked = request(type, behavior, new Change(type.name(), Value.emptyMap(), planned, aws));
            Value.Mapping named = unused(type, caller, asked.after(), aws);
            Change made = new Change(type.name(), Value.emptyMap(), named, aws);
            for (Call call : behavior.onCreate()) {
                if (call.sets().isEmpty()) {
                    CallAttempt.of(call, asked, made);
                }
            }
            Optional<AwsObject> twin = behavior.twin().of(asked);
            return twin.isPresent()
                    ? Outcome.of(twin.get().attributes())
                    : new Creation(behavior, type, caller).complete(made, write(behavior, made, Origin.CREATED));
        });
    }

    /**
     * Changes an object.
     *
     * @throws FailedCall if AWS refuses; what it accepted before stays
     */
    public Value.Mapping update(ResourceType type, Caller caller, Value.Mapping prior, Value.Mapping planned) {
        Behavior behavior = Services.of(type.name());
        return perform(caller, region(caller, planned), aws -> {
            Value.Mapping before = current(type, prior, aws);
            Value.Mapping after = type.legacy() ? merge(prior, planned, before) : planned;
            Change asked = request(type, behavior, new Change(type.name(), before, after, aws));
            Change change = asked.with(Answers.complete(type, caller, asked.after(), 0));
            List<String> done = new ArrayList<>(List.of("tags", "tags_all"));
            for (Call call : behavior.onUpdate()) {
                try {
                    CallAttempt.of(call, asked, change);
                    done.addAll(call.sets());
                } catch (FailedCall failure) {
                    aws.put(new AwsObject(type.name(), aws.region(), partly(change, done), Origin.CREATED));
                    return type.legacy() ? Outcome.failed(failure.after(change.after())) : Outcome.failed(failure);
                }
            }
            return Outcome.of(write(behavior, change, Origin.CREATED));
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

    /** An object of which only these attributes have changed. */
    private static Value.Mapping partly(Change change, List<String> changed) {
        Value.Mapping object = change.before();
        for (String name : changed) {
            boolean has = change.after().entries().containsKey(name);
            object = has ? object.with(name, change.after().get(name)) : object;
        }
        return object;
    }

    /**
     * Deletes an object; one that is gone already is no error.
     *
     * @throws FailedCall if AWS refuses
     */
    public void delete(ResourceType type, Caller caller, Value.Mapping prior) {
        Behavior behavior = Services.of(type.name());
        perform(caller, region(caller, prior), aws -> {
            aws.find(type.name(), prior.get("id").text()).ifPresent(object -> {
                Change change = new Change(type.name(), object.attributes(), Value.emptyMap(), aws);
                behavior.onDelete().forEach(call -> CallAttempt.of(call, change, change));
                aws.remove(type.name(), object.id());
                behavior.deleted().accept(change);
            });
            return Outcome.of(prior);
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

    /**
     * What a data source answers.
     *
     * @throws LookupFailure if it finds nothing, or several objects where it can take one
     */
    public Value.Mapping readDataSource(AwsSchema schema, ResourceType source, Caller caller, Value.Mapping config) {
        return account.transact(
                region(caller, config), aws -> new DataSources(schema, caller, aws).read(source, config));
    }

    /** Puts an object into the account that no call of Terraform made. */
    public Value.Mapping put(ResourceType type, Caller caller, Value.Mapping planned, Origin origin) {
        return account.transact(region(caller, planned), aws -> {
            Behavior behavior = Services.of(type.name());
            Change asked = request(type, behavior, new Change(type.name(), Value.emptyMap(), planned, aws));
            return write(behavior, asked.with(unused(type, caller, asked.after(), aws)), origin);
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
        change.aws().put(new AwsObject(change.type(), change.aws().region(), answer, origin));
        behavior.written().accept(change.with(answer));
        return change.aws()
                .find(change.type(), id(answer))
                .map(AwsObject::attributes)
                .orElse(answer);
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

    /** The work as a whole; where the provider tries again, others get the time to change what AWS refuses. */
    private Value.Mapping perform(Caller caller, String region, Function<Transaction, Outcome> work) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return answered(caller, region, work).orThrow();
            } catch (FailedCall failure) {
                if (!failure.retried() || System.nanoTime() > end) {
                    throw failure;
                }
                pause();
            }
        }
    }

    /** What the work comes to once no call of it hangs any more. */
    private Outcome answered(Caller caller, String region, Function<Transaction, Outcome> work) {
        CallSeries calls = account.calls();
        while (true) {
            try {
                Outcome outcome = account.transact(region, calls, work);
                calls.finish();
                return outcome;
            } catch (Hang hang) {
                hang.pass(account.faults(), caller);
                calls.resume();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a call was tried again", e);
        }
    }

    private static Change request(ResourceType type, Behavior behavior, Change change) {
        Change complete = change.with(Follows.complete(type, change.after(), change.aws()));
        return complete.with(behavior.request().complete(complete));
    }

    private static String id(Value.Mapping object) {
        return object.get("id").text();
    }

    private static String region(Caller caller, Value.Mapping object) {
        return object.get("region") instanceof Value.Text own ? own.value() : caller.region();
    }
}
