package dev.alb.serve.targets;

import dev.alb.topology.Target;
import dev.alb.topology.TargetGroup;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A target group as it runs; safe to use from several threads. */
public final class TargetPool {
    private final String address;
    private final InstantSource clock;
    private final RandomGenerator random;
    private volatile GroupSettings settings;
    private volatile TargetChoice choice;
    private volatile List<TargetInstance> targets = List.of();

    TargetPool(String address, GroupSettings settings, InstantSource clock, RandomGenerator random) {
        this.address = address;
        this.clock = clock;
        this.random = random;
        this.settings = settings;
        this.choice = TargetChoice.by(settings.algorithm(), random);
    }

    /** Terraform's address of the target group. */
    public String address() {
        return address;
    }

    /** How the target group is set up. */
    public GroupSettings settings() {
        return settings;
    }

    /** All targets, those that are draining included, in the order in which they came. */
    public List<TargetInstance> targets() {
        return targets;
    }

    /** The targets that have to be checked now and again. */
    public List<TargetInstance> targetsToCheck() {
        return settings.healthCheck().isEnabled()
                ? targets.stream().filter(TargetInstance::isRegistered).toList()
                : List.of();
    }

    /** Takes the result of a check of a target, which may change its state. */
    public synchronized void record(TargetInstance target, CheckResult result) {
        if (!targets.contains(target) || !target.isRegistered()) {
            return;
        }
        boolean wasHealthy = target.isGood();
        target.count(result, settings.healthCheck());
        Instant now = clock.instant();
        if (!wasHealthy && target.isGood() && hasTargetAtFullShare(target, now)) {
            target.startSlowly(now);
        }
    }

    /** Where all are new, none has to be spared. */
    private boolean hasTargetAtFullShare(TargetInstance except, Instant now) {
        return targets.stream()
                .anyMatch(one -> one != except && one.isGood() && !one.isSlow(settings.slowStart(), now));
    }

    /** The next target, or the one that a client stays with where it may get requests; none if there is none at all. */
    Optional<TargetInstance> choose(@Nullable TargetInstance stuck) {
        List<TargetInstance> able = able();
        if (able.isEmpty()) {
            return Optional.empty();
        }
        GroupSettings current = settings;
        Instant now = clock.instant();
        return Optional.of(
                stuck != null && able.contains(stuck)
                        ? stuck
                        : choice.of(able, target -> target.share(current.slowStart(), now)));
    }

    private List<TargetInstance> able() {
        List<TargetInstance> registered = new ArrayList<>();
        List<TargetInstance> good = new ArrayList<>();
        for (TargetInstance target : targets) {
            if (target.isRegistered()) {
                registered.add(target);
            }
            if (target.isGood()) {
                good.add(target);
            }
        }
        if (registered.isEmpty()) {
            return justUnused();
        }
        return settings.failOpen().isDue(good.size(), registered.size()) ? registered : good;
    }

    /** While another configuration takes over, a request may still come by a rule that is about to go. */
    private List<TargetInstance> justUnused() {
        return targets.stream().filter(TargetInstance::isHereWithoutUse).toList();
    }

    Optional<TargetInstance> target(String id, int port) {
        return targets.stream()
                .filter(target -> target.id().equals(id) && target.port() == port)
                .findFirst();
    }

    /** Takes what is deployed now: what is no longer registered drains, what still is goes on as it was. */
    synchronized void update(TargetGroup group, boolean isInUse, TargetAddresses addresses) {
        GroupSettings next = GroupSettings.of(group);
        if (next.algorithm() != settings.algorithm()) {
            choice = TargetChoice.by(next.algorithm(), random);
        }
        settings = next;
        List<TargetInstance> registered = new ArrayList<>();
        for (Target target : group.targets()) {
            register(target.id().name(), port(target), registered);
        }
        // Who comes and goes by itself is unknown here; one target stands for all.
        if (group.targets().isEmpty()) {
            group.registrars().forEach(registrar -> register(registrar, settings.port(), registered));
        }
        registered.forEach(target -> {
            place(target, addresses);
            settle(target, isInUse);
        });
        drainAllBut(registered);
    }

    private void register(String id, OptionalInt port, List<TargetInstance> registered) {
        port.ifPresent(known -> {
            TargetInstance target = target(id, known).orElseGet(() -> new TargetInstance(id, known));
            if (registered.stream().noneMatch(one -> one.toString().equals(target.toString()))) {
                registered.add(target);
            }
        });
    }

    private OptionalInt port(Target target) {
        boolean hasOwn = target.port().matches("[0-9]{1,5}");
        return hasOwn ? OptionalInt.of(Integer.parseInt(target.port())) : settings.port();
    }

    private void place(TargetInstance target, TargetAddresses addresses) {
        @Nullable
        InetSocketAddress requests =
                addresses.of(address, target.id(), target.port()).orElse(null);
        OptionalInt checkPort = settings.healthCheck().port();
        @Nullable
        InetSocketAddress checks = checkPort.isPresent()
                ? addresses.of(address, target.id(), checkPort.getAsInt()).orElse(null)
                : requests;
        target.moveTo(requests, checks);
    }

    private void settle(TargetInstance target, boolean isInUse) {
        if (!isInUse || !target.isHere()) {
            target.become(isInUse ? TargetHealth.NOT_HERE : TargetHealth.NOT_IN_USE);
        } else if (!settings.healthCheck().isEnabled()) {
            target.become(TargetHealth.NOT_CHECKED);
        } else if (!target.isRegistered() || target.is(TargetState.UNAVAILABLE)) {
            target.become(TargetHealth.INITIAL);
        }
    }

    /** Lets all but some drain, which are what the target group has now. */
    synchronized void drainAllBut(List<TargetInstance> registered) {
        List<TargetInstance> all = new ArrayList<>(registered);
        for (TargetInstance target : targets) {
            if (!registered.contains(target)) {
                if (!target.is(TargetState.DRAINING)) {
                    target.drain(clock.instant().plus(settings.deregistrationDelay()));
                }
                all.add(target);
            }
        }
        targets = List.copyOf(all);
    }

    /** Forgets the targets whose deregistration delay is over. */
    synchronized List<TargetInstance> forgetDrained() {
        Instant now = clock.instant();
        List<TargetInstance> over = targets.stream()
                .filter(target -> target.drainsUntil()
                        .filter(until -> !until.isAfter(now))
                        .isPresent())
                .toList();
        targets = targets.stream().filter(target -> !over.contains(target)).toList();
        return over;
    }

    @Override
    public String toString() {
        return address + " " + targets;
    }
}
