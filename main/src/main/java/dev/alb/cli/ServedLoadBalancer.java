package dev.alb.cli;

import dev.alb.demo.Demo;
import dev.alb.serve.CannotServe;
import dev.alb.serve.LoadBalancerSetup;
import dev.alb.serve.LocalLoadBalancer;
import dev.alb.serve.accesslog.AccessLogEntry;
import dev.alb.topology.LoadBalancer;
import dev.alb.topology.Topology;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One load balancer that is served, with the stand-ins behind it, and what is told of it. */
final class ServedLoadBalancer implements AutoCloseable {
    private final ServedStack stack;
    private final ServeOptions options;
    private final String address;
    private final @Nullable Demo demo;
    private final LocalLoadBalancer local;
    private final ServeApi api;
    private final ServeFile file;
    private final HealthNews health = new HealthNews();
    private volatile AccessLogEntry entry;
    private volatile Topology topology;
    private String taken;
    private String seen;

    private ServedLoadBalancer(ServedStack stack, LoadBalancer loadBalancer, ServeOptions options) throws CannotServe {
        this.stack = stack;
        this.options = options;
        this.address = loadBalancer.address();
        this.topology = stack.topology();
        this.taken = stack.stamp();
        this.seen = taken;
        this.entry = new AccessLogEntry(topology);
        this.file = new ServeFile(options.serveFolder(), stack.name());
        this.demo = options.isDemo() ? Demo.start(topology) : null;
        try {
            this.local = setup(loadBalancer).start();
        } catch (CannotServe | RuntimeException e) {
            closeDemo();
            throw e;
        }
        this.api = ServeApi.start(() -> topology, local.targetPools());
        tellWhereItIs();
    }

    /**
     * Starts it, if all its ports are free.
     *
     * @throws Failure if it can't be served, with all reasons
     */
    static ServedLoadBalancer start(ServedStack stack, LoadBalancer loadBalancer, ServeOptions options) {
        try {
            return new ServedLoadBalancer(stack, loadBalancer, options);
        } catch (CannotServe e) {
            throw Failure.badInput(String.join(
                    "\nalb: ", String.valueOf(e.getMessage()).lines().toList()));
        }
    }

    private LoadBalancerSetup setup(LoadBalancer loadBalancer) {
        LoadBalancerSetup setup = LocalLoadBalancer.of(topology, address)
                .withTargets(targets())
                .withAuthority(options.serveFolder())
                .onExchange(exchange -> options.log().tell(exchange, entry));
        for (Map.Entry<Integer, Integer> port :
                options.ports().of(stack.name(), loadBalancer).entrySet()) {
            setup = setup.withPort(port.getKey(), port.getValue());
        }
        return setup;
    }

    private LocalTargets targets() {
        return new LocalTargets(options.mappings(), demo);
    }

    private void tellWhereItIs() {
        file.write(address, local.listeners(), api.url());
        if (demo != null) {
            demo.baseUrls(baseUrls());
        }
    }

    /** The addresses at which a user is right; plain HTTP only where there is nothing else. */
    private List<String> baseUrls() {
        boolean hasHttps =
                local.listeners().stream().anyMatch(one -> one.protocol().equals("HTTPS"));
        return local.listeners().stream()
                .filter(one -> !hasHttps || one.protocol().equals("HTTPS"))
                .flatMap(one -> Stream.concat(Stream.of("localhost"), hosts().stream())
                        .map(host -> one.url().replace("localhost", host)))
                .toList();
    }

    private List<String> hosts() {
        return topology.loadBalancer(address)
                .map(one -> topology.hosts(one.resource()))
                .orElse(List.of());
    }

    /** What a user has to know. */
    String announcement() {
        return new Announcement(stack.name() + " (" + address + ")", local, hosts(), demo, file.certificateAuthority())
                .text();
    }

    /** Looks whether somebody has deployed, and tells what has changed. */
    void look() {
        String now = stack.stamp();
        boolean isStill = now.equals(seen);
        seen = now;
        if (isStill && !now.equals(taken) && !stack.isBeingChanged()) {
            taken = now;
            takeOver();
        }
        health.of(local.targetPools()).forEach(options.log()::tell);
    }

    private void takeOver() {
        try {
            Topology next = stack.again();
            if (demo != null) {
                demo.update(next);
            }
            local.update(next, targets());
            topology = next;
            entry = new AccessLogEntry(next);
            tellWhereItIs();
            options.log().tell("alb: " + stack.name() + " was deployed anew, which is served from now on");
            local.warnings().forEach(warning -> options.log().tell("alb: " + warning));
        } catch (CannotServe | Failure e) {
            options.log()
                    .tell("alb: " + stack.name() + " has changed, and what was served before goes on: "
                            + e.getMessage());
        }
    }

    /** Lets requests in flight end, and ends. */
    @Override
    public void close() {
        file.delete();
        local.close();
        api.close();
        closeDemo();
    }

    private void closeDemo() {
        if (demo != null) {
            demo.close();
        }
    }
}
