package dev.alb.review.checks;

import dev.alb.snapshot.Link;
import dev.alb.snapshot.Resource;
import dev.alb.snapshot.Snapshot;
import dev.alb.snapshot.Value;
import dev.alb.terraform.Cidr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the three ways in which Terraform writes rules of security groups. */
final class GrantReader {
    /** How a group is called of which nothing is known. */
    static final String NOBODY = Link.UNKNOWN.name();

    private static final String GROUP = "aws_security_group";
    private static final int LAST_PORT = 65535;
    private static final Set<String> TCP = Set.of("tcp", "6", "-1", "all");

    private final Snapshot snapshot;

    GrantReader(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /** A rule that is a resource of its own. */
    List<Grant> ofRule(Resource rule) {
        List<Source> sources = new ArrayList<>(sources(rule.values(), ownerName(rule)));
        addText(sources, rule.at("cidr_ipv4"));
        addText(sources, rule.at("cidr_ipv6"));
        addGroup(sources, rule.at("referenced_security_group_id"));
        addGroup(sources, rule.at("source_security_group_id"));
        addPrefixList(sources, rule.at("prefix_list_id"));
        String protocol = rule.at("ip_protocol").text(rule.at("protocol").text(""));
        return grants(rule.values(), protocol, sources, rule.address());
    }

    /** A block {@code ingress} or {@code egress} in a group. */
    List<Grant> ofBlock(Resource group, Value block) {
        List<Source> sources = sources(block, group.address());
        block.at("security_groups").items().forEach(id -> addGroup(sources, id));
        return grants(block, block.at("protocol").text(""), sources, group.address());
    }

    /** The name of the group that a rule belongs to. */
    String ownerName(Resource rule) {
        return snapshot.link(rule.at("security_group_id"), GROUP).name();
    }

    private List<Source> sources(Value values, String owner) {
        List<Source> sources = new ArrayList<>();
        for (String name : List.of("cidr_blocks", "ipv6_cidr_blocks")) {
            Value networks = values.at(name);
            if (networks.isUnknown()) {
                sources.add(new Source.Unknown());
            }
            networks.items().forEach(network -> addText(sources, network));
        }
        values.at("prefix_list_ids").items().forEach(id -> addPrefixList(sources, id));
        if (values.at("self").flag().orElse(false)) {
            sources.add(new Source.Group(owner));
        }
        return sources;
    }

    private static void addText(List<Source> sources, Value network) {
        if (network.isUnknown()) {
            sources.add(new Source.Unknown());
        }
        network.text()
                .flatMap(Cidr::ofNetwork)
                .map(Cidr::network)
                .map(Source.Network::new)
                .ifPresent(sources::add);
    }

    private void addGroup(List<Source> sources, Value id) {
        if (id.isAbsent()) {
            return;
        }
        Link link = snapshot.link(id, GROUP);
        sources.add(link.isKnown() ? new Source.Group(link.name()) : new Source.Unknown());
    }

    private static void addPrefixList(List<Source> sources, Value id) {
        if (!id.isAbsent()) {
            sources.add(id.isUnknown() ? new Source.Unknown() : new Source.PrefixList(id.text("")));
        }
    }

    /** Of other protocols than TCP nothing reaches a load balancer or its targets. */
    private static List<Grant> grants(Value values, String protocol, List<Source> sources, String via) {
        if (!protocol.isEmpty() && !TCP.contains(protocol.toLowerCase(Locale.ROOT))) {
            return List.of();
        }
        if (isInDoubt(values)) {
            return sources.isEmpty() ? List.of() : List.of(Grant.unknown(via));
        }
        boolean isAll = protocol.equals("-1") || protocol.equals("all");
        int from = isAll ? 0 : values.at("from_port").number().orElse(0);
        int to = isAll ? LAST_PORT : values.at("to_port").number().orElse(LAST_PORT);
        return sources.stream().map(source -> new Grant(source, from, to, via)).toList();
    }

    /** Whether only the apply tells what the rule opens, so that it may be nothing here. */
    private static boolean isInDoubt(Value values) {
        return Stream.of("ip_protocol", "protocol", "from_port", "to_port")
                .anyMatch(name -> values.at(name).isUnknown());
    }

    /** The resources that hold one rule each, of one direction. */
    Stream<Resource> rules(boolean isIngress) {
        String direction = isIngress ? "ingress" : "egress";
        return Stream.concat(
                snapshot.ofType("aws_vpc_security_group_" + direction + "_rule").stream(),
                snapshot.ofType("aws_security_group_rule").stream()
                        .filter(rule -> rule.at("type").text("").equals(direction)));
    }
}
