package dev.alb.confluence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which resources a site has, for every way in which its parts go together. */
class ShapesTest {
    /** Each fifth of the whole product, by which any two choices still meet. */
    private static final int THINNED = 5;

    enum Shape {
        REDIRECTING,
        HTTPS,
        HTTP
    }

    enum Mode {
        MANAGED,
        STANDALONE,
        PROXY
    }

    enum NodesAre {
        INSTANCES,
        IPS,
        AUTO_SCALING
    }

    enum Front {
        INTERNET,
        INTERNET_DUALSTACK,
        INTERNAL,
        INTERNAL_DUALSTACK,
        EXISTING_LOAD_BALANCER,
        EXISTING_LISTENER
    }

    /** One way in which the parts of a site go together. */
    record Parts(
            Shape shape, Mode mode, NodesAre nodes, Front front, boolean ownGroups, boolean requested, boolean dns) {

        boolean isExisting() {
            return front == Front.EXISTING_LISTENER || front == Front.EXISTING_LOAD_BALANCER;
        }

        boolean isInternal() {
            return front == Front.INTERNAL || front == Front.INTERNAL_DUALSTACK;
        }

        boolean hasIpv6() {
            return front == Front.INTERNET_DUALSTACK || front == Front.INTERNAL_DUALSTACK;
        }

        boolean namesGroups() {
            return ownGroups || isExisting();
        }

        boolean hasListeners() {
            return front != Front.EXISTING_LISTENER;
        }

        String yaml() {
            return SiteText.of(SiteText.WIKI, frontText(), groupsText(), tlsText(), modeText(), nodesText(), dnsText());
        }

        private String frontText() {
            return switch (front) {
                case INTERNET -> "";
                case INTERNET_DUALSTACK -> "load_balancer: {ip_address_type: dualstack}";
                case INTERNAL -> "internal: true";
                case INTERNAL_DUALSTACK -> "internal: true\nload_balancer: {ip_address_type: dualstack}";
                case EXISTING_LOAD_BALANCER -> SiteText.ON_EXISTING_LOAD_BALANCER;
                case EXISTING_LISTENER -> SiteText.ON_EXISTING_LISTENER;
            };
        }

        private String groupsText() {
            String access = isInternal() && !namesGroups() ? "access: {ipv4: [10.0.0.0/8]}\n" : "";
            return namesGroups() ? SiteText.OWN_GROUPS : access;
        }

        private String tlsText() {
            if (!hasListeners()) {
                return shape == Shape.HTTP ? SiteText.HTTP_ALONE : "";
            }
            String certificate = requested
                    ? "request: {zone_id: Z0123456789ABCDEFGHIJ}"
                    : "certificate_arn: 'arn:aws:acm:eu-central-1:111122223333:certificate/x'";
            return switch (shape) {
                case REDIRECTING -> "tls: {" + certificate + "}";
                case HTTPS -> "tls: {redirect_http: false, " + certificate + "}";
                case HTTP -> SiteText.HTTP_ALONE;
            };
        }

        private String modeText() {
            return switch (mode) {
                case MANAGED -> "";
                case STANDALONE -> SiteText.STANDALONE;
                case PROXY -> SiteText.PROXY;
            };
        }

        private String nodesText() {
            return switch (nodes) {
                case INSTANCES -> "";
                case IPS -> "nodes: {ips: [10.0.1.15, 10.0.2.15]}";
                case AUTO_SCALING -> "nodes: {auto_scaling_group: wiki-nodes}";
            };
        }

        private String dnsText() {
            return dns && hasListeners() ? "dns: {zone_id: Z0123456789ABCDEFGHIJ}" : "";
        }
    }

    static Stream<Parts> all() {
        List<Parts> all = new ArrayList<>();
        for (Front front : Front.values()) {
            for (Shape shape : Shape.values()) {
                for (Mode mode : Mode.values()) {
                    for (NodesAre nodes : NodesAre.values()) {
                        for (int i = 0; i < 4; i++) {
                            boolean dns = (shape.ordinal() + mode.ordinal() + i) % 2 == 0;
                            all.add(new Parts(shape, mode, nodes, front, i % 2 == 0, i < 2, dns));
                        }
                    }
                }
            }
        }
        return all.stream().filter(ShapesTest::isDistinct);
    }

    /** What says the same twice is left out: groups and certificates where the owner of a listener has them. */
    private static boolean isDistinct(Parts parts) {
        boolean needsNoGroups = parts.isExisting() && parts.ownGroups();
        boolean needsNoCertificate = parts.requested() && (parts.shape() == Shape.HTTP || !parts.hasListeners());
        return !needsNoGroups && !needsNoCertificate;
    }

    static Stream<Parts> thinned() {
        return all().filter(p -> (p.shape().ordinal()
                                + p.mode().ordinal()
                                + p.nodes().ordinal()
                                + p.front().ordinal())
                        % THINNED
                == 0);
    }

    @ParameterizedTest
    @MethodSource("all")
    void every_one_can_be_described(Parts parts) {
        assertEquals("", SynthesizedSite.bound(parts.yaml()).found(), parts::yaml);
    }

    @ParameterizedTest
    @MethodSource("thinned")
    void each_has_exactly_its_resources(Parts parts) {
        SynthesizedSite site = SynthesizedSite.ofText(parts.yaml());
        site.stack().hasExactlyTheAddresses(expected(parts).toArray(String[]::new));
        Invariants.hold(site);
    }

    @Test
    void any_two_choices_meet() {
        Set<String> missing = pairs(all());
        missing.removeAll(pairs(thinned()));
        assertEquals(Set.of(), missing);
    }

    private static Set<String> pairs(Stream<Parts> parts) {
        Set<String> pairs = new TreeSet<>();
        parts.forEach(p -> {
            List<String> choices = List.of(
                    p.shape().toString(),
                    p.mode().toString(),
                    p.nodes().toString(),
                    p.front().toString(),
                    "groups " + p.namesGroups(),
                    "requested " + p.requested());
            choices.forEach(one -> choices.forEach(other -> pairs.add(one + " and " + other)));
        });
        return pairs;
    }

    private static Set<String> expected(Parts parts) {
        Set<String> addresses = new TreeSet<>();
        service(addresses, parts, "confluence", 8090, parts.nodes());
        if (parts.mode() != Mode.PROXY) {
            NodesAre nodes = parts.mode() == Mode.STANDALONE ? NodesAre.INSTANCES : parts.nodes();
            service(addresses, parts, "synchrony", 8091, nodes);
            addresses.add("aws_lb_listener_rule.synchrony");
        }
        if (parts.hasListeners()) {
            front(addresses, parts);
        } else {
            addresses.add("aws_lb_listener_rule.confluence");
        }
        if (!parts.namesGroups()) {
            addresses.add("aws_security_group.load_balancer");
            addresses.add("aws_security_group.nodes");
            comingIn(addresses, parts);
        }
        return addresses;
    }

    private static void service(Set<String> addresses, Parts parts, String service, int port, NodesAre nodes) {
        addresses.add("aws_lb_target_group." + service);
        boolean ofSynchrony = service.equals("synchrony") && parts.mode() == Mode.STANDALONE;
        switch (nodes) {
            case INSTANCES -> {
                for (String id : ofSynchrony ? List.of("51", "52") : List.of("31", "32")) {
                    addresses.add("aws_lb_target_group_attachment." + service + "-i-0a1b2c3d4e5f607" + id);
                }
            }
            case IPS -> {
                addresses.add("aws_lb_target_group_attachment." + service + "-10-0-1-15");
                addresses.add("aws_lb_target_group_attachment." + service + "-10-0-2-15");
            }
            case AUTO_SCALING -> addresses.add("aws_autoscaling_attachment." + service + "-nodes");
        }
        String in = "aws_vpc_security_group_ingress_rule.nodes-from-";
        if (parts.namesGroups()) {
            addresses.add(in + "sg-0a1b2c3d4e5f60791-" + service + "-" + port);
        } else {
            addresses.add(in + "load_balancer-" + service + "-" + port);
            addresses.add("aws_vpc_security_group_egress_rule.load_balancer-to-nodes-" + service + "-" + port);
        }
    }

    private static void front(Set<String> addresses, Parts parts) {
        addresses.add(parts.isExisting() ? "data.aws_lb.alb" : "aws_lb.alb");
        for (String listener : listeners(parts)) {
            addresses.add("aws_lb_listener." + listener);
        }
        if (parts.shape() != Shape.HTTP && parts.requested()) {
            addresses.add("aws_acm_certificate.certificate");
            addresses.add("aws_acm_certificate_validation.certificate-validated");
            addresses.add("aws_route53_record.certificate-validation");
        }
        if (parts.dns()) {
            addresses.add("aws_route53_record.domain");
            if (parts.hasIpv6()) {
                addresses.add("aws_route53_record.domain-ipv6");
            }
        }
    }

    private static List<String> listeners(Parts parts) {
        return switch (parts.shape()) {
            case REDIRECTING -> List.of("http", "https");
            case HTTPS -> List.of("https");
            case HTTP -> List.of("http");
        };
    }

    private static void comingIn(Set<String> addresses, Parts parts) {
        List<String> sources = new ArrayList<>();
        sources.add(parts.isInternal() ? "10-0-0-0-8" : "anybody");
        if (parts.hasIpv6() && !parts.isInternal()) {
            sources.add("anybody-ipv6");
        }
        if (parts.isInternal() && parts.mode() != Mode.PROXY) {
            sources.add("nodes");
        }
        for (String listener : listeners(parts)) {
            String port = listener.equals("https") ? "443" : "80";
            sources.forEach(source ->
                    addresses.add("aws_vpc_security_group_ingress_rule.load_balancer-from-" + source + "-" + port));
        }
    }
}
