package dev.alb.sandbox.account;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What stands in the simulated AWS, in all regions. */
public final class Account {
    private final Map<ObjectKey, AwsObject> objects = new LinkedHashMap<>();
    private final Set<ObjectKey> deleted = new HashSet<>();

    private final Quotas quotas = Quotas.usual();

    private Account() {}

    /** An empty account that ends with this process. */
    public static Account inMemory() {
        return new Account();
    }

    /**
     * Does some work on the account, as a whole or not at all: where it throws, nothing has changed.
     *
     * @param region the region in which the work looks and writes
     */
    public synchronized <T> T transact(String region, Function<Transaction, T> work) {
        Transaction transaction = new Transaction(this, region);
        T result = work.apply(transaction);
        commit(transaction);
        return result;
    }

    /** Everything of all regions, in the order in which it came. */
    public synchronized List<AwsObject> objects() {
        return List.copyOf(objects.values());
    }

    /** How many there may be of what. */
    public Quotas quotas() {
        return quotas;
    }

    Map<ObjectKey, AwsObject> committed() {
        return objects;
    }

    /** Whether everything of a type is declared, so that nothing else is taken for existing. */
    boolean knowsAll(String type) {
        return objects.values().stream()
                .anyMatch(object -> object.type().equals(type) && object.origin() == AwsObject.Origin.DECLARED);
    }

    /** Whether something of this id was there once. */
    boolean wasDeleted(ObjectKey key) {
        return deleted.contains(key);
    }

    private void commit(Transaction transaction) {
        transaction.written().forEach((key, object) -> {
            if (object == null) {
                objects.remove(key);
                deleted.add(key);
            } else {
                objects.put(key, object);
                deleted.remove(key);
            }
        });
    }
}
