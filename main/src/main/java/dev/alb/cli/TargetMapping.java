package dev.alb.cli;

import dev.alb.topology.Topology;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What {@code --target} says: where a target, one of its ports or a whole target group is on this machine.
 *
 * @param target an id, an id and a port with a colon between, or the address of a target group
 * @param host where it is
 * @param port its port there; 0 for the one that it has in AWS
 */
record TargetMapping(String target, String host, int port) {
    private static final Pattern FORM = Pattern.compile("([^=]+)=(\\[[0-9a-fA-F:.]+]|[^:=\\[\\]]+)(?::(\\d{1,5}))?");
    private static final int LAST_PORT = 65_535;

    /**
     * Reads an option.
     *
     * @throws Failure if it isn't in that form, or nobody knows the host
     */
    static TargetMapping parse(String option) {
        Matcher matcher = FORM.matcher(option);
        if (!matcher.matches()) {
            throw wrong(option);
        }
        String host = matcher.group(2).replaceAll("[\\[\\]]", "");
        int port = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        if (port > LAST_PORT || matcher.group(3) != null && port == 0) {
            throw wrong(option);
        }
        if (new InetSocketAddress(host, port).isUnresolved()) {
            throw Failure.badInput("--target " + option + ": there is no host " + host);
        }
        return new TargetMapping(matcher.group(1), host, port);
    }

    private static Failure wrong(String option) {
        return Failure.badInput(
                "--target must be like i-0a1b2c3d4e5f60731:8090=localhost:18090, with a target, a target and "
                        + "its port, or a target group on the left, got \"" + option + "\"");
    }

    /** Where a port of the target is. */
    InetSocketAddress address(int ofAws) {
        return new InetSocketAddress(host, port == 0 ? ofAws : port);
    }

    /**
     * Checks that all name something that is there, and that no port here stands for two of one target.
     *
     * @throws Failure with everything that is wrong
     */
    static void check(List<TargetMapping> mappings, Collection<Topology> topologies) {
        List<Known> known =
                topologies.stream().flatMap(TargetMapping::known).distinct().toList();
        List<String> wrong = mappings.stream()
                .flatMap(mapping -> mapping.wrong(known).stream())
                .toList();
        if (!wrong.isEmpty()) {
            throw Failure.badInput(String.join("\nalb: ", wrong));
        }
    }

    private List<String> wrong(List<Known> known) {
        TreeSet<String> ports = new TreeSet<>();
        known.stream().filter(one -> one.id().equals(target)).forEach(one -> ports.add(one.port()));
        boolean isThere = !ports.isEmpty()
                || known.stream()
                        .anyMatch(one ->
                                one.group().equals(target) || one.endpoint().equals(target));
        if (!isThere) {
            return List.of("--target names " + target + ", which is none of: "
                    + String.join(
                            ", ",
                            new TreeSet<>(known.stream()
                                    .map(one -> one.endpoint() + " (" + one.group() + ")")
                                    .toList())));
        }
        return port != 0 && ports.size() > 1
                ? List.of("--target " + target + " has the ports " + String.join(" and ", ports)
                        + ", which can't both be at " + port + "; write " + target + ":" + ports.first() + "=" + host
                        + ":"
                        + port + ", or leave the port on the right out")
                : List.of();
    }

    /** A target that is registered somewhere. */
    private record Known(String group, String id, String port) {
        private String endpoint() {
            return id + ":" + port;
        }
    }

    private static Stream<Known> known(Topology topology) {
        return topology.targetGroups().stream()
                .flatMap(group -> group.targets().stream()
                        .map(target -> new Known(
                                group.address(),
                                target.id().name(),
                                target.port().isEmpty() ? group.port() : target.port())));
    }
}
