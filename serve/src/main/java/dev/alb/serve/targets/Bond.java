package dev.alb.serve.targets;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a client is bound to.
 *
 * @param group the address of a target group
 * @param target the id of one of its targets; empty if the client is bound to the group alone
 * @param port of the target
 * @param since when it was last renewed
 */
record Bond(String group, String target, int port, Instant since) {
    /** A cookie has to fit into a browser. */
    private static final int MOST = 8;

    private static final int FIELDS = 4;

    static Bond to(TargetPool pool, TargetInstance target, Instant now) {
        return new Bond(pool.address(), target.id(), target.port(), now);
    }

    static Bond to(TargetPool pool, Instant now) {
        return new Bond(pool.address(), "", 0, now);
    }

    boolean holds(Duration duration, Instant now) {
        return now.isBefore(since.plus(duration));
    }

    /** The bonds with one more, which comes first and replaces that of the same group. */
    static List<Bond> with(List<Bond> bonds, Bond first) {
        return Stream.concat(Stream.of(first), bonds.stream().filter(bond -> !bond.group.equals(first.group)))
                .limit(MOST)
                .toList();
    }

    static String text(List<Bond> bonds) {
        return bonds.stream()
                .map(bond -> String.join(
                        "\t",
                        bond.group,
                        bond.target,
                        String.valueOf(bond.port),
                        String.valueOf(bond.since.getEpochSecond())))
                .collect(Collectors.joining("\n"));
    }

    /** Reads what {@link #text} wrote; it comes out of a seal, so nobody else has written it. */
    static List<Bond> read(String text) {
        return text.lines().flatMap(line -> line(line).stream()).toList();
    }

    private static Optional<Bond> line(String line) {
        String[] parts = line.split("\t", -1);
        return parts.length == FIELDS
                ? Optional.of(new Bond(
                        parts[0],
                        parts[1],
                        Integer.parseInt(parts[2]),
                        Instant.ofEpochSecond(Long.parseLong(parts[3]))))
                : Optional.empty();
    }
}
