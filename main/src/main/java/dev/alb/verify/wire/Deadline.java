package dev.alb.verify.wire;

import dev.alb.verify.probes.Unreachable;
import io.vertx.core.Future;
import io.vertx.core.http.UpgradeRejectedException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for what is under way, and not longer than a time.
 *
 * @param timeout from the first step to the last
 */
record Deadline(Duration timeout) {

    /** Says that a server answered, and not with 101. */
    static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient UpgradeRejectedException rejection;

        Rejected(UpgradeRejectedException rejection) {
            super(rejection);
            this.rejection = rejection;
        }

        UpgradeRejectedException rejection() {
            return rejection;
        }
    }

    <T> T await(Future<T> future, Progress progress) throws Unreachable {
        return await(future, progress, timeout);
    }

    <T> T await(Future<T> future, Progress progress, Duration atMost) throws Unreachable {
        try {
            return future.toCompletionStage().toCompletableFuture().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw Causes.timeout(progress, atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody interrupts this thread", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UpgradeRejectedException rejection) {
                throw new Rejected(rejection);
            }
            throw Causes.explain(e.getCause(), progress);
        }
    }
}
