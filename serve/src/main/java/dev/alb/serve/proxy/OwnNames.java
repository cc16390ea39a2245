package dev.alb.serve.proxy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The names by which clients find the load balancer.
 *
 * @param byDns the names of Route 53 that lead to it
 * @param all these, and its own name in AWS
 */
record OwnNames(List<String> byDns, Set<String> all) {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]", "");

    /** The host by which rules decide: this machine stands for the first name in DNS, so that nobody needs a hosts file. */
    String deciding(String host) {
        return HERE.contains(host)
                ? byDns.stream().filter(name -> !name.contains("*")).findFirst().orElse(host)
                : host;
    }

    /** Whether a host leads to this load balancer. */
    boolean has(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return HERE.contains(name) || all.contains(name) || wildcard(name).isPresent();
    }

    private Optional<String> wildcard(String name) {
        return byDns.stream()
                .filter(one -> one.startsWith("*.") && name.endsWith(one.substring(1)))
                .findFirst();
    }
}
