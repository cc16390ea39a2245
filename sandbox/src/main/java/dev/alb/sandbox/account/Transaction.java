package dev.alb.sandbox.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A piece of work in one region of the account, which sees its own changes before anybody else does. */
public final class Transaction {
    private final Account account;
    private final String region;
    private final CallSeries calls;
    private final Map<ObjectKey, @Nullable AwsObject> written = new LinkedHashMap<>();

    Transaction(Account account, String region, CallSeries calls) {
        this.account = account;
        this.calls = calls;
        this.region = region;
    }

    /** The region that it works in. */
    public String region() {
        return region;
    }

    /** What stands there under an id. */
    public Optional<AwsObject> find(String type, String id) {
        ObjectKey key = new ObjectKey(type, region, id);
        return Optional.ofNullable(
                written.containsKey(key) ? written.get(key) : account.contents().get(key));
    }

    /** Everything of a type, sorted by id, so that the order says nothing about what came first. */
    public List<AwsObject> all(String type) {
        Map<ObjectKey, AwsObject> all = account.contents().ofType(type);
        written.forEach((key, object) -> {
            if (object == null) {
                all.remove(key);
            } else {
                all.put(key, object);
            }
        });
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().isOf(type, region))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Whether an id was ever given to anything of a type, even if that is gone. */
    public boolean isTaken(String type, String id) {
        return find(type, id).isPresent() || wasDeleted(type, id);
    }

    /** Whether something of this id stood here once and does no more. */
    public boolean wasDeleted(String type, String id) {
        return find(type, id).isEmpty() && account.contents().wasDeleted(new ObjectKey(type, region, id));
    }

    /** Whether the account file says all that there is of a type, so that anything else does not exist. */
    public boolean knowsAll(String type) {
        return account.contents().knowsAll(type);
    }

    /** The calls for which the work is done. */
    public CallSeries calls() {
        return calls;
    }

    /** The id of the account. */
    public String accountId() {
        return account.description().accountId().orElse(Caller.ACCOUNT);
    }

    /** How many there may be of what. */
    public Quotas quotas() {
        return account.quotas();
    }

    /** Puts an object in, in the place of what had its id; a call that changes something does not make it. */
    public AwsObject put(AwsObject object) {
        AwsObject kept = find(object.type(), object.id())
                .filter(before -> object.origin() == AwsObject.Origin.CREATED)
                .map(before -> new AwsObject(object.type(), object.region(), object.attributes(), before.origin()))
                .orElse(object);
        written.put(ObjectKey.of(kept), kept);
        return kept;
    }

    /** Takes an object out. */
    public void remove(String type, String id) {
        written.put(new ObjectKey(type, region, id), null);
    }

    List<AccountChange> changes() {
        List<AccountChange> changes = new ArrayList<>();
        written.forEach(
                (key, object) -> changes.add(object == null ? AccountChange.deleted(key) : AccountChange.put(object)));
        return changes;
    }
}
