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
    private final Set<String> knownTypes;

    /**
     * Nothing yet.
     *
     * @param knownTypes the types of which nothing exists but what stands here
     */
    Contents(Set<String> knownTypes) {
        this.knownTypes = knownTypes;
    }

    @Nullable
    AwsObject get(ObjectKey key) {
        return objects.get(key);
    }

    Collection<AwsObject> all() {
        return objects.values();
    }

    /** All of a type, to be changed at will. */
    NavigableMap<ObjectKey, AwsObject> ofType(String type) {
        return new TreeMap<>(range(type));
    }

    private NavigableMap<ObjectKey, AwsObject> range(String type) {
        return objects.subMap(new ObjectKey(type, "", ""), true, new ObjectKey(type + '\0', "", ""), false);
    }

    boolean wasDeleted(ObjectKey key) {
        return deleted.contains(key);
    }

    /** Whether nothing of a type exists but what stands here: something of it is declared, or the type itself. */
    boolean knowsAll(String type) {
        return knownTypes.contains(type)
                || range(type).values().stream().anyMatch(object -> object.origin() == AwsObject.Origin.DECLARED);
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
            objects.put(change.key(), object);
        }
        if (change.kind() == AccountChange.Kind.DELETED) {
            deleted.add(change.key());
        } else {
            deleted.remove(change.key());
        }
    }

    void clear() {
        objects.clear();
        deleted.clear();
    }
}
