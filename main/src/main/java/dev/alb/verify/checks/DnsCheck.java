package dev.alb.verify.checks;

import dev.alb.verify.Check;
import dev.alb.verify.Deployment;
import dev.alb.verify.Result;
import dev.alb.verify.probes.LoadBalancers;
import dev.alb.verify.probes.Names;
import dev.alb.verify.probes.Unreachable;
import dev.alb.verify.probes.Untold;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Collectors;

/** The host of the base URL leads to this load balancer: an address of one is an address of the other. */
final class DnsCheck implements Check {
    private final Deployment deployment;
    private final LoadBalancers loadBalancers;
    private final Names names;

    DnsCheck(Deployment deployment, LoadBalancers loadBalancers, Names names) {
        this.deployment = deployment;
        this.loadBalancers = loadBalancers;
        this.names = names;
    }

    @Override
    public String id() {
        return "dns";
    }

    @Override
    public String claim() {
        return "The domain leads to the load balancer";
    }

    @Override
    public Result result() throws Unreachable, Untold {
        String domain = deployment.domain();
        String dnsName = loadBalancers.dnsName();
        List<InetAddress> here = addresses(domain, record(dnsName));
        List<InetAddress> there = addresses(dnsName, "Look whether the load balancer is active in AWS.");
        if (here.stream().anyMatch(there::contains)) {
            return Result.passed(domain + " leads to " + dnsName + ".");
        }
        return Result.failed(
                domain + " leads to " + list(here) + ", the load balancer " + dnsName + " is at " + list(there) + ".",
                record(dnsName),
                "After a change wait as long as the old record was valid for; a proxy or CloudFront in front has addresses of"
                        + " its own: leave this check out with --skip dns.");
    }

    private String record(String dnsName) {
        return deployment.site().dns() == null
                ? "Make a record for " + deployment.domain() + ": an alias, or a CNAME to " + dnsName
                        + "; dns.zone_id does it."
                : "Deploy the site: it makes the record in zone "
                        + deployment.site().dns().zoneId() + ". Is that the zone which the world asks?";
    }

    private List<InetAddress> addresses(String host, String remedy) throws Unreachable {
        try {
            return names.addresses(host);
        } catch (UnknownHostException e) {
            throw new Unreachable(Unreachable.Kind.UNKNOWN_HOST, "No name server knows " + host + ". " + remedy);
        }
    }

    private static String list(List<InetAddress> addresses) {
        return addresses.stream().map(InetAddress::getHostAddress).sorted().collect(Collectors.joining(", "));
    }
}
