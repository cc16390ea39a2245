package dev.alb.serve.targets;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A target of a running target group. What it says of itself changes; each answer holds for the moment. */
public final class TargetInstance {
    /** A share of requests that is not reduced. */
    static final int FULL_SHARE = 1000;

    private final String id;
    private final int port;
    private final AtomicInteger inFlight = new AtomicInteger();
    private volatile @Nullable InetSocketAddress address;
    private volatile @Nullable InetSocketAddress checkAddress;
    private volatile TargetHealth health = TargetHealth.INITIAL;
    private volatile @Nullable Instant slowSince;
    private volatile @Nullable Instant drainsUntil;
    private int successes;
    private int failures;

    TargetInstance(String id, int port) {
        this.id = id;
        this.port = port;
    }

    /** The instance or address in AWS, or what Terraform calls it before AWS has named it. */
    public String id() {
        return id;
    }

    /** The port in AWS. */
    public int port() {
        return port;
    }

    /**
     * Where it gets requests on this machine.
     *
     * @throws IllegalStateException if it is nowhere here, which no chosen target is
     */
    public InetSocketAddress address() {
        return Optional.ofNullable(address)
                .orElseThrow(() -> new IllegalStateException(this + " has no address on this machine"));
    }

    /** Where it is checked on this machine; the same as {@link #address()} unless checks have a port of their own. */
    public InetSocketAddress checkAddress() {
        return Optional.ofNullable(checkAddress).orElseGet(this::address);
    }

    /** State and reason. */
    public TargetHealth health() {
        return health;
    }

    /** How many requests it has got and not ended yet; a WebSocket counts as one. */
    public int inFlight() {
        return inFlight.get();
    }

    /** When its deregistration delay is over; none if it is not draining. */
    public Optional<Instant> drainsUntil() {
        return Optional.ofNullable(drainsUntil);
    }

    void begin() {
        inFlight.incrementAndGet();
    }

    void end() {
        inFlight.decrementAndGet();
    }

    void moveTo(@Nullable InetSocketAddress requests, @Nullable InetSocketAddress checks) {
        address = requests;
        checkAddress = checks;
    }

    boolean isHere() {
        return address != null;
    }

    boolean isHereWithoutUse() {
        return address != null && health.equals(TargetHealth.NOT_IN_USE);
    }

    boolean is(TargetState state) {
        return health.state() == state;
    }

    /** Whether it may get requests by its health alone. */
    boolean isGood() {
        return is(TargetState.HEALTHY) || is(TargetState.UNAVAILABLE);
    }

    /** Whether it may get requests where health no longer matters. */
    boolean isRegistered() {
        return !is(TargetState.DRAINING) && !is(TargetState.UNUSED);
    }

    boolean isSlow(Duration slowStart, Instant now) {
        return share(slowStart, now) < FULL_SHARE;
    }

    /** How much of its share it gets, which grows evenly from the moment in which it has become healthy. */
    int share(Duration slowStart, Instant now) {
        Instant since = slowSince;
        if (since == null || slowStart.isZero()) {
            return FULL_SHARE;
        }
        long gone = Math.max(0, Duration.between(since, now).toMillis());
        return (int) Math.max(1, Math.min(FULL_SHARE, FULL_SHARE * gone / slowStart.toMillis()));
    }

    void become(TargetHealth other) {
        health = other;
        successes = 0;
        failures = 0;
        slowSince = null;
        drainsUntil = null;
    }

    void drain(Instant until) {
        become(TargetHealth.DRAINING);
        drainsUntil = until;
    }

    void startSlowly(Instant now) {
        slowSince = now;
    }

    /** Counts a check; at the threshold the state changes. */
    void count(CheckResult result, HealthCheck check) {
        if (check.isSuccess(result)) {
            failures = 0;
            successes++;
            // One success is enough for a target that has just been registered.
            if (is(TargetState.INITIAL) || is(TargetState.UNHEALTHY) && successes >= check.healthyThreshold()) {
                become(TargetHealth.HEALTHY);
            }
        } else {
            successes = 0;
            failures++;
            if (is(TargetState.UNHEALTHY) || failures >= check.unhealthyThreshold()) {
                become(TargetHealth.unhealthy(result));
            }
        }
    }

    @Override
    public String toString() {
        return id + ":" + port;
    }
}
