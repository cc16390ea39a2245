package dev.alb.route;

import dev.alb.routing.Answer;
import dev.alb.routing.Request;
import dev.alb.routing.Rule;
import dev.alb.topology.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one has to know besides where a request ends. */
final class Notes {
    private static final Set<String> WITHOUT_UPGRADE = Set.of("HTTP2", "GRPC");
    private static final String USUAL_TIMEOUT = "60";

    private final List<String> notes = new ArrayList<>();

    static List<String> of(Request request, Entrance entrance, Listener listener, @Nullable Tls tls, Ending ending) {
        Notes notes = new Notes();
        notes.entrance(request, entrance, listener, ending);
        Optional.ofNullable(tls).ifPresent(one -> notes.tls(one, request.host()));
        notes.ending(request, ending);
        if (isUpgrade(request)) {
            notes.webSocket(entrance, ending);
        }
        return List.copyOf(notes.notes);
    }

    private void entrance(Request request, Entrance entrance, Listener listener, Ending ending) {
        if (!entrance.hosts().isEmpty() && !entrance.isAt(request.host())) {
            notes.add("No record here leads from " + request.host() + " to this load balancer; those that do: "
                    + String.join(", ", entrance.hosts()) + ".");
        }
        if (!listener.isWhole()) {
            notes.add(
                    "The listener belongs to another configuration; rules that it has there may take the request first.");
        }
        if (listener.port().isEmpty()) {
            notes.add("It isn't known here on which port the listener listens.");
        }
        if (ending instanceof Ending.Unknown
                && request.source() == null
                && listener.table().rules().stream().anyMatch(Notes::asksForSource)) {
            notes.add("A rule asks for the address of the client; say it with --source-ip.");
        }
    }

    private static boolean asksForSource(Rule rule) {
        return rule.conditions().stream().anyMatch(one -> one.toString().startsWith("source_ip "));
    }

    private void tls(Tls tls, String host) {
        if (tls.covers() == Answer.NO) {
            notes.add("The certificate isn't for " + host + ", so browsers refuse it.");
        }
        if (tls.mutual().equals("verify")) {
            notes.add("A client without a certificate that " + tls.trustStore()
                    + " trusts is turned away before any rule.");
        }
    }

    private void ending(Request request, Ending ending) {
        if (ending instanceof Ending.Redirected redirected
                && redirected.location().equals(request.url())) {
            notes.add("That is the same URL again: a loop.");
        }
        if (ending instanceof Ending.Forwarded forwarded) {
            forwarded.destinations().stream()
                    .filter(one -> !one.targetType().isEmpty()
                            && one.gets()
                            && one.targets().isEmpty())
                    .forEach(one -> notes.add("Nothing here registers a target in " + one.targetGroup()
                            + "; while it has none, the load balancer answers 503."));
            if (forwarded.destinations().stream().noneMatch(Destination::gets)) {
                notes.add("All weights are 0, so the load balancer answers 503.");
            }
        }
    }

    private static boolean isUpgrade(Request request) {
        return request.header("upgrade").filter("websocket"::equalsIgnoreCase).isPresent();
    }

    private void webSocket(Entrance entrance, Ending ending) {
        if (!(ending instanceof Ending.Forwarded forwarded)) {
            notes.add("A WebSocket isn't opened this way: no target is asked.");
            return;
        }
        for (Destination one : forwarded.destinations()) {
            if (WITHOUT_UPGRADE.contains(one.protocolVersion())) {
                notes.add("A WebSocket can't be opened: " + one.targetGroup() + " speaks " + one.protocolVersion()
                        + ", which has no Upgrade.");
            }
            if (one.targetType().equals("lambda")) {
                notes.add("A WebSocket can't be opened: " + one.targetGroup() + " calls a function.");
            }
        }
        entrance.loadBalancer()
                .map(one -> one.resource().at("idle_timeout"))
                .filter(timeout -> !timeout.isUnknown())
                .ifPresent(timeout -> notes.add("A WebSocket on which nothing is sent for "
                        + timeout.text(USUAL_TIMEOUT) + " s is closed (idle_timeout)."));
    }
}
