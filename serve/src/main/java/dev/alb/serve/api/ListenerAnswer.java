package dev.alb.serve.api;

import dev.alb.serve.arns.Arns;
import dev.alb.snapshot.Link;
import dev.alb.snapshot.Resource;
import dev.alb.topology.Listener;
import dev.alb.topology.LoadBalancer;
import dev.alb.topology.Topology;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The answer to {@code DescribeListeners}. */
final class ListenerAnswer {
    private final Topology topology;
    private final Arns arns;

    ListenerAnswer(Topology topology, Arns arns) {
        this.topology = topology;
        this.arns = arns;
    }

    Consumer<Xml> result(Parameters parameters) {
        Optional<String> loadBalancer = parameters.text("LoadBalancerArn");
        List<String> listeners = parameters.list("ListenerArns");
        if (loadBalancer.isPresent() == !listeners.isEmpty()) {
            throw new Refusal("ValidationError", "You must specify either listener ARNs or a load balancer ARN");
        }
        List<Listener> all = loadBalancer.map(this::ofLoadBalancer).orElseGet(this::served);
        List<Listener> found = new Asked<>(all, this::arn, Listener::name)
                .by(
                        listeners,
                        List.of(),
                        missing -> new Refusal("ListenerNotFound", "One or more listeners not found"));
        return xml -> xml.list("Listeners", found, one -> write(xml, one));
    }

    private List<Listener> served() {
        return topology.listeners().stream().filter(Listener::isWhole).toList();
    }

    private List<Listener> ofLoadBalancer(String arn) {
        return topology.loadBalancers().stream()
                .filter(one -> arns.of(one.resource()).equals(arn))
                .findFirst()
                .map(LoadBalancer::listeners)
                .orElseThrow(() -> new Refusal("LoadBalancerNotFound", "One or more load balancers not found"));
    }

    private String arn(Listener listener) {
        return listener.definition().map(arns::of).orElse(listener.name());
    }

    private void write(Xml xml, Listener listener) {
        Optional<Resource> resource = listener.definition();
        xml.text("ListenerArn", arn(listener))
                .text("LoadBalancerArn", listener.loadBalancer().target().map(arns::of))
                .text("Port", listener.port().isPresent() ? listener.port().getAsInt() : null)
                .text("Protocol", listener.protocol());
        if (!listener.certificates().isEmpty()) {
            // AWS tells the default one alone here.
            xml.list(
                    "Certificates",
                    listener.certificates().subList(0, 1),
                    link -> xml.text("CertificateArn", arn(link)));
            xml.text("SslPolicy", resource.flatMap(one -> one.at("ssl_policy").text()));
        }
        new ActionAnswer(xml, arns).write("DefaultActions", listener.table().defaultOutcome());
    }

    private String arn(Link certificate) {
        return certificate.target().map(arns::of).orElseGet(certificate::name);
    }
}
