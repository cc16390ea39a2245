package dev.alb.serve.proxy;

import dev.alb.serve.targets.TargetInstance;

/** What goes on between the load balancer and a target for one request. */
interface Leg {
    /** Nothing goes on there; a client that is silent then has gone. */
    Leg NONE = new Leg() {
        @Override
        public void abandon() {}

        @Override
        public boolean idle() {
            return false;
        }

        @Override
        public boolean isWith(TargetInstance target) {
            return false;
        }

        @Override
        public boolean isTunnel() {
            return false;
        }
    };

    /** Ends it, as nobody waits for it any more. */
    void abandon();

    /** Nothing has come from either side for the idle timeout. Says whether this has dealt with it. */
    boolean idle();

    /** Whether it goes on with a target. */
    boolean isWith(TargetInstance target);

    /** Whether it lasts as long as both sides wish, as a WebSocket does. */
    boolean isTunnel();
}
