package dev.alb.serve.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** The target of one request, which is in flight there until this is closed. */
public final class Pick implements AutoCloseable {
    private final TargetPool pool;
    private final TargetInstance target;
    private final Stay stay;
    private final AtomicBoolean isOpen = new AtomicBoolean(true);

    Pick(TargetPool pool, TargetInstance target, Stay stay) {
        this.pool = pool;
        this.target = target;
        this.stay = stay;
        target.begin();
    }

    /** The target group that was chosen. */
    public TargetPool pool() {
        return pool;
    }

    /** Its target that was chosen. */
    public TargetInstance target() {
        return target;
    }

    /**
     * The whole values of the headers {@code Set-Cookie} that the load balancer adds to the answer, so that the client stays.
     *
     * @param fromTarget the values of those that the target has sent
     */
    public List<String> setCookies(List<String> fromTarget) {
        List<String> cookies = new ArrayList<>(stay.withGroup(pool));
        cookies.addAll(stay.withTarget(pool, target, fromTarget));
        return cookies;
    }

    /** Ends the request; a second time does nothing. */
    @Override
    public void close() {
        if (isOpen.compareAndSet(true, false)) {
            target.end();
        }
    }
}
