package dev.alb.sandbox.account;

import java.util.Comparator;

/** What an object is found by. The order depends on nothing but the names, so that nothing depends on chance. */
record ObjectKey(String type, String region, String id) implements Comparable<ObjectKey> {
    private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::type)
            .thenComparing(ObjectKey::region)
            .thenComparing(ObjectKey::id);

    static ObjectKey of(AwsObject object) {
        return new ObjectKey(object.type(), object.region(), object.id());
    }

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }
}
