package dev.alb.sandbox.account;

import java.util.List;
import java.util.function.Supplier;

/** Where an account is kept. */
interface Storage {
    /** Does some work while nobody else, in this process or another, works on the account. */
    <T> T exclusively(Supplier<T> work);

    /** Brings what is known of the account up to date. */
    void refresh(Contents contents);

    /** Keeps all of these changes, or none. */
    void save(List<AccountChange> changes);

    /** What the account file declared when it was read last. */
    Declared declared();

    /** Remembers what the account file declares. */
    void declared(Declared declared);
}
