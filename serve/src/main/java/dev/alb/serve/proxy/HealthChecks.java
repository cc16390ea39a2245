package dev.alb.serve.proxy;

import dev.alb.serve.targets.CheckResult;
import dev.alb.serve.targets.TargetInstance;
import dev.alb.serve.targets.TargetPool;
import dev.alb.serve.targets.TargetPools;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks the targets how they are, each in its interval, and lets those go that have drained. */
final class HealthChecks extends VerticleBase {
    private static final long TICK = 100;

    private final TargetPools pools;
    private final Consumer<Collection<TargetInstance>> drained;
    private final Map<TargetInstance, Long> next = new HashMap<>();
    private @Nullable HealthCheckClient client;

    /**
     * Checks.
     *
     * @param drained is told of targets whose deregistration delay is over
     */
    HealthChecks(TargetPools pools, Consumer<Collection<TargetInstance>> drained) {
        this.pools = pools;
        this.drained = drained;
    }

    @Override
    public Future<?> start() {
        client = new HealthCheckClient(vertx);
        vertx.setPeriodic(0, TICK, timer -> tick());
        return Future.succeededFuture();
    }

    private void tick() {
        Collection<TargetInstance> over = pools.forgetDrained();
        if (!over.isEmpty()) {
            drained.accept(over);
        }
        long now = System.nanoTime();
        Set<TargetInstance> checked = new HashSet<>();
        for (TargetPool pool : pools.pools()) {
            for (TargetInstance target : pool.targetsToCheck()) {
                checked.add(target);
                Long due = next.get(target);
                if (due == null || now - due >= 0) {
                    next.put(
                            target,
                            now + pool.settings().healthCheck().interval().toNanos());
                    check(pool, target);
                }
            }
        }
        next.keySet().retainAll(checked);
    }

    private void check(TargetPool pool, TargetInstance target) {
        HealthCheckClient current = client;
        if (current != null) {
            current.check(pool.settings(), target.checkAddress())
                    .onComplete(
                            done -> pool.record(target, done.succeeded() ? done.result() : new CheckResult.Failed()));
        }
    }
}
