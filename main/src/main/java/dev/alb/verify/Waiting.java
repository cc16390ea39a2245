package dev.alb.verify;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Runs a verification again and again until all is good or a time is over.
 *
 * @param atMost how long; the last run begins within it
 * @param pause between two runs
 * @param progress takes a line whenever something has changed
 */
public record Waiting(Duration atMost, Duration pause, Consumer<String> progress) {

    /** The verdicts of the last run. */
    public List<Verdict> until(Verification verification) {
        long begin = System.nanoTime();
        String told = "";
        while (true) {
            List<Verdict> verdicts = verification.run();
            Duration passed = Duration.ofNanos(System.nanoTime() - begin);
            Duration left = atMost.minus(passed);
            if (Verification.isGood(verdicts) || left.isNegative() || left.isZero()) {
                return verdicts;
            }
            String line = line(verdicts);
            if (!line.equals(told)) {
                progress.accept("after " + passed.toSeconds() + " s: " + line);
                told = line;
            }
            if (!pause(left)) {
                return verdicts;
            }
        }
    }

    private static String line(List<Verdict> verdicts) {
        List<Verdict> bad = verdicts.stream()
                .filter(verdict -> !verdict.result().status().isGood())
                .toList();
        return verdicts.size() - bad.size() + " of " + verdicts.size() + " checks are good; not yet: "
                + bad.stream().map(Verdict::id).collect(Collectors.joining(", "));
    }

    /** Whether there is another run. */
    private boolean pause(Duration left) {
        try {
            Thread.sleep(left.compareTo(pause) < 0 ? left.toMillis() : pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
