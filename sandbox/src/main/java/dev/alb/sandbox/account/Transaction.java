package dev.alb.sandbox.account;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A piece of work in one region of the account, which sees its own changes before anybody else does. */
public final class Transaction {
    private final Account account;
    private final String region;
    private final Map<ObjectKey, @Nullable AwsObject> written = new LinkedHashMap<>();

    Transaction(Account account, String region) {
        this.account = account;
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
                written.containsKey(key)
                        ? written.get(key)
                        : account.committed().get(key));
    }

    /** Everything of a type, in the order in which it came. */
    public List<AwsObject> all(String type) {
        Map<ObjectKey, AwsObject> all = new LinkedHashMap<>(account.committed());
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
        return find(type, id).isEmpty() && account.wasDeleted(new ObjectKey(type, region, id));
    }

    /** Whether the account file says all that there is of a type, so that anything else does not exist. */
    public boolean knowsAll(String type) {
        return account.knowsAll(type);
    }

    /** How many there may be of what. */
    public Quotas quotas() {
        return account.quotas();
    }

    /** Puts an object in, in the place of what had its id. */
    public AwsObject put(AwsObject object) {
        written.put(ObjectKey.of(object), object);
        return object;
    }

    /** Takes an object out. */
    public void remove(String type, String id) {
        written.put(new ObjectKey(type, region, id), null);
    }

    Map<ObjectKey, @Nullable AwsObject> written() {
        return written;
    }
}
