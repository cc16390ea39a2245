package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Fault.ConnectionLost;
import dev.alb.sandbox.account.Fault.Effect;
import dev.alb.sandbox.account.Fault.Failed;
import dev.alb.sandbox.account.Fault.Hanging;
import dev.alb.sandbox.account.Fault.Throttled;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What goes wrong with one call because a test wants it so.
 *
 * @param doing what the provider is doing
 */
record CallFault(Operation operation, String doing, Change change, Optional<Effect> effect) {
    /** The attempts that the provider makes by default. */
    private static final int ATTEMPTS = 25;

    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(5);

    /** Counts a call, and finds what goes wrong with it. */
    static CallFault of(Operation operation, String doing, Change asked, Change made) {
        Set<String> names = Stream.of("name", "id", "arn")
                .map(made::text)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        return new CallFault(operation, doing, asked, asked.aws().calls().next(operation.name(), asked.type(), names));
    }

    /**
     * Lets the call go wrong before AWS looks at it.
     *
     * @throws Hang if it is not answered yet
     */
    void before() {
        if (effect.orElse(null) instanceof Throttled throttled) {
            throttle(throttled);
        }
        if (effect.orElse(null) instanceof Hanging hanging) {
            throw new Hang(hanging, operation, doing);
        }
        if (effect.orElse(null) instanceof Failed failed && !failed.tookEffect()) {
            throw failure(failed);
        }
    }

    /** Lets the call go wrong after AWS has accepted it. */
    void after() {
        if (effect.orElse(null) instanceof Failed failed && failed.tookEffect()) {
            change.aws().calls().failAfterwards(failure(failed));
        }
        if (effect.orElse(null) instanceof ConnectionLost) {
            String error = operation.lost(change.aws().region());
            change.aws().calls().failAfterwards(new FailedCall(doing, error, false));
        }
    }

    private void throttle(Throttled throttled) {
        if (throttled.attempts() >= ATTEMPTS) {
            throw new FailedCall(doing, operation.error(operation.throttling()), false);
        }
        Duration time = BETWEEN_ATTEMPTS.multipliedBy(throttled.attempts());
        throw new Hang(new Hanging(Optional.of(time)), operation, doing);
    }

    private FailedCall failure(Failed failed) {
        Refusal refusal = Refusal.of(failed.code(), failed.message()).withStatus(failed.status());
        return new FailedCall(doing, operation.error(isOfAnyService(failed) ? refusal.unmodelled() : refusal), false);
    }

    /** Errors that every service has stand in no model. */
    private static boolean isOfAnyService(Failed failed) {
        Set<String> common = Set.of(
                "AccessDenied",
                "AccessDeniedException",
                "ExpiredToken",
                "InternalError",
                "InternalFailure",
                "RequestExpired",
                "ServiceUnavailable",
                "UnauthorizedOperation");
        return failed.status() >= 500 || common.contains(failed.code());
    }
}
