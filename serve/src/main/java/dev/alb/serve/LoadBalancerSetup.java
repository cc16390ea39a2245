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
 * @param ports where its ports are here
 * @param targets where targets are on this machine
 * @param authority the folder of the authority that signs certificates; {@code null} for one that is forgotten at the end
 * @param run how long things take, and who is told
 */
public record LoadBalancerSetup(
        Topology topology,
        String loadBalancer,
        LocalPorts ports,
        TargetAddresses targets,
        @Nullable Path authority,
        Run run) {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration GRACE = Duration.ofSeconds(10);

    /**
     * How it runs.
     *
     * @param connectTimeout how long a target may take to accept a connection
     * @param grace how long requests in flight may go on when the load balancer is closed
     * @param eventLoops how many threads move requests; 0 for one per processor
     * @param exchanges is told of each request when it has ended
     * @param clock what tells the time of requests, cookies and draining
     */
    public record Run(
            Duration connectTimeout, Duration grace, int eventLoops, ExchangeListener exchanges, InstantSource clock) {}

    static LoadBalancerSetup of(Topology topology, String loadBalancer) {
        Run run = new Run(CONNECT_TIMEOUT, GRACE, 0, exchange -> {}, InstantSource.system());
        LocalPorts usual = new LocalPorts(Map.of(), false);
        return new LoadBalancerSetup(topology, loadBalancer, usual, TargetAddresses.LOOPBACK, null, run);
    }

    /**
     * The same with a port of AWS at a port of this machine. Without it 80 is at 8080, 443 at 8443, any other below 1024 is
     * 8000 higher, and all above are as they are.
     *
     * @param local the port here; 0 for any free one
     */
    public LoadBalancerSetup withPort(int port, int local) {
        Map<Integer, Integer> more = new HashMap<>(ports.given());
        more.put(port, local);
        return with(new LocalPorts(more, ports.isAnyPort()));
    }

    /** The same with any free ports, as tests need it; {@link LocalLoadBalancer#listeners()} tells which. */
    public LoadBalancerSetup withAnyPorts() {
        return with(new LocalPorts(ports.given(), true));
    }

    private LoadBalancerSetup with(LocalPorts others) {
        return new LoadBalancerSetup(topology, loadBalancer, others, targets, authority, run);
    }

    /** The same with targets elsewhere on this machine; without it each is at its port of AWS. */
    public LoadBalancerSetup withTargets(TargetAddresses addresses) {
        return new LoadBalancerSetup(topology, loadBalancer, ports, addresses, authority, run);
    }

    /** The same with an authority that is kept in a folder, so that a browser has to be told of it only once. */
    public LoadBalancerSetup withAuthority(Path folder) {
        return new LoadBalancerSetup(topology, loadBalancer, ports, targets, folder, run);
    }

    /** The same with another time that a target may take to accept a connection; AWS gives it 10 seconds. */
    public LoadBalancerSetup withConnectTimeout(Duration timeout) {
        return with(new Run(timeout, run.grace(), run.eventLoops(), run.exchanges(), run.clock()));
    }

    /** The same with another time that requests in flight have at the end; 10 seconds without it. */
    public LoadBalancerSetup withGrace(Duration time) {
        return with(new Run(run.connectTimeout(), time, run.eventLoops(), run.exchanges(), run.clock()));
    }

    /** The same with another number of threads; one per processor without it. */
    public LoadBalancerSetup withEventLoops(int number) {
        return with(new Run(run.connectTimeout(), run.grace(), number, run.exchanges(), run.clock()));
    }

    /** The same, telling a listener of each request when it has ended. */
    public LoadBalancerSetup onExchange(ExchangeListener listener) {
        return with(new Run(run.connectTimeout(), run.grace(), run.eventLoops(), listener, run.clock()));
    }

    /** The same with another clock. */
    public LoadBalancerSetup withClock(InstantSource source) {
        return with(new Run(run.connectTimeout(), run.grace(), run.eventLoops(), run.exchanges(), source));
    }

    private LoadBalancerSetup with(Run other) {
        return new LoadBalancerSetup(topology, loadBalancer, ports, targets, authority, other);
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
