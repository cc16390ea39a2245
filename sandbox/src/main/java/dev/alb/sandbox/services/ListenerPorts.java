package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.values.Value;
import java.util.Optional;
import java.util.Set;

/** Ports and protocols of listeners: each port once, unless somebody asks for the same listener again. */
final class ListenerPorts {
    private static final Set<String> WHAT_AWS_COMPARES = Set.of(
            Listeners.LOAD_BALANCER,
            "port",
            "protocol",
            "ssl_policy",
            "certificate_arn",
            "alpn_policy",
            "default_action");

    private ListenerPorts() {}

    static Optional<AwsObject> twin(Change change) {
        return atPort(change).filter(other -> hasSameSettings(other, change));
    }

    private static boolean hasSameSettings(AwsObject other, Change change) {
        return WHAT_AWS_COMPARES.stream().allMatch(name -> {
            Value asked = change.object().get(name);
            return !asked.isGiven()
                    || asked.isUnknown()
                    || asked.equals(other.attributes().get(name));
        });
    }

    private static Optional<AwsObject> atPort(Change change) {
        String port = change.text("port");
        return Listeners.of(change.aws(), change.text(Listeners.LOAD_BALANCER)).stream()
                .filter(other -> !change.isSelf(other) && other.text("port").equals(port))
                .findFirst();
    }

    static void hasPort(Change change) {
        if (!change.gives("port") && !change.text(Listeners.LOAD_BALANCER).contains("loadbalancer/gwy/")) {
            throw Refusal.validation("A listener port must be specified");
        }
    }

    static void portIsFree(Change change) {
        if (atPort(change).isPresent() && twin(change).isEmpty()) {
            throw Refusal.of(
                    "DuplicateListener",
                    "A listener already exists on this port for this load balancer '"
                            + change.text(Listeners.LOAD_BALANCER) + "'");
        }
    }

    static void newPortIsFree(Change change) {
        if (atPort(change).isPresent()) {
            throw Refusal.validation("Listener port '" + change.text("port") + "' is already in use");
        }
    }

    static void protocolFits(Change change) {
        String arn = change.text(Listeners.LOAD_BALANCER);
        String protocol = change.text("protocol");
        if (arn.contains("loadbalancer/app/") && !Set.of("HTTP", "HTTPS").contains(protocol)) {
            throw Refusal.validation("Listener protocol '" + protocol + "' must be one of 'HTTPS, HTTP'");
        }
        if (arn.contains("loadbalancer/net/") && Set.of("HTTP", "HTTPS").contains(protocol)) {
            throw Refusal.validation(
                    "Listener protocol '" + protocol + "' must be one of 'TCP, TLS, UDP, TCP_UDP, QUIC, TCP_QUIC'");
        }
    }
}
