package dev.alb.confluence;

import dev.alb.dns.Alias;
import dev.alb.dns.AliasRecord;
import dev.alb.dns.AliasRecordAttributes;
import dev.alb.site.DnsSection;
import dev.alb.site.Site;

/** The record that leads the domain to the load balancer. */
final class SiteDns {
    private SiteDns() {}

    static void make(Plan plan, SiteLoadBalancer loadBalancer) {
        DnsSection dns = plan.site().dns();
        if (dns != null) {
            plan.at("dns", () -> make(plan, dns, loadBalancer));
        }
    }

    private static void make(Plan plan, DnsSection dns, SiteLoadBalancer loadBalancer) {
        Site site = plan.site();
        Alias alias = Alias.of(loadBalancer.dnsName(), loadBalancer.zoneId())
                .withEvaluateTargetHealth(dns.evaluateTargetHealth());
        AliasRecordAttributes attributes =
                dns.record().over(AliasRecordAttributes.of(dns.zoneId(), site.domain(), alias));
        AliasRecord record = plan.made("dns.record", new AliasRecord(plan.stack(), "domain", attributes));
        if (Addresses.hasIpv6(site)) {
            plan.made("dns.record", record.addIpv6());
        }
    }
}
