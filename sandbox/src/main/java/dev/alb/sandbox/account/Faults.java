package dev.alb.sandbox.account;

import dev.alb.sandbox.account.Fault.Hanging;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What goes wrong with calls to an account, and how often it already did. */
public final class Faults {
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final FaultFile file;
    private final List<FaultCount> added = new ArrayList<>();
    private int hanging;
    private int releases;

    Faults(FaultFile file) {
        this.file = file;
    }

    /** Lets something go wrong from now on. */
    public synchronized Faults add(Fault fault) {
        added.add(new FaultCount(fault));
        return this;
    }

    /** Lets nothing go wrong any more, except what a file says; calls that hang go on. */
    public synchronized void clear() {
        added.clear();
        release();
    }

    /** Lets all calls go on that hang now. */
    public synchronized void release() {
        releases++;
        notifyAll();
    }

    /** How many calls hang now. */
    public synchronized int hanging() {
        return hanging;
    }

    /**
     * Waits until a call hangs.
     *
     * @throws IllegalStateException if none does in this time
     */
    public synchronized void awaitHanging(Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (hanging == 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new IllegalStateException("A call must hang within " + longest + ", got none");
            }
            wait(left);
        }
    }

    /** Counts a call and says what goes wrong with it. */
    synchronized Optional<Fault.Effect> meet(String operation, String type, Set<String> names) {
        List<FaultCount> all = new ArrayList<>(added);
        all.addAll(file.counts());
        List<FaultCount> fitting = all.stream()
                .filter(each -> each.fault().fits(operation, type, names))
                .toList();
        Optional<Fault.Effect> met = Optional.empty();
        for (FaultCount count : fitting) {
            boolean isMet = count.next();
            met = met.isEmpty() && isMet ? Optional.of(count.fault().effect()) : met;
        }
        if (!fitting.isEmpty()) {
            file.save();
        }
        return met;
    }

    /**
     * Lets a call hang, as long as Terraform waits for it.
     *
     * @throws Stopped if Terraform no longer does
     */
    public void hang(Hanging effect, Caller caller) {
        int before = begin();
        try {
            long end = System.nanoTime() + effect.time().map(Duration::toNanos).orElse(Long.MAX_VALUE / 2);
            while (!isReleased(before, effect) && System.nanoTime() < end) {
                long left = Math.min(GLANCE.toNanos(), end - System.nanoTime());
                caller.await(Duration.ofNanos(Math.max(0, left)));
            }
        } finally {
            end();
        }
    }

    private synchronized int begin() {
        hanging++;
        notifyAll();
        return releases;
    }

    private synchronized void end() {
        hanging--;
    }

    /** A call that a file lets hang goes on when the file no longer says so. */
    private synchronized boolean isReleased(int before, Hanging effect) {
        boolean ofTest = added.stream().anyMatch(count -> count.fault().effect() == effect);
        return releases > before || !ofTest && !file.holds(effect);
    }
}
