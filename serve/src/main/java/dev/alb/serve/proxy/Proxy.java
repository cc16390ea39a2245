package dev.alb.serve.proxy;

import dev.alb.serve.CannotServe;
import dev.alb.serve.LoadBalancerSetup;
import dev.alb.serve.ServedListener;
import dev.alb.serve.targets.TargetAddresses;
import dev.alb.serve.targets.TargetPools;
import dev.alb.serve.tls.LocalAuthority;
import dev.alb.topology.Topology;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Everything that runs for one load balancer. */
public final class Proxy implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofMillis(100);

    private final LoadBalancerSetup setup;
    private final Vertx vertx;
    private final LocalAuthority authority;
    private final Shared shared;
    private final Gates gates;
    private TargetAddresses addresses;
    private volatile List<String> warnings;
    private boolean isStopped;

    private Proxy(LoadBalancerSetup setup, Plan plan, LocalAuthority authority) {
        this.setup = setup;
        this.authority = authority;
        this.addresses = setup.targets();
        int loops = setup.run().eventLoops() > 0
                ? setup.run().eventLoops()
                : Runtime.getRuntime().availableProcessors();
        // One more, for the health checks.
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops + 1));
        this.shared = new Shared(
                TargetPools.of(plan.topology(), addresses, setup.run().clock()),
                setup.run().exchanges(),
                setup.run().clock(),
                setup.run().connectTimeout(),
                new AtomicBoolean());
        this.gates = new Gates(
                vertx,
                shared,
                loops,
                setup.ports(),
                new CertificateShop(authority, setup.run().clock()));
        this.warnings = Warnings.of(plan);
    }

    /**
     * Opens the ports and begins with the health checks.
     *
     * @throws CannotServe if the load balancer or a port is missing, with all reasons
     */
    public static Proxy start(LoadBalancerSetup setup) throws CannotServe {
        Plan plan = Plan.of(setup.topology(), setup.loadBalancer());
        Proxy proxy = new Proxy(setup, plan, authority(setup));
        try {
            proxy.vertx
                    .deployVerticle(new HealthChecks(proxy.shared.pools(), proxy.gates::cut))
                    .await();
            proxy.gates.start();
            proxy.gates.become(plan, setup.run().grace());
            return proxy;
        } catch (CannotServe e) {
            proxy.stop(Duration.ZERO);
            throw e;
        }
    }

    private static LocalAuthority authority(LoadBalancerSetup setup) throws CannotServe {
        Path folder = setup.authority();
        try {
            return folder == null
                    ? LocalAuthority.create(setup.run().clock().instant())
                    : LocalAuthority.in(folder, setup.run().clock().instant());
        } catch (IOException e) {
            throw new CannotServe(List.of("the folder of the certificates can't be used: " + e.getMessage()));
        }
    }

    /** The listeners and where they are here. */
    public List<ServedListener> listeners() {
        return gates.served();
    }

    /** The target groups. */
    public TargetPools targetPools() {
        return shared.pools();
    }

    /** The certificate of the authority, in PEM. */
    public String certificateAuthority() {
        return authority.pem();
    }

    /** What is not done as AWS does it. */
    public List<String> warnings() {
        return warnings;
    }

    /**
     * Takes what is deployed now, with targets where they were.
     *
     * @throws CannotServe if the load balancer is missing, and then nothing changes; or if a port can't be opened, with all
     *     reasons, and then the others are served as they are now
     */
    public synchronized void update(Topology topology) throws CannotServe {
        update(topology, addresses);
    }

    /**
     * Takes what is deployed now.
     *
     * @throws CannotServe if the load balancer is missing, and then nothing changes; or if a port can't be opened, with all
     *     reasons, and then the others are served as they are now
     */
    public synchronized void update(Topology topology, TargetAddresses targets) throws CannotServe {
        Plan plan = Plan.of(topology, setup.loadBalancer());
        addresses = targets;
        shared.pools().update(topology, targets);
        gates.become(plan, setup.run().grace());
        warnings = Warnings.of(plan);
    }

    /** Takes no more requests, and lets those in flight end for some time. */
    public synchronized void stop(Duration grace) {
        if (isStopped) {
            return;
        }
        isStopped = true;
        shared.isClosing().set(true);
        gates.cutTunnels();
        if (!grace.isZero()) {
            // A client that is busy learns with its next answer that its connection ends, and loses nothing.
            Future.future(promise -> vertx.setTimer(FAREWELL.toMillis(), promise::tryComplete))
                    .await();
        }
        gates.close(grace);
        vertx.close().await();
    }

    @Override
    public void close() {
        stop(setup.run().grace());
    }
}
