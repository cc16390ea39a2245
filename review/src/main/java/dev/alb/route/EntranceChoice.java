package dev.alb.route;

import dev.alb.routing.Request;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the load balancer that gets a request. */
record EntranceChoice(List<Entrance> entrances) {

    /**
     * By the name that was given, else by DNS, else as the only one that listens on the port, else as the only one.
     *
     * @throws Unroutable if several are left, or none
     */
    Entrance of(Request request, @Nullable String called) throws Unroutable {
        if (entrances.isEmpty()) {
            throw new Unroutable("no Application Load Balancer and no rule of one is in this input");
        }
        if (called != null) {
            return only(one -> one.isCalled(called))
                    .orElseThrow(() -> new Unroutable(
                            "--load-balancer must name one of " + names(entrances) + ", got \"" + called + "\""));
        }
        Optional<Entrance> found = byHost(request.host())
                .or(() -> only(one -> one.listener(request.port()).isPresent()))
                .or(() -> only(one -> true));
        return found.orElseThrow(() -> new Unroutable("it can't be told which load balancer gets " + request.url()
                + ", as there are several and no Route 53 record here leads from " + request.host()
                + " to one of them; choose one with --load-balancer: " + names(entrances)));
    }

    /** The only one to which a name leads. */
    Optional<Entrance> byHost(String host) {
        return only(one -> one.isAt(host));
    }

    private Optional<Entrance> only(Predicate<Entrance> condition) {
        List<Entrance> found = entrances.stream().filter(condition).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static String names(List<Entrance> entrances) {
        return entrances.stream().map(Entrance::name).collect(Collectors.joining(", "));
    }
}
