package dev.alb.serve.proxy;

import dev.alb.serve.CannotServe;
import dev.alb.serve.LoadBalancerSetup;
import dev.alb.serve.ServedListener;
import dev.alb.serve.targets.TargetAddresses;
import dev.alb.serve.targets.TargetPools;
import dev.alb.topology.Topology;
import java.time.Duration;
import java.util.List;

/** Everything that runs for one load balancer. */
public final class Proxy implements AutoCloseable {
    private Proxy() {}

    public static Proxy start(LoadBalancerSetup setup) throws CannotServe {
        throw new UnsupportedOperationException();
    }

    public List<ServedListener> listeners() {
        throw new UnsupportedOperationException();
    }

    public TargetPools targetPools() {
        throw new UnsupportedOperationException();
    }

    public String certificateAuthority() {
        throw new UnsupportedOperationException();
    }

    public List<String> warnings() {
        throw new UnsupportedOperationException();
    }

    public void update(Topology topology) throws CannotServe {
        throw new UnsupportedOperationException();
    }

    public void update(Topology topology, TargetAddresses targets) throws CannotServe {
        throw new UnsupportedOperationException();
    }

    public void stop(Duration grace) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
