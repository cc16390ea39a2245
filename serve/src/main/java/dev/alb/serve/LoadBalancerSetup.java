package dev.alb.serve;

import dev.alb.serve.proxy.Proxy;
import dev.alb.serve.targets.TargetAddresses;
import dev.alb.topology.Topology;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a load balancer is served on this machine; {@link LocalLoadBalancer#of} begins with the usual way.
 *
 * @param topology where the load balancer stands
 * @param loadBalancer its address in Terraform
 * @param localPorts the ports here by those in AWS; 0 is any free one
 * @param isAnyPort whether a port that is not among these is any free one here, instead of the usual
 * @param targets where targets are on this machine
 * @param authority the folder of the authority that signs certificates; {@code null} for one that is forgotten at the end
 * @param connectTimeout how long a target may take to accept a connection
 * @param grace how long requests in flight may go on when the load balancer is closed
 * @param eventLoops how many threads move requests; 0 for one per processor
 * @param exchanges is told of each request when it has ended
 * @param clock what tells the time of requests, cookies and draining
 */
public record LoadBalancerSetup(
        Topology topology,
        String loadBalancer,
        Map<Integer, Integer> localPorts,
        boolean isAnyPort,
        TargetAddresses targets,
        @Nullable Path authority,
        Duration connectTimeout,
        Duration grace,
        int eventLoops,
        ExchangeListener exchanges,
        InstantSource clock) {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Copies the ports. */
    public LoadBalancerSetup {
        localPorts = Map.copyOf(localPorts);
    }

    static LoadBalancerSetup of(Topology topology, String loadBalancer) {
        return new LoadBalancerSetup(
                topology,
                loadBalancer,
                Map.of(),
                false,
                TargetAddresses.LOOPBACK,
                null,
                CONNECT_TIMEOUT,
                GRACE,
                0,
                exchange -> {},
                InstantSource.system());
    }

    /**
     * The same with a port of AWS at a port of this machine. Without it 80 is at 8080, 443 at 8443, any other below 1024 is
     * 8000 higher, and all above are as they are.
     *
     * @param local the port here; 0 for any free one
     */
    public LoadBalancerSetup withPort(int port, int local) {
        Map<Integer, Integer> more = new HashMap<>(localPorts);
        more.put(port, local);
        return new LoadBalancerSetup(
                topology,
                loadBalancer,
                more,
                isAnyPort,
                targets,
                authority,
                connectTimeout,
                grace,
                eventLoops,
                exchanges,
                clock);
    }

    /** The same with any free ports, as tests need it; {@link LocalLoadBalancer#listeners()} tells which. */
    public LoadBalancerSetup withAnyPorts() {
        return new LoadBalancerSetup(
                topology,
                loadBalancer,
                localPorts,
                true,
                targets,
                authority,
                connectTimeout,
                grace,
                eventLoops,
                exchanges,
                clock);
    }

    /** The same with targets elsewhere on this machine; without it each is at its port of AWS. */
    public LoadBalancerSetup withTargets(TargetAddresses addresses) {
        return new LoadBalancerSetup(
                topology,
                loadBalancer,
                localPorts,
                isAnyPort,
                addresses,
                authority,
                connectTimeout,
                grace,
                eventLoops,
                exchanges,
                clock);
    }

    /** The same with an authority that is kept in a folder, so that a browser has to be told of it only once. */
    public LoadBalancerSetup withAuthority(Path folder) {
        return new LoadBalancerSetup(
                topology,
                loadBalancer,
                localPorts,
                isAnyPort,
                targets,
                folder,
                connectTimeout,
                grace,
                eventLoops,
                exchanges,
                clock);
    }

    /** The same with another time that a target may take to accept a connection; AWS gives it 10 seconds. */
    public LoadBalancerSetup withConnectTimeout(Duration timeout) {
        return new LoadBalancerSetup(
                topology,
                loadBalancer,
                localPorts,
                isAnyPort,
                targets,
                authority,
                timeout,
                grace,
                eventLoops,
                exchanges,
                clock);
    }

    /** The same with another time that requests in flight have at the end; 10 seconds without it. */
    public LoadBalancerSetup withGrace(Duration time) {
        return new LoadBalancerSetup(
                topology,
                loadBalancer,
                localPorts,
                isAnyPort,
                targets,
                authority,
                connectTimeout,
                time,
                eventLoops,
                exchanges,
                clock);
    }

    /** The same with another number of threads; one per processor without it. */
    public LoadBalancerSetup withEventLoops(int number) {
        return new LoadBalancerSetup(
                topology,
                loadBalancer,
                localPorts,
                isAnyPort,
                targets,
                authority,
                connectTimeout,
                grace,
                number,
                exchanges,
                clock);
    }

    /** The same, telling a listener of each request when it has ended. */
    public LoadBalancerSetup onExchange(ExchangeListener listener) {
        return new LoadBalancerSetup(
                topology,
                loadBalancer,
                localPorts,
                isAnyPort,
                targets,
                authority,
                connectTimeout,
                grace,
                eventLoops,
                listener,
                clock);
    }

    /** The same with another clock. */
    public LoadBalancerSetup withClock(InstantSource source) {
        return new LoadBalancerSetup(
                topology,
                loadBalancer,
                localPorts,
                isAnyPort,
                targets,
                authority,
                connectTimeout,
                grace,
                eventLoops,
                exchanges,
                source);
    }

    /**
     * Opens the ports and begins with the health checks.
     *
     * @throws CannotServe if the load balancer or a port is missing, with all reasons
     */
    public LocalLoadBalancer start() throws CannotServe {
        return new LocalLoadBalancer(Proxy.start(this));
    }
}
