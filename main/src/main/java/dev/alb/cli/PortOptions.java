package dev.alb.cli;

import dev.alb.serve.LocalPorts;
import dev.alb.topology.Listener;
import dev.alb.topology.LoadBalancer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Where listeners are on this machine. */
final class PortOptions {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int LAST = 65_535;
    private static final Pattern PORT = Pattern.compile("(?:(.+):)?(\\d{1,5})=(\\d{1,5})");

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            description = "Where the listener on port 80 is on this machine; 0 is any free port. Default: 8080")
    private int http = LocalPorts.usual(HTTP);

    @Option(
            names = "--https-port",
            paramLabel = "PORT",
            description = "Where the listener on port 443 is on this machine; 0 is any free port. Default: 8443")
    private int https = LocalPorts.usual(HTTPS);

    @Option(
            names = "--port",
            paramLabel = "[STACK:]PORT=PORT",
            description =
                    "Where the listener on any port is on this machine; repeatable. Default: 8000 higher if it is below "
                            + "1024, or else the same")
    private List<String> others = List.of();

    /** The ports here by those in AWS, for one of the stacks. */
    Map<Integer, Integer> of(String stack, LoadBalancer loadBalancer) {
        Map<Integer, Integer> chosen = chosen(stack);
        Map<Integer, Integer> ports = new TreeMap<>();
        loadBalancer.listeners().stream()
                .flatMapToInt(listener -> listener.port().stream())
                .forEach(port -> ports.put(port, chosen.getOrDefault(port, LocalPorts.usual(port))));
        return ports;
    }

    private Map<Integer, Integer> chosen(String stack) {
        Map<Integer, Integer> all = new HashMap<>(Map.of(HTTP, http, HTTPS, https));
        Map<Integer, Integer> own = new HashMap<>();
        for (String other : others) {
            Matcher matcher = matched(other);
            Optional<String> only = Optional.ofNullable(matcher.group(1));
            if (only.isEmpty() || only.get().equals(stack)) {
                (only.isEmpty() ? all : own).put(Integer.valueOf(matcher.group(2)), Integer.valueOf(matcher.group(3)));
            }
        }
        all.putAll(own);
        return all;
    }

    private static Matcher matched(String text) {
        Matcher matcher = PORT.matcher(text);
        if (!matcher.matches()) {
            throw Failure.badInput(
                    "--port must be like 9443=19443, or wiki:443=9443 for one of several stacks, got \"" + text + "\"");
        }
        return matcher;
    }

    /**
     * Checks the options against what is served.
     *
     * @throws Failure with everything that is wrong
     */
    void check(Map<String, LoadBalancer> loadBalancers) {
        Findings findings = new Findings();
        findings.range("--http-port", http);
        findings.range("--https-port", https);
        for (String other : others) {
            Matcher matcher = matched(other);
            findings.range("--port " + other, Integer.parseInt(matcher.group(3)));
            String stack = matcher.group(1);
            boolean isUsed = loadBalancers.entrySet().stream()
                    .filter(entry -> stack == null || entry.getKey().equals(stack))
                    .anyMatch(entry -> listensOn(entry.getValue(), Integer.parseInt(matcher.group(2))));
            findings.require(
                    isUsed,
                    "--port " + other + ": nothing listens there; the listeners are " + listeners(loadBalancers));
        }
        Map<Integer, String> taken = new LinkedHashMap<>();
        loadBalancers.forEach((stack, loadBalancer) -> of(stack, loadBalancer).forEach((port, local) -> {
            String who = "port " + port + " of " + stack;
            String other = local == 0 ? null : taken.putIfAbsent(local, who);
            findings.require(
                    other == null,
                    who + " and " + other + " would both be at " + local
                            + " on this machine; choose one with --stack, or " + "another port: --port " + stack + ":"
                            + port + "=PORT");
        }));
        findings.orFail();
    }

    private static boolean listensOn(LoadBalancer loadBalancer, int port) {
        return loadBalancer.listeners().stream()
                .anyMatch(listener -> listener.port().orElse(-1) == port);
    }

    private static String listeners(Map<String, LoadBalancer> loadBalancers) {
        return String.join(
                ", ",
                loadBalancers.entrySet().stream()
                        .flatMap(entry -> entry.getValue().listeners().stream()
                                .map(Listener::title)
                                .map(title -> title + " of " + entry.getKey()))
                        .toList());
    }

    /** Everything that is wrong, in one message. */
    private static final class Findings {
        private final StringBuilder text = new StringBuilder();

        private void range(String option, int port) {
            require(port >= 0 && port <= LAST, option + " must be a port from 0 to " + LAST);
        }

        private void require(boolean holds, String message) {
            if (!holds) {
                text.append(text.isEmpty() ? "" : "\nalb: ").append(message);
            }
        }

        private void orFail() {
            if (!text.isEmpty()) {
                throw Failure.badInput(text.toString());
            }
        }
    }
}
