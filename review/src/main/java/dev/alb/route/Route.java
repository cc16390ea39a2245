package dev.alb.route;

import dev.alb.routing.Decision;
import dev.alb.routing.Request;
import dev.alb.topology.Listener;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a request, and why.
 *
 * @param request the request
 * @param loadBalancer which load balancer gets it
 * @param at the listener; {@code null} if none takes it
 * @param encryption how the connection is encrypted; {@code null} if it isn't
 * @param decided what the rules say; {@code null} if none was asked
 * @param authentication what a client has to do before, as {@code authenticate-oidc at https://…}
 * @param ending what becomes of it
 * @param notes what else one has to know
 */
public record Route(
        Request request,
        String loadBalancer,
        @Nullable Listener at,
        @Nullable Tls encryption,
        @Nullable Decision decided,
        List<String> authentication,
        Ending ending,
        List<String> notes) {
    /** Copies the lists. */
    public Route {
        authentication = List.copyOf(authentication);
        notes = List.copyOf(notes);
    }

    /** The listener; none if nothing listens. */
    public Optional<Listener> listener() {
        return Optional.ofNullable(at);
    }

    /** How the connection is encrypted; none if it isn't. */
    public Optional<Tls> tls() {
        return Optional.ofNullable(encryption);
    }

    /** What the rules say; none if none was asked. */
    public Optional<Decision> decision() {
        return Optional.ofNullable(decided);
    }

    /** The rule that decides, or {@code default action}; none if that can't be told, or no rule was asked. */
    public Optional<String> rule() {
        return decision()
                .filter(Decision::certain)
                .map(one -> one.rule().map(rule -> rule.name()).orElse("default action"));
    }
}
