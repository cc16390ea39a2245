package dev.alb.verify.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.alb.site.SiteText;
import dev.alb.verify.Deployment;
import dev.alb.verify.Seen;
import dev.alb.verify.probes.Group;
import dev.alb.verify.probes.LoadBalancers;
import dev.alb.verify.probes.Names;
import dev.alb.verify.probes.Unreachable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whether the domain leads to the load balancer. */
class DnsCheckTest {
    private static final String DNS_NAME = "wiki-1.eu-central-1.elb.amazonaws.com";

    private static DnsCheck check(String site, Map<String, List<String>> addresses) {
        Names names = host -> {
            List<InetAddress> found = new ArrayList<>();
            for (String address : addresses.getOrDefault(host, List.of())) {
                found.add(InetAddress.getByName(address));
            }
            if (found.isEmpty()) {
                throw new UnknownHostException(host);
            }
            return found;
        };
        LoadBalancers aws = new LoadBalancers() {
            @Override
            public String dnsName() {
                return DNS_NAME;
            }

            @Override
            public List<TargetHealth> targets(Group group) {
                throw new AssertionError("nobody asks");
            }
        };
        return new DnsCheck(new Deployment(SiteText.read(site)), aws, names);
    }

    @Test
    void one_address_in_common_is_enough_as_not_every_answer_holds_all() throws Exception {
        Map<String, List<String>> addresses = Map.of(
                "wiki.example.com", List.of("192.0.2.1", "192.0.2.2"), DNS_NAME, List.of("192.0.2.3", "192.0.2.2"));
        Seen.passes(check("", addresses), "wiki.example.com leads to " + DNS_NAME + ".");
    }

    @Test
    void another_place_is_a_failure_with_both_addresses() throws Exception {
        Map<String, List<String>> addresses =
                Map.of("wiki.example.com", List.of("198.51.100.9"), DNS_NAME, List.of("192.0.2.2", "192.0.2.1"));
        String text = "wiki.example.com leads to 198.51.100.9, the load balancer " + DNS_NAME
                + " is at 192.0.2.1, 192.0.2.2.";
        Seen.fails(check("", addresses), text, "a CNAME to " + DNS_NAME);
        Seen.fails(check("dns: {zone_id: Z0123456789ABCDEFGHIJ}", addresses), text, "zone Z0123456789ABCDEFGHIJ");
    }

    @Test
    void a_domain_that_nobody_knows_is_told_with_what_to_do() {
        Unreachable unreachable = assertThrows(
                Unreachable.class,
                () -> check("", Map.of(DNS_NAME, List.of("192.0.2.1"))).result());
        assertEquals(
                "No name server knows wiki.example.com. Make a record for wiki.example.com: an alias, or a CNAME to "
                        + DNS_NAME + "; dns.zone_id does it.",
                unreachable.getMessage());
    }
}
