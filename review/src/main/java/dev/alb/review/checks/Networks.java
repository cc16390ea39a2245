package dev.alb.review.checks;

import dev.alb.terraform.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Networks as sets of addresses: what is written in halves is the whole. */
final class Networks {
    private static final List<Cidr> WORLD = List.of(
            Cidr.ofNetwork("0.0.0.0/0").orElseThrow(), Cidr.ofNetwork("::/0").orElseThrow());

    private static final List<Cidr> PRIVATE = Stream.of(
                    "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "fc00::/7")
            .map(text -> Cidr.ofNetwork(text).orElseThrow())
            .toList();

    private Networks() {}

    /** The same addresses in as few networks as can be. */
    static List<Cidr> merged(Collection<Cidr> networks) {
        Set<Cidr> wide = new LinkedHashSet<>();
        for (Cidr network : networks) {
            wide.add(widest(network.network(), networks));
        }
        List<Cidr> merged = new ArrayList<>();
        for (Cidr network : wide) {
            boolean isHeld = wide.stream()
                            .anyMatch(other -> other != network && other.contains(network) && !network.contains(other))
                    || merged.stream().anyMatch(other -> other.contains(network));
            if (!isHeld) {
                merged.add(network);
            }
        }
        return merged;
    }

    private static Cidr widest(Cidr network, Collection<Cidr> networks) {
        Cidr widest = network;
        Optional<Cidr> parent = parent(widest);
        while (parent.filter(wider -> wider.isCoveredBy(networks)).isPresent()) {
            widest = parent.get();
            parent = parent(widest);
        }
        return widest;
    }

    private static Optional<Cidr> parent(Cidr network) {
        String text = network.toString();
        int slash = text.indexOf('/');
        int length = Integer.parseInt(text.substring(slash + 1));
        return length == 0
                ? Optional.empty()
                : Cidr.ofNetwork(text.substring(0, slash + 1) + (length - 1)).map(Cidr::network);
    }

    /** Whether it holds all addresses that there are, of IPv4 or of IPv6. */
    static boolean isWorld(Cidr network) {
        return WORLD.stream().anyMatch(network::contains);
    }

    /** Whether none of its addresses is on the internet. */
    static boolean isPrivate(Cidr network) {
        return PRIVATE.stream().anyMatch(all -> all.contains(network));
    }
}
