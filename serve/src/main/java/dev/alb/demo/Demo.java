package dev.alb.demo;

import dev.alb.topology.Topology;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stand-ins for Confluence and Synchrony behind all targets of a topology, on ports of loopback that are free.
 *
 * <p>What answers behind a port follows from the health check of its target group: behind {@code …/heartbeat} it is Synchrony,
 * and Confluence behind all else. All windows share one text, on whatever node they are.
 */
public final class Demo implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final DemoSite site = new DemoSite();
    private final Map<String, DemoNode> nodes = new HashMap<>();
    private final Map<String, InetSocketAddress> addresses = new HashMap<>();
    private final Set<String> contexts = new LinkedHashSet<>();
    private final ControlPage control;

    private Demo() {
        control = ControlPage.open(vertx, this);
        site.controlPage(control.url());
    }

    /**
     * Starts them.
     *
     * @throws IllegalStateException if nothing can be opened on loopback
     */
    public static Demo start(Topology topology) {
        Demo demo = new Demo();
        demo.update(topology);
        return demo;
    }

    /** Starts what a new topology has in addition. What it has no longer goes on, as nodes do in AWS. */
    public synchronized void update(Topology topology) {
        List<StandInTarget> targets = StandInTargets.of(topology);
        site.proxyMode(targets.stream().noneMatch(target -> target.kind() == StandInTarget.Kind.SYNCHRONY));
        for (StandInTarget target : targets) {
            if (target.kind() == StandInTarget.Kind.CONFLUENCE) {
                contexts.add(target.context());
            }
            DemoNode node = nodes.computeIfAbsent(target.id(), id -> new DemoNode(vertx, nodes.size() + 1, id));
            if (!addresses.containsKey(target.key())) {
                node.open(target, standIn(node, target));
                node.addresses().forEach((opened, address) -> addresses.put(opened.key(), address));
            }
        }
    }

    private StandIn standIn(DemoNode node, StandInTarget target) {
        return target.kind() == StandInTarget.Kind.SYNCHRONY
                ? new SynchronyStandIn(node, site.document(), SynchronyStandIn.ROOT)
                : new ConfluenceStandIn(vertx, node, site, target.context());
    }

    /** Where a target is on this machine; none if it has no stand-in. */
    public synchronized Optional<InetSocketAddress> addressOf(String targetId, int port) {
        return Optional.ofNullable(addresses.get(StandInTarget.key(targetId, port)));
    }

    /** The nodes in the order of their numbers. */
    public synchronized List<DemoNode> nodes() {
        List<DemoNode> sorted = new ArrayList<>(nodes.values());
        sorted.sort(Comparator.comparingInt(DemoNode::number));
        return sorted;
    }

    /** Says where the site is opened, such as {@code https://localhost:8443}. Its pages warn at any other address. */
    public void baseUrls(List<String> urls) {
        site.baseUrls(urls);
    }

    /** Where Confluence is, such as {@code /wiki/}; {@code /} where it is nowhere. */
    public synchronized String path() {
        return contexts.stream().findFirst().orElse("") + "/";
    }

    /** Where nodes are taken down and up, with a browser or by {@code curl -X POST URL/nodes/1/down}. */
    public String controlPage() {
        return control.url();
    }

    /** The text that all windows share. */
    public String text() {
        return site.document().text();
    }

    /** Ends all of them. */
    @Override
    public void close() {
        Blocking.await(vertx.close());
    }
}
