package dev.alb.sandbox.account;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What stands in an account, sorted, and what stood there once. */
final class Contents {
    private final NavigableMap<ObjectKey, AwsObject> objects = new TreeMap<>();
    private final Set<ObjectKey> deleted = new HashSet<>();
    private final Set<String> knownTypes = new HashSet<>();

    @Nullable
    AwsObject get(ObjectKey key) {
        return objects.get(key);
    }

    Collection<AwsObject> all() {
        return objects.values();
    }

    Set<ObjectKey> keys() {
        return objects.keySet();
    }

    /** All of a type, to be changed at will. */
    NavigableMap<ObjectKey, AwsObject> ofType(String type) {
        return new TreeMap<>(objects.subMap(new ObjectKey(type, "", ""), new ObjectKey(type + '\0', "", "")));
    }

    boolean wasDeleted(ObjectKey key) {
        return deleted.contains(key);
    }

    boolean knowsAll(String type) {
        return knownTypes.contains(type);
    }

    /** From now on, nothing of this type exists but what stands here. */
    void know(String type) {
        knownTypes.add(type);
    }

    /** Whether a change changes anything. */
    boolean isNews(AccountChange change) {
        AwsObject before = objects.get(change.key());
        return change.object() == null
                ? before != null || change.kind() == AccountChange.Kind.DELETED != deleted.contains(change.key())
                : !change.object().equals(before);
    }

    void apply(List<AccountChange> changes) {
        changes.forEach(this::apply);
    }

    private void apply(AccountChange change) {
        AwsObject object = change.object();
        if (object == null) {
            objects.remove(change.key());
        } else {
            put(change.key(), object);
        }
        if (change.kind() == AccountChange.Kind.DELETED) {
            deleted.add(change.key());
        } else {
            deleted.remove(change.key());
        }
    }

    private void put(ObjectKey key, AwsObject object) {
        objects.put(key, object);
        if (object.origin() == AwsObject.Origin.DECLARED) {
            know(object.type());
        }
    }

    void clear() {
        objects.clear();
        deleted.clear();
    }
}
