package dev.alb.sandbox.account;

import java.util.List;
import java.util.function.Supplier;

/** An account that ends with this process. */
final class Memory implements Storage {
    @Override
    public synchronized <T> T exclusively(Supplier<T> work) {
        return work.get();
    }

    @Override
    public void refresh(Contents contents) {}

    @Override
    public void save(List<AccountChange> changes) {}

    @Override
    public Declared declared() {
        return Declared.nothing();
    }

    @Override
    public void declared(Declared declared) {}
}
