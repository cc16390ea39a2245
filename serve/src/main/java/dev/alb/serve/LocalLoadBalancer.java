package dev.alb.serve;

import dev.alb.serve.proxy.Proxy;
import dev.alb.serve.targets.TargetAddresses;
import dev.alb.serve.targets.TargetPools;
import dev.alb.topology.Topology;
import java.time.Duration;
import java.util.List;

/**
 * An Application Load Balancer of a topology, served on the loopback interface of this machine: its listeners, rules, target
 * groups, health checks, cookies, headers, limits and error codes.
 *
 * <pre>{@code
 * try (LocalLoadBalancer alb = LocalLoadBalancer.of(topology, "aws_lb.alb").withAnyPorts().start()) {
 *     URI url = URI.create(alb.url(443) + "/status");
 * }
 * }</pre>
 *
 * <p>What it can't do, such as signing users in, it answers by 501 and a page that says so; {@link #warnings()} tells in
 * advance.
 */
public final class LocalLoadBalancer implements AutoCloseable {
    private final Proxy proxy;

    LocalLoadBalancer(Proxy proxy) {
        this.proxy = proxy;
    }

    /**
     * The usual way to serve a load balancer: each target on this machine, at its port of AWS.
     *
     * @param loadBalancer its address in Terraform, such as {@code aws_lb.alb}
     */
    public static LoadBalancerSetup of(Topology topology, String loadBalancer) {
        return LoadBalancerSetup.of(topology, loadBalancer);
    }

    /** The listeners and where they are here, in the order of their ports in AWS. */
    public List<ServedListener> listeners() {
        return proxy.listeners();
    }

    /**
     * Where a listener is here, such as {@code https://localhost:8443}.
     *
     * @param port its port in AWS
     * @throws IllegalArgumentException if there is no such listener
     */
    public String url(int port) {
        return listeners().stream()
                .filter(one -> one.port() == port)
                .map(ServedListener::url)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no listener has port " + port + "; there are " + listeners()));
    }

    /** The target groups, with the health of their targets. */
    public TargetPools targetPools() {
        return proxy.targetPools();
    }

    /** The certificate of the authority that has signed all others, in PEM: what a client has to trust. */
    public String certificateAuthority() {
        return proxy.certificateAuthority();
    }

    /** What this load balancer does not do as AWS does; each for a person to read, empty if there is nothing. */
    public List<String> warnings() {
        return proxy.warnings();
    }

    /**
     * Takes what is deployed now. Requests in flight end as they began; no connection is closed unless its listener is gone
     * or speaks another protocol now.
     *
     * @throws CannotServe if the load balancer is missing, and then nothing changes; or if a port can't be opened, with all
     *     reasons, and then the others are served as they are now
     */
    public void update(Topology topology) throws CannotServe {
        proxy.update(topology);
    }

    /**
     * As {@link #update(Topology)}, with targets elsewhere.
     *
     * @throws CannotServe if the load balancer is missing, and then nothing changes; or if a port can't be opened, with all
     *     reasons, and then the others are served as they are now
     */
    public void update(Topology topology, TargetAddresses targets) throws CannotServe {
        proxy.update(topology, targets);
    }

    /**
     * Closes the ports at once and ends when no request is in flight any more, or when the time is over, which cuts those that
     * are. WebSockets are closed right away.
     */
    public void stop(Duration grace) {
        proxy.stop(grace);
    }

    /** Stops with the time that the setup gives. */
    @Override
    public void close() {
        proxy.close();
    }
}
