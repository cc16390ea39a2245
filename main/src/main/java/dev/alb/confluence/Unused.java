package dev.alb.confluence;

import dev.alb.site.Site;
import dev.alb.site.SynchronyMode;

/**
 * Refuses what a file says in vain.
 *
 * <p>Somebody who restricts the access to a site, or puts a firewall in front of it, has to learn that nothing of it
 * happens because another line of the file leaves the load balancer or its groups to somebody else.
 */
final class Unused {
    private final Plan plan;

    private Unused(Plan plan) {
        this.plan = plan;
    }

    static void refuse(Plan plan) {
        Site site = plan.site();
        Unused unused = new Unused(plan);
        if (site.existing() != null) {
            unused.forOwner("load balancer", "load_balancer", "internal", "web_acl_arn", "shield_advanced");
        }
        if (site.sharesListener()) {
            unused.forOwner("listener", "dns", "listeners", "tls.client_certificates");
        } else if (!site.tls().enabled()) {
            unused.without("listeners.https", "where tls.enabled is false");
        } else if (!site.tls().redirectHttp()) {
            unused.without("listeners.http", "where tls.redirect_http is false");
        }
        unused.inGroups(site);
    }

    private void inGroups(Site site) {
        if (site.securityGroups().loadBalancer() != null) {
            unused("access", "where security_groups.load_balancer names groups", "Change the rules of those groups.");
        }
        if (site.synchrony().mode() != SynchronyMode.STANDALONE) {
            unused(
                    "security_groups.synchrony_nodes",
                    "where Synchrony has no nodes of its own",
                    "Leave it out, or write mode: standalone under synchrony and name its nodes.");
        }
    }

    private void forOwner(String what, String... paths) {
        for (String path : paths) {
            unused(path, "where existing names a " + what, "Leave it out: the " + what + "'s owner decides that.");
        }
    }

    private void without(String path, String where) {
        unused(path, where, "Leave it out: there is no such listener.");
    }

    private void unused(String path, String where, String fix) {
        if (plan.says(path)) {
            plan.refuse(path, "be left out " + where, "it", fix);
        }
    }
}
