package dev.alb.serve.targets;

import dev.alb.routing.Outcome;
import dev.alb.routing.RoutingTable;
import dev.alb.topology.Listener;
import dev.alb.topology.TargetGroup;
import dev.alb.topology.Topology;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** All target groups of a topology as they run; safe to use from several threads. */
public final class TargetPools {
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Seal seal = new Seal();
    private final Map<String, TargetPool> pools = new ConcurrentSkipListMap<>();
    private final Map<Outcome.Forward, SmoothWeights<Outcome.Forward.Share>> turns = new ConcurrentHashMap<>();
    private volatile Set<String> deployed = Set.of();

    private TargetPools(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** The target groups of a topology, all of whose targets wait for their first health check. */
    public static TargetPools of(Topology topology, TargetAddresses addresses, InstantSource clock) {
        return of(topology, addresses, clock, new Random());
    }

    static TargetPools of(Topology topology, TargetAddresses addresses, InstantSource clock, RandomGenerator random) {
        TargetPools pools = new TargetPools(clock, random);
        pools.update(topology, addresses);
        return pools;
    }

    /**
     * Takes what is deployed now. Targets that are still registered go on with their health and their requests in flight; those
     * that are not drain for as long as their target group says.
     */
    public synchronized void update(Topology topology, TargetAddresses addresses) {
        Set<String> inUse = inUse(topology);
        deployed = topology.targetGroups().stream().map(TargetGroup::address).collect(Collectors.toSet());
        for (TargetGroup group : topology.targetGroups()) {
            pools.computeIfAbsent(
                            group.address(), address -> new TargetPool(address, GroupSettings.of(group), clock, random))
                    .update(group, inUse.contains(group.address()), addresses);
        }
        pools.values().stream()
                .filter(pool -> !deployed.contains(pool.address()))
                .forEach(pool -> pool.drainAllBut(List.of()));
        turns.clear();
    }

    /** The target groups to which a listener forwards anything, be it with weight 0. */
    private static Set<String> inUse(Topology topology) {
        return topology.listeners().stream()
                .map(Listener::table)
                .flatMap(RoutingTable::outcomes)
                .flatMap(Outcome::targetGroups)
                .map(Outcome.Forward.Share::targetGroup)
                .collect(Collectors.toSet());
    }

    /** The target groups, in the order of their addresses; one that is gone stays until its targets have drained. */
    public Collection<TargetPool> pools() {
        return List.copyOf(pools.values());
    }

    /** The target group of an address. */
    public Optional<TargetPool> pool(String address) {
        return Optional.ofNullable(pools.get(address));
    }

    /**
     * Chooses the target of a request.
     *
     * @param forward what the rule says
     * @param cookies of the request, by their names
     * @return the target, where the request is in flight from now on; none if there is no target that may get it
     */
    public Optional<Pick> pick(Outcome.Forward forward, Map<String, String> cookies) {
        Stay stay = new Stay(forward, cookies, seal, clock.instant());
        return stay.group()
                .or(() -> byWeight(forward))
                .flatMap(this::pool)
                .flatMap(pool ->
                        pool.choose(stay.target(pool).orElse(null)).map(target -> new Pick(pool, target, stay)));
    }

    private Optional<String> byWeight(Outcome.Forward forward) {
        List<Outcome.Forward.Share> shares = forward.targetGroups();
        Optional<Outcome.Forward.Share> share = shares.size() == 1
                ? Optional.of(shares.get(0)).filter(one -> one.weight() > 0)
                : turns.computeIfAbsent(forward, any -> new SmoothWeights<>())
                        .next(shares, Outcome.Forward.Share::weight);
        return share.map(Outcome.Forward.Share::targetGroup);
    }

    /**
     * Forgets the targets whose deregistration delay is over, and says which these are: what they still have open is to be cut.
     * Has to be called now and again.
     */
    public synchronized List<TargetInstance> forgetDrained() {
        List<TargetInstance> over = new ArrayList<>();
        pools.values().forEach(pool -> over.addAll(pool.forgetDrained()));
        pools.values()
                .removeIf(pool ->
                        !deployed.contains(pool.address()) && pool.targets().isEmpty());
        return over;
    }
}
