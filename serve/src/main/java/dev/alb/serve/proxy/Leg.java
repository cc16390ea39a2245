package dev.alb.serve.proxy;

import dev.alb.serve.targets.TargetInstance;

/** What goes on between the load balancer and a target for one request. */
interface Leg {
    /** Ends it, as nobody waits for it any more. */
    void abandon();

    /** Nothing has come from either side for the idle timeout. */
    void idle();

    /** Whether it goes on with a target. */
    boolean isWith(TargetInstance target);

    /** Whether it lasts as long as both sides wish, as a WebSocket does. */
    boolean isTunnel();
}
