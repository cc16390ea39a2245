package dev.alb.verify;

import dev.alb.verify.probes.Unreachable;
import java.util.ArrayList;
import java.util.List;

/** What to do where a site can't be reached, which depends on who may reach it at all. */
public final class UnreachableAdvice {
    private final Deployment deployment;
    private final boolean local;

    /**
     * Advice on a site.
     *
     * @param local whether it is served on this machine
     */
    public UnreachableAdvice(Deployment deployment, boolean local) {
        this.deployment = deployment;
        this.local = local;
    }

    /** Most likely first. */
    List<String> on(Unreachable e) {
        List<String> remedies = new ArrayList<>();
        if (local) {
            remedies.add("Look at what ./alb sandbox serve says; start it again if it ended.");
            return remedies;
        }
        boolean isFarAway = e.kind() == Unreachable.Kind.TIMED_OUT || e.kind() == Unreachable.Kind.UNKNOWN_HOST;
        if (deployment.isInternal() && isFarAway) {
            remedies.add("The load balancer is internal: run this from inside the VPC or through its VPN.");
        }
        if (deployment.isRestricted() && e.kind() == Unreachable.Kind.TIMED_OUT) {
            remedies.add("access in the site file lets in some networks only: run this from one of them.");
        }
        remedies.add(usual(e.kind()));
        return remedies;
    }

    private String usual(Unreachable.Kind kind) {
        return switch (kind) {
            case UNKNOWN_HOST ->
                "Make a record that leads " + deployment.domain()
                        + " to the load balancer (dns.zone_id does), or name the load balancer's DNS name with --address.";
            case TIMED_OUT ->
                "Look whether the load balancer's security group lets you in, and whether its subnets are public.";
            case REFUSED -> "Nothing listens there: deploy the site, and look at the listeners of the load balancer.";
            case NO_ANSWER ->
                "Something accepts the connection and doesn't answer: look at the target's CPU and threads, or raise --timeout.";
            case CLOSED -> "Something closes the connection early: look whether a proxy or firewall is in between.";
            case TLS -> "Look whether an HTTPS listener with a certificate for " + deployment.domain() + " is there.";
            case NOT_UNDERSTOOD -> "Something else than a load balancer answers there: look where the name leads.";
        };
    }
}
