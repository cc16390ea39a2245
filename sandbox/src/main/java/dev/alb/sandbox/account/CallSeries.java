package dev.alb.sandbox.account;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The calls that the provider makes one after the other for one object. Work that hung is done again from its beginning; no
 * call of it is then met by a fault once more.
 */
public final class CallSeries {
    private final Faults faults;
    private int position;
    private int made;
    private @Nullable RuntimeException afterwards;

    CallSeries(Faults faults) {
        this.faults = faults;
    }

    /** Goes on to the next call, and says what goes wrong with it. */
    public Optional<Fault.Effect> next(String operation, String type, Set<String> names) {
        position++;
        if (position <= made) {
            return Optional.empty();
        }
        made = position;
        return faults.meet(operation, type, names);
    }

    /** Begins anew, without meeting again what was met. */
    public void resume() {
        position = 0;
        afterwards = null;
    }

    /** Fails once everything is done. */
    public void failAfterwards(RuntimeException failure) {
        afterwards = failure;
    }

    /** Throws what was to come once everything is done, if anything was. */
    public void finish() {
        if (afterwards != null) {
            throw afterwards;
        }
    }
}
