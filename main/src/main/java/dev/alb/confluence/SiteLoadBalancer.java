package dev.alb.confluence;

import dev.alb.firewall.ShieldProtection;
import dev.alb.firewall.ShieldProtectionAttributes;
import dev.alb.firewall.WebAclAssociation;
import dev.alb.firewall.WebAclAssociationAttributes;
import dev.alb.loadbalancer.ExistingLoadBalancer;
import dev.alb.loadbalancer.LoadBalancer;
import dev.alb.loadbalancer.LoadBalancerAttributes;
import dev.alb.loadbalancer.LoadBalancerAttributesBuilder;
import dev.alb.site.Site;
import java.time.Duration;
import java.util.List;

/**
 * The load balancer of a site: made here, or somebody else's.
 *
 * @param arn a reference to it
 * @param dnsName a reference to its DNS name
 * @param zoneId a reference to the zone of its DNS name
 */
record SiteLoadBalancer(String arn, String dnsName, String zoneId) {
    /**
     * AWS's 60 s would cut a WebSocket on which nobody types for a minute. Longer than five minutes would ask for a keep
     * alive of Tomcat that holds its threads for as long.
     */
    static final Duration IDLE_TIMEOUT = Duration.ofMinutes(5);

    static SiteLoadBalancer of(Plan plan, List<String> securityGroups) {
        Site site = plan.site();
        if (site.existing() != null) {
            return existing(new ExistingLoadBalancer(
                    plan.stack(), "alb", site.existing().loadBalancerArn()));
        }
        LoadBalancer made =
                plan.made("load_balancer", new LoadBalancer(plan.stack(), "alb", attributes(site, securityGroups)));
        protect(plan, made);
        return new SiteLoadBalancer(made.arn(), made.dnsName(), made.zoneId());
    }

    private static LoadBalancerAttributes attributes(Site site, List<String> securityGroups) {
        LoadBalancerAttributes safe = LoadBalancerAttributes.internal(List.of("subnet-1", "subnet-2"));
        LoadBalancerAttributes attributes = LoadBalancerAttributesBuilder.builder(safe)
                .name(site.name())
                .internal(site.internal())
                .subnets(site.subnets())
                .subnetMapping(site.subnetMapping())
                .securityGroups(securityGroups)
                .idleTimeout(IDLE_TIMEOUT)
                .build();
        return site.loadBalancer().over(attributes);
    }

    private static SiteLoadBalancer existing(ExistingLoadBalancer found) {
        return new SiteLoadBalancer(found.arn(), found.dnsName(), found.zoneId());
    }

    private static void protect(Plan plan, LoadBalancer loadBalancer) {
        String webAcl = plan.site().webAclArn();
        if (webAcl != null) {
            plan.ofValue("web_acl_arn", () -> WebAclAssociationAttributes.of(loadBalancer.arn(), webAcl))
                    .map(attributes -> new WebAclAssociation(plan.stack(), "web_acl", attributes))
                    .ifPresent(association -> plan.made("web_acl_arn", association));
        }
        if (plan.site().shieldAdvanced()) {
            ShieldProtectionAttributes shield =
                    ShieldProtectionAttributes.of(plan.site().name(), loadBalancer.arn());
            plan.made("shield_advanced", new ShieldProtection(plan.stack(), "shield", shield));
        }
    }
}
