package dev.alb.verify;

import dev.alb.verify.probes.Unreachable;
import dev.alb.verify.probes.Untold;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs checks side by side, since most of them wait for somebody's answer; the order of the verdicts is theirs. */
public final class Verification {
    private final List<Check> checks;
    private final UnreachableAdvice advice;

    /**
     * A verification.
     *
     * @param advice what to do where something can't be reached
     */
    public Verification(List<Check> checks, UnreachableAdvice advice) {
        this.checks = List.copyOf(checks);
        this.advice = advice;
    }

    /** Runs all of them; those that wait on purpose only if the others are good. */
    public List<Verdict> run() {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "verify");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return run(threads);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Verdict> run(ExecutorService threads) {
        List<Future<Verdict>> quick = new ArrayList<>();
        checks.stream().filter(check -> !check.isSlow()).forEach(check -> quick.add(threads.submit(verdict(check))));
        List<Verdict> verdicts =
                new ArrayList<>(quick.stream().map(Verification::await).toList());
        boolean good = isGood(verdicts);
        checks.stream()
                .filter(Check::isSlow)
                .map(check -> good ? verdictOf(check) : later(check))
                .forEach(verdicts::add);
        return List.copyOf(verdicts);
    }

    /** Whether each check passed or doesn't apply. */
    public static boolean isGood(List<Verdict> verdicts) {
        return verdicts.stream().allMatch(verdict -> verdict.result().status().isGood());
    }

    private Callable<Verdict> verdict(Check check) {
        return () -> verdictOf(check);
    }

    private Verdict verdictOf(Check check) {
        return new Verdict(check.id(), check.claim(), result(check));
    }

    private static Verdict later(Check check) {
        Result result = Result.unknown("It takes its time, so it waits until the other checks pass.");
        return new Verdict(check.id(), check.claim(), result.withRemedies(List.of("Mend the others first.")));
    }

    /** A check that breaks must not hide what the others found. */
    private Result result(Check check) {
        try {
            return check.result();
        } catch (Unreachable e) {
            return Result.failed(String.valueOf(e.getMessage())).withRemedies(advice.on(e));
        } catch (Untold e) {
            return Result.unknown(String.valueOf(e.getMessage())).withRemedies(e.remedies());
        } catch (RuntimeException e) {
            return Result.unknown(
                    "The check itself broke: " + e.getClass().getSimpleName(),
                    "Please report it, with what ALB_DEBUG=1 prints.");
        }
    }

    private static Verdict await(Future<Verdict> verdict) {
        try {
            return verdict.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody interrupts this thread", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
