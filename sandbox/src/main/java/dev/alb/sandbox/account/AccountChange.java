package dev.alb.sandbox.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One object that is put in or taken out. */
record AccountChange(Kind kind, ObjectKey key, @Nullable AwsObject object) {

    /** What becomes of the object. */
    enum Kind {
        PUT,
        /** It is gone, and nothing gets its id again. */
        DELETED,
        /** It never was there. */
        FORGOTTEN;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    static AccountChange put(AwsObject object) {
        return new AccountChange(Kind.PUT, ObjectKey.of(object), object);
    }

    static AccountChange deleted(ObjectKey key) {
        return new AccountChange(Kind.DELETED, key, null);
    }

    static AccountChange forgotten(ObjectKey key) {
        return new AccountChange(Kind.FORGOTTEN, key, null);
    }
}
