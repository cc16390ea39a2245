package dev.alb.review;

import dev.alb.snapshot.Link;
import dev.alb.topology.Listener;
import dev.alb.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What takes the same requests before and after.
 *
 * @param before the listener as it is; {@code null} if nothing takes these requests
 * @param after the listener as it will be; {@code null} if nothing will take these requests
 */
record ListenerPair(@Nullable Listener before, @Nullable Listener after) {

    /** All listeners: first those of the same load balancer and port, as that is what clients see, then those of a name. */
    static List<ListenerPair> of(Topology before, Topology after) {
        List<ListenerPair> pairs = new ArrayList<>();
        List<Listener> open = new ArrayList<>(after.listeners());
        List<Listener> left = match(before.listeners(), open, ListenerPair::areOneForClients, pairs);
        match(left, open, ListenerPair::areOneByName, pairs).forEach(one -> pairs.add(new ListenerPair(one, null)));
        open.forEach(one -> pairs.add(new ListenerPair(null, one)));
        return pairs.stream().sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }

    private static List<Listener> match(
            List<Listener> some,
            List<Listener> open,
            BiPredicate<Listener, Listener> areOne,
            List<ListenerPair> pairs) {
        List<Listener> left = new ArrayList<>();
        for (Listener one : some) {
            Optional<Listener> found =
                    open.stream().filter(other -> areOne.test(one, other)).findFirst();
            found.ifPresentOrElse(other -> pairs.add(new ListenerPair(one, other)), () -> left.add(one));
            found.ifPresent(open::remove);
        }
        return left;
    }

    private static boolean areOneForClients(Listener one, Listener other) {
        return one.port().isPresent()
                && one.port().equals(other.port())
                && one.loadBalancer().isKnown()
                && one.loadBalancer().name().equals(other.loadBalancer().name());
    }

    /** A listener that moves to another port or load balancer takes none of the requests that it took. */
    private static boolean areOneByName(Listener one, Listener other) {
        boolean moves = one.port().isPresent()
                        && other.port().isPresent()
                        && !one.port().equals(other.port())
                || isElsewhere(one.loadBalancer(), other.loadBalancer());
        return one.name().equals(other.name()) && !moves;
    }

    private static boolean isElsewhere(Link one, Link other) {
        return one.isKnown() && other.isKnown() && !one.name().equals(other.name());
    }

    /** The listener as it will be, or else as it was. */
    Listener listener() {
        return Stream.of(Optional.ofNullable(after), Optional.ofNullable(before))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    String name() {
        return listener().name();
    }
}
