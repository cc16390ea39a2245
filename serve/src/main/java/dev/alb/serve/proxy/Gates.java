package dev.alb.serve.proxy;

import dev.alb.serve.CannotServe;
import dev.alb.serve.LocalPorts;
import dev.alb.serve.ServedListener;
import dev.alb.serve.targets.TargetInstance;
import dev.alb.serve.tls.ListenerKeys;
import dev.alb.serve.tls.PolicyProtocols;
import dev.alb.serve.tls.ServerCertificate;
import dev.alb.topology.Listener;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The open ports of a load balancer, each served by all threads. */
final class Gates {
    private static final int PATIENCE = 100;
    private static final long PAUSE = 20;

    private final Vertx vertx;
    private final LocalPorts localPorts;
    private final CertificateShop certificates;
    private final List<Worker> workers = new ArrayList<>();
    private final List<Gate> gates = new CopyOnWriteArrayList<>();
    private final Map<Integer, Integer> openPorts = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> lastPorts = new ConcurrentHashMap<>();
    private final AtomicInteger anyPort = new AtomicInteger();

    Gates(Vertx vertx, Shared shared, int loops, LocalPorts localPorts, CertificateShop certificates) {
        this.vertx = vertx;
        this.localPorts = localPorts;
        this.certificates = certificates;
        SplittableRandom random = new SplittableRandom();
        for (int i = 0; i < loops; i++) {
            workers.add(new Worker(shared, random.split()));
        }
    }

    void start() {
        Future.all(workers.stream().map(vertx::deployVerticle).toList()).await();
    }

    List<ServedListener> served() {
        return gates.stream()
                .map(Gate::served)
                .sorted(Comparator.comparing(ServedListener::port))
                .toList();
    }

    /** Opens, changes and closes what has to be. */
    void become(Plan plan, Duration grace) throws CannotServe {
        Frontends frontends = new Frontends(plan.topology(), plan.loadBalancer(), openPorts);
        Set<Gate.Shape> shapes = new HashSet<>();
        plan.listeners().forEach(listener -> shapes.add(shape(listener, frontends.of(listener))));
        closeAllBut(shapes, grace);
        List<String> reasons = new ArrayList<>();
        for (Listener listener : plan.listeners()) {
            Frontend frontend = frontends.of(listener);
            List<ServerCertificate> own = listener.isHttps()
                    ? certificates.of(
                            listener, plan.topology(), plan.loadBalancer().resource())
                    : List.of();
            try {
                become(shape(listener, frontend), frontend, own);
            } catch (CannotServe e) {
                reasons.add(e.getMessage());
            }
        }
        if (!reasons.isEmpty()) {
            throw new CannotServe(reasons);
        }
    }

    private static Gate.Shape shape(Listener listener, Frontend frontend) {
        String policy = listener.definition()
                .map(resource -> resource.at("ssl_policy").text(""))
                .orElse("");
        return new Gate.Shape(
                listener.name(),
                frontend.port(),
                frontend.isHttps(),
                frontend.isHttps() && frontend.loadBalancer().isHttp2(),
                frontend.isHttps() ? new PolicyProtocols(policy).served() : Set.of());
    }

    private void closeAllBut(Set<Gate.Shape> shapes, Duration grace) {
        for (Gate gate : gates) {
            if (!shapes.contains(gate.shape())) {
                gates.remove(gate);
                openPorts.remove(gate.shape().port());
                close(gate, grace);
            }
        }
    }

    private void become(Gate.Shape shape, Frontend frontend, List<ServerCertificate> own) throws CannotServe {
        for (Gate gate : gates) {
            if (gate.shape().equals(shape)) {
                gate.become(frontend);
                ListenerKeys keys = gate.keys();
                if (keys != null) {
                    keys.become(own);
                }
                return;
            }
        }
        open(shape, frontend, own.isEmpty() ? null : new ListenerKeys(own));
    }

    /** A port that was open before stays where it was, for those who know it. */
    private void open(Gate.Shape shape, Frontend frontend, @Nullable ListenerKeys keys) throws CannotServe {
        Integer before = lastPorts.get(shape.port());
        int wished = before == null ? localPorts.of(shape.port()) : before;
        Gate gate = new Gate(shape, keys, frontend, wished == 0 ? -anyPort.incrementAndGet() : wished);
        if (before != null) {
            awaitFree(before);
        }
        Future<List<Integer>> opened = open(gate);
        if (opened.failed()) {
            close(gate, Duration.ZERO);
            throw new CannotServe(List.of("port " + wished + " of this machine, which stands for port " + shape.port()
                    + " of " + shape.name() + ", must be free: "
                    + opened.cause().getMessage() + "; close what has it, or give another port for it"));
        }
        gate.isOpenAt(opened.result().get(0));
        gates.add(gate);
        openPorts.put(shape.port(), gate.localPort());
        lastPorts.put(shape.port(), gate.localPort());
    }

    private Future<List<Integer>> open(Gate gate) {
        List<Future<Integer>> ports =
                workers.stream().map(worker -> worker.open(gate)).toList();
        Future<List<Integer>> all = Future.join(ports)
                .map(done -> ports.stream().map(Future::result).toList());
        awaitEnd(all);
        return all;
    }

    /** It takes a moment until nobody listens any more where another listener was; its connections go on. */
    private void awaitFree(int port) {
        for (int i = 0; i < PATIENCE && !isFree(port); i++) {
            pause();
        }
        pause();
    }

    private static boolean isFree(int port) {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void pause() {
        awaitEnd(Future.future(promise -> vertx.setTimer(PAUSE, promise::tryComplete)));
    }

    /** Waits for it, however it ends. */
    private static void awaitEnd(Future<?> future) {
        future.otherwiseEmpty().await();
    }

    private Future<?> close(Gate gate, Duration grace) {
        return Future.all(
                workers.stream().map(worker -> worker.close(gate, grace)).toList());
    }

    void close(Duration grace) {
        Future.join(gates.stream().map(gate -> close(gate, grace)).toList()).await();
        gates.clear();
    }

    void cut(Collection<TargetInstance> targets) {
        workers.forEach(worker -> worker.cut(targets));
    }

    void cutTunnels() {
        workers.forEach(Worker::cutTunnels);
    }
}
