package dev.alb.cli;

import dev.alb.serve.targets.TargetHealth;
import dev.alb.serve.targets.TargetInstance;
import dev.alb.serve.targets.TargetPool;
import dev.alb.serve.targets.TargetPools;
import dev.alb.serve.targets.TargetState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What has become of targets since somebody looked last. */
final class HealthNews {
    private Map<TargetInstance, TargetState> known = Map.of();

    /** A line for each target that is in another state now. */
    List<String> of(TargetPools pools) {
        List<String> news = new ArrayList<>();
        Map<TargetInstance, TargetState> now = new HashMap<>();
        for (TargetPool pool : pools.pools()) {
            for (TargetInstance target : pool.targets()) {
                TargetHealth health = target.health();
                now.put(target, health.state());
                if (known.getOrDefault(target, TargetState.INITIAL) != health.state()) {
                    news.add(line(pool, target, health));
                }
            }
        }
        known = now;
        return news;
    }

    private static String line(TargetPool pool, TargetInstance target, TargetHealth health) {
        return "alb: " + target.id() + ":" + target.port() + " of " + pool.address() + " is "
                + health.state().word()
                + (health.reason() == null ? "" : ": " + health.reason() + ", " + health.description());
    }
}
