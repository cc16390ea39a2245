package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.ElasticLoadBalancing.operation;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Quota;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.stream.Stream;

/** Listeners: {@code aws_lb_listener}. */
final class Listeners {
    static final String TYPE = "aws_lb_listener";

    static final String LOAD_BALANCER = "load_balancer_arn";
    static final Behavior BEHAVIOR = Behavior.of(TYPE)
            .request(Listeners::asSent)
            .twin(ListenerPorts::twin)
            .create(Call.of(
                    "creating ELBv2 Listener ({load_balancer_arn})",
                    operation("CreateListener"),
                    new Arn(LOAD_BALANCER, "load balancer", "loadbalancer"),
                    loadBalancerExists(),
                    ListenerPorts::hasPort,
                    ListenerPorts::protocolFits,
                    ListenerPorts::portIsFree,
                    ListenerTls::fitsTheProtocol,
                    ListenerTls::certificateIsUsable,
                    ListenerTls::policyExists,
                    ListenerTls::trustStoreExists,
                    ListenerTls::fewVerifyClients,
                    ActionRules::check,
                    quota()))
            .create(attributes())
            .update(Call.of(
                            "modifying ELBv2 Listener ({arn})",
                            operation("ModifyListener"),
                            ListenerPorts::protocolFits,
                            ListenerPorts::newPortIsFree,
                            ListenerTls::fitsTheProtocol,
                            ListenerTls::certificateIsUsable,
                            ListenerTls::policyExists,
                            ListenerTls::trustStoreExists,
                            ListenerTls::fewVerifyClients,
                            ActionRules::check)
                    .whenChanges(
                            "port",
                            "protocol",
                            "ssl_policy",
                            "certificate_arn",
                            "alpn_policy",
                            "default_action",
                            "mutual_authentication"))
            .update(attributes())
            .delete(Call.of("deleting ELBv2 Listener ({arn})", operation("DeleteListener")))
            .deleted(change -> removePartsOf(change.aws(), change.text("arn")))
            .answer(ListenerAnswer::complete);

    private Listeners() {}

    /** The listeners of a load balancer. */
    static List<AwsObject> of(Transaction aws, String loadBalancer) {
        return aws.all(TYPE).stream()
                .filter(listener -> listener.text(LOAD_BALANCER).equals(loadBalancer))
                .toList();
    }

    /** The load balancer of a listener; its ARN tells, where nobody knows the listener. */
    static String loadBalancerOf(Transaction aws, String listener) {
        String known = aws.find(TYPE, listener)
                .map(object -> object.text(LOAD_BALANCER))
                .orElse("");
        boolean full = listener.contains(":listener/") && listener.split("/").length == 5;
        String derived =
                full ? listener.substring(0, listener.lastIndexOf('/')).replace(":listener/", ":loadbalancer/") : "";
        return known.isEmpty() ? derived : known;
    }

    /** Takes a listener out, and its rules and certificates. */
    static void remove(Transaction aws, AwsObject listener) {
        aws.remove(TYPE, listener.id());
        removePartsOf(aws, listener.id());
    }

    private static void removePartsOf(Transaction aws, String listener) {
        Stream.of(ListenerRules.TYPE, ListenerCertificates.TYPE)
                .flatMap(type -> aws.all(type).stream())
                .filter(part -> part.text("listener_arn").equals(listener))
                .forEach(part -> aws.remove(part.type(), part.id()));
    }

    private static Rule loadBalancerExists() {
        return new Reference(
                LOAD_BALANCER,
                LoadBalancers.TYPE,
                arn -> Refusal.of("LoadBalancerNotFound", "Load balancer '" + arn + "' not found"));
    }

    private static Rule quota() {
        return new Limit(
                Quota.LISTENERS_PER_APPLICATION_LOAD_BALANCER,
                change -> of(change.aws(), change.text(LOAD_BALANCER)).size(),
                (change, most) -> Refusal.of(
                        "TooManyListeners",
                        "The maximum number of listeners per load balancer '" + most
                                + "' has been reached on load balancer '" + change.text(LOAD_BALANCER) + "'"));
    }

    /** Where nobody names a protocol, the provider chooses one for an Application Load Balancer. */
    private static Value.Mapping asSent(Change change) {
        boolean application = change.text(LOAD_BALANCER).contains("loadbalancer/app/");
        String protocol = change.gives("certificate_arn") ? "HTTPS" : "HTTP";
        Value.Mapping object = application && !change.gives("protocol")
                ? change.object().with("protocol", Value.text(protocol))
                : change.object();
        return ListenerAnswer.request(change.with(object));
    }

    private static Call attributes() {
        return Call.of("modifying ELBv2 Listener ({arn}) attributes", operation("ModifyListenerAttributes"))
                .whenChanges(ListenerAnswer.ATTRIBUTES.toArray(String[]::new));
    }
}
