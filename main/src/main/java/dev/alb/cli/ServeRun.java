package dev.alb.cli;

import dev.alb.topology.LoadBalancer;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Serves load balancers until somebody wants it to end. */
final class ServeRun {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final ServeOptions options;
    private final PrintWriter err;

    ServeRun(ServeOptions options, PrintWriter err) {
        this.options = options;
        this.err = err;
    }

    /**
     * Serves one of each stack.
     *
     * @return the exit code, when it was ended
     * @throws Failure if one of them can't be served; then none is
     */
    int run(List<ServedStack> stacks, Map<String, LoadBalancer> loadBalancers) {
        List<ServedLoadBalancer> served = new ArrayList<>();
        try {
            try (Signals signals = Signals.divert()) {
                for (ServedStack stack : stacks) {
                    LoadBalancer loadBalancer = Objects.requireNonNull(loadBalancers.get(stack.name()));
                    served.add(ServedLoadBalancer.start(stack, loadBalancer, options));
                }
                announce(served);
                while (!signals.await(BETWEEN_LOOKS)) {
                    served.forEach(ServedLoadBalancer::look);
                }
            }
            // Signals are as usual again: a second one ends at once.
            err.println("alb: ending when the requests in flight have; Ctrl-C again doesn't wait for them");
            err.flush();
            return ExitCode.DONE;
        } catch (InterruptedException e) {
            return ExitCode.DONE;
        } finally {
            served.forEach(ServedLoadBalancer::close);
        }
    }

    private void announce(List<ServedLoadBalancer> served) {
        String text = served.stream().map(ServedLoadBalancer::announcement).collect(Collectors.joining("\n"))
                + "Ctrl-C ends it.\n";
        if (options.log().hasStandardOutput()) {
            err.print(text);
            err.flush();
        } else {
            StandardOutput.print(text);
        }
    }
}
