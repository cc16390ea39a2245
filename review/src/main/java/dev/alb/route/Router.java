package dev.alb.route;

import dev.alb.routing.Decision;
import dev.alb.routing.Outcome;
import dev.alb.routing.Request;
import dev.alb.routing.Rule;
import dev.alb.topology.Listener;
import dev.alb.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells what becomes of requests at the load balancers of a topology. */
public final class Router {
    /** As many redirects as browsers follow, more or less. */
    private static final int PATIENCE = 20;

    private final Endings endings;
    private final EntranceChoice choice;
    private final @Nullable String loadBalancer;

    /**
     * A router.
     *
     * @param loadBalancer the load balancer that gets all requests, by its address or its name in AWS; {@code null} to find it
     *     by DNS, or as the only one that listens on a port
     */
    public Router(Topology topology, @Nullable String loadBalancer) {
        this.endings = new Endings(topology);
        this.choice = new EntranceChoice(Entrance.of(topology));
        this.loadBalancer = loadBalancer;
    }

    /**
     * What becomes of a request.
     *
     * @throws Unroutable if it can't be told which load balancer gets it
     */
    public Route route(Request request) throws Unroutable {
        return route(request, choice.of(request, loadBalancer));
    }

    /**
     * What becomes of a request, and of the one that a client sends when it is redirected, as long as that comes back to the
     * same load balancer. The last note of the last one says so where it is a loop.
     *
     * @throws Unroutable if it can't be told which load balancer gets the first one
     */
    public List<Route> follow(Request request) throws Unroutable {
        Entrance entrance = choice.of(request, loadBalancer);
        List<Route> routes = new ArrayList<>(List.of(route(request, entrance)));
        List<String> seen = new ArrayList<>(List.of(request.toString()));
        Optional<Request> next = next(routes.get(0), entrance);
        while (next.isPresent() && !seen.contains(next.get().toString()) && routes.size() < PATIENCE) {
            seen.add(next.get().toString());
            routes.add(route(next.get(), entrance));
            next = next(routes.get(routes.size() - 1), entrance);
        }
        if (next.isPresent()) {
            Route last = routes.remove(routes.size() - 1);
            routes.add(withNote(last, "These redirects lead back to where they began: a loop."));
        }
        return List.copyOf(routes);
    }

    /** A client asks by GET where it is sent, unless it asked by HEAD. */
    private Optional<Request> next(Route route, Entrance entrance) {
        if (!(route.ending() instanceof Ending.Redirected redirected)) {
            return Optional.empty();
        }
        try {
            Request to = Request.of(redirected.location());
            Request from = route.request();
            Request next = new Request(
                    to.protocol(),
                    to.host(),
                    to.port(),
                    to.path(),
                    to.query(),
                    from.method().equals("HEAD") ? "HEAD" : "GET",
                    from.headers(),
                    from.source());
            boolean isHere = to.host().equals(from.host())
                    || choice.byHost(to.host()).filter(entrance::equals).isPresent();
            return isHere ? Optional.of(next) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Route withNote(Route route, String note) {
        return new Route(
                route.request(),
                route.loadBalancer(),
                route.at(),
                route.encryption(),
                route.decided(),
                route.authentication(),
                route.ending(),
                Stream.concat(route.notes().stream(), Stream.of(note)).toList());
    }

    private Route route(Request request, Entrance entrance) {
        Optional<Listener> listener = entrance.listener(request.port());
        if (listener.isEmpty()) {
            return refused(request, entrance, null, nobodyListens(request, entrance));
        }
        Optional<String> mismatch = listener.get().protocol().flatMap(protocol -> mismatch(request, protocol));
        return mismatch.map(why -> refused(request, entrance, listener.get(), why))
                .orElseGet(() -> decided(request, entrance, listener.get()));
    }

    private static String nobodyListens(Request request, Entrance entrance) {
        String ports = entrance.listeners().stream()
                .map(one -> one.title().isEmpty() ? one.name() : one.title())
                .collect(Collectors.joining(", "));
        return "nothing here listens on port " + request.port() + (ports.isEmpty() ? "" : "; there is " + ports);
    }

    private static Optional<String> mismatch(Request request, String protocol) {
        boolean isHttps = request.protocol().equals("https");
        if (protocol.equals("HTTPS") && !isHttps) {
            return Optional.of(
                    "port " + request.port() + " takes HTTPS, and the load balancer answers 400 to plain HTTP");
        }
        return protocol.equals("HTTP") && isHttps
                ? Optional.of("port " + request.port() + " takes plain HTTP, and a TLS handshake fails")
                : Optional.empty();
    }

    private static Route refused(Request request, Entrance entrance, @Nullable Listener listener, String why) {
        List<String> notes = entrance.isWhole()
                ? List.of()
                : List.of("The load balancer belongs to another configuration, which may listen there.");
        return new Route(request, entrance.name(), listener, null, null, List.of(), new Ending.Refused(why), notes);
    }

    private Route decided(Request request, Entrance entrance, Listener listener) {
        Tls tls = listener.isHttps() ? Tls.of(listener, request.host()) : null;
        Decision decision = listener.table().decide(request);
        Optional<Outcome> outcome = decision.outcome();
        Ending ending = outcome.map(one -> endings.of(request, one)).orElseGet(() -> unknown(decision));
        List<String> authentication = outcome.stream()
                .flatMap(one -> one.steps().stream())
                .filter(Outcome.Authenticate.class::isInstance)
                .map(Object::toString)
                .toList();
        List<String> notes = Notes.of(request, entrance, listener, tls, ending);
        return new Route(request, entrance.name(), listener, tls, decision, authentication, ending, notes);
    }

    private static Ending unknown(Decision decision) {
        return new Ending.Unknown("it can't be told whether "
                + decision.possible().stream().map(Rule::name).collect(Collectors.joining(" or ")) + " applies");
    }
}
