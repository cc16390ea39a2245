package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.ElasticLoadBalancing.operation;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Quota;
import dev.alb.sandbox.account.Transaction;

/** Further certificates of a listener: {@code aws_lb_listener_certificate}. */
final class ListenerCertificates {
    static final String TYPE = "aws_lb_listener_certificate";

    private static final String LISTENER = "listener_arn";

    static final Behavior BEHAVIOR = Behavior.of(TYPE)
            .create(Call.of(
                    "creating ELBv2 Listener Certificate ({id})",
                    operation("AddListenerCertificates"),
                    new Arn(LISTENER, "listener", "listener"),
                    new Reference(
                            LISTENER,
                            Listeners.TYPE,
                            arn -> Refusal.of("ListenerNotFound", "One or more listeners not found")),
                    ListenerCertificates::listenerIsEncrypted,
                    ListenerTls::certificateIsUsable,
                    quota()))
            .delete(Call.of("deleting ELBv2 Listener Certificate ({id})", operation("RemoveListenerCertificates")));

    private ListenerCertificates() {}

    private static void listenerIsEncrypted(Change change) {
        String protocol = change.aws()
                .find(Listeners.TYPE, change.text(LISTENER))
                .map(listener -> listener.text("protocol"))
                .orElse("");
        if (protocol.equals("HTTP")) {
            throw Refusal.validation("A certificate cannot be specified for HTTP listeners");
        }
    }

    /** The default certificates do not count. */
    private static Rule quota() {
        return new Limit(
                Quota.CERTIFICATES_PER_APPLICATION_LOAD_BALANCER,
                change -> (int) change.aws().all(TYPE).stream()
                        .filter(other -> isOfLoadBalancer(change.aws(), other, change.text(LISTENER)))
                        .count(),
                (change, most) -> Refusal.of(
                        "TooManyCertificates",
                        "The maximum number of certificates per load balancer '" + most
                                + "' has been reached on load balancer '"
                                + Listeners.loadBalancerOf(change.aws(), change.text(LISTENER)) + "'"));
    }

    private static boolean isOfLoadBalancer(Transaction aws, AwsObject other, String listener) {
        return Listeners.loadBalancerOf(aws, other.text(LISTENER)).equals(Listeners.loadBalancerOf(aws, listener));
    }
}
