package dev.alb.demo;

import io.vertx.core.Future;
import java.util.concurrent.CompletionException;

/** Waits for what Vert.x does, on threads that are not its own. */
final class Blocking {
    private Blocking() {}

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "The demo can't listen on this machine: " + e.getCause().getMessage(), e);
        }
    }
}
