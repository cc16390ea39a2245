package dev.alb.serve.targets;

import java.util.Locale;

/** What a target is to its load balancer, as AWS calls it. */
public enum TargetState {
    /** Just registered; no health check has decided yet. */
    INITIAL,
    /** Gets requests. */
    HEALTHY,
    /** Gets none, as long as others are healthy. */
    UNHEALTHY,
    /** Gets none: no listener leads to its target group, or it is nowhere on this machine. */
    UNUSED,
    /** Was taken out; ends what it began. */
    DRAINING,
    /** Gets requests, since nobody checks it. */
    UNAVAILABLE;

    /** AWS's word, such as {@code healthy}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
