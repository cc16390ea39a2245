package dev.alb.review;

import dev.alb.routing.Share;
import dev.alb.snapshot.Change;
import dev.alb.snapshot.Plan;
import dev.alb.topology.Listener;
import dev.alb.topology.Topology;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A plan with the load balancers before and after it. */
public final class Comparison {
    private final Plan plan;
    private final Topology before;
    private final Topology after;
    private final Map<String, Change> changes = new HashMap<>();
    private final Map<Listener, List<Share>> shares = new IdentityHashMap<>();
    private final Map<Class<?>, Object> made = new HashMap<>();

    /** Makes both topologies. */
    public Comparison(Plan plan) {
        this.plan = plan;
        this.before = Topology.of(plan.before());
        this.after = Topology.of(plan.after());
        plan.changes().stream()
                .filter(change -> !change.isDeposed())
                .forEach(change -> changes.put(change.address(), change));
    }

    /** The plan. */
    public Plan plan() {
        return plan;
    }

    /** What stands now. */
    public Topology before() {
        return before;
    }

    /** What will stand. */
    public Topology after() {
        return after;
    }

    /** What the plan does at an address; nothing if it doesn't know it. */
    public Optional<Change> change(String address) {
        return Optional.ofNullable(changes.get(address));
    }

    /** Which requests end where at a listener; computed once, as it is the most that a review has to do. */
    List<Share> shares(Listener listener) {
        return shares.computeIfAbsent(listener, one -> one.table().shares());
    }

    /** The requests that end elsewhere. */
    List<Rerouting> reroutings() {
        return once(Reroutings.class, Reroutings::new).all();
    }

    /**
     * What several checks need, made for the first of them and kept for the others.
     *
     * @param type what it is; of each type there is one
     */
    public <T> T once(Class<T> type, Function<Comparison, T> maker) {
        Object known = made.get(type);
        // What is made may need something else that is made once.
        T one = known == null ? maker.apply(this) : type.cast(known);
        made.put(type, one);
        return one;
    }
}
