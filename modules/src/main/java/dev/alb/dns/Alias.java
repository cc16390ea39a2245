package dev.alb.dns;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;

/**
 * What a name leads to.
 *
 * @param name the DNS name of a load balancer
 * @param zoneId the zone of that name, which belongs to AWS; not the zone of the record
 * @param evaluateTargetHealth whether Route 53 stops answering with a load balancer none of whose targets is healthy,
 *     which matters as soon as there is another answer; {@code true} unless changed
 */
@ResourceAttributes
public record Alias(String name, String zoneId, boolean evaluateTargetHealth) implements AliasBuilder.With {
    private static final int LONGEST_NAME = 1024;

    /** Checks the name's length and the form of the zone's id. */
    public Alias {
        Checks checks = Checks.of("alias").length("alias.name", name, 1, LONGEST_NAME);
        ZoneId.check(checks, "alias.zone_id", zoneId).done();
    }

    /**
     * An alias that leads to healthy load balancers only.
     *
     * @param dnsName a load balancer's {@code dnsName()}
     * @param zoneId the same load balancer's {@code zoneId()}
     */
    public static Alias of(String dnsName, String zoneId) {
        return new Alias(dnsName, zoneId, true);
    }
}
