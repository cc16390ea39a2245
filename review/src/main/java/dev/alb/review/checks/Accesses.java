package dev.alb.review.checks;

import dev.alb.review.Comparison;
import dev.alb.review.Mark;
import dev.alb.terraform.Cidr;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who can reach a port, compared with who could.
 *
 * @param all load balancers on the ports of their listeners, nodes on the ports of targets and of clusters
 */
record Accesses(List<Access> all) {

    /** All of a plan. */
    static List<Access> of(Comparison comparison) {
        return comparison.once(Accesses.class, Accesses::compare).all();
    }

    private static Accesses compare(Comparison comparison) {
        SecurityGroups was = SecurityGroups.before(comparison);
        SecurityGroups will = SecurityGroups.after(comparison);
        Set<String> nodes = Reach.nodeGroups(comparison.before(), was);
        nodes.addAll(Reach.nodeGroups(comparison.after(), will));
        Set<Integer> ports = Reach.targetPorts(comparison.before());
        ports.addAll(Reach.targetPorts(comparison.after()));
        ports.addAll(Reach.CLUSTER_PORTS);
        Reach before = Reach.of(comparison.before(), was, nodes, ports);
        Reach after = Reach.of(comparison.after(), will, nodes, ports);
        Set<Reach.Place> places = new TreeSet<>(before.places());
        places.addAll(after.places());
        List<Access> all = new ArrayList<>();
        for (Reach.Place place : places) {
            boolean isMoved = before.isInternal(place.target())
                    && after.isKnown(place.target())
                    && !after.isInternal(place.target());
            all.addAll(compare(place, isMoved, before, after));
        }
        return new Accesses(all);
    }

    /**
     * Whom a public load balancer lets in was out while it was internal, whatever the rules say. Where somebody is let in who
     * is known only after the apply, nobody can say who is locked out.
     */
    private static List<Access> compare(Reach.Place place, boolean isMoved, Reach before, Reach after) {
        Map<Source, Set<String>> was = before.grants(place);
        Map<Source, Set<String>> will = after.grants(place);
        List<Access> all = new ArrayList<>();
        will.forEach((source, via) -> {
            boolean isLetOut = isMoved || before.isInside(place, source) && !after.isInside(place, source);
            all.add(access(place, after, source, via, isLetOut ? Mark.ADDED : mark(source, was.keySet())));
        });
        was.forEach((source, via) -> {
            boolean isShutIn = !before.isInside(place, source) && after.isInside(place, source);
            boolean isGone = !isCovered(source, will.keySet()) && !will.containsKey(new Source.Unknown());
            if (isMoved || isShutIn || isGone) {
                all.add(access(place, before, source, via, Mark.REMOVED));
            }
        });
        return all;
    }

    private static Access access(Reach.Place place, Reach reach, Source source, Set<String> via, Mark mark) {
        return new Access(
                place.target(),
                place.isLoadBalancer(),
                reach.isInternal(place.target()) || reach.isInside(place, source),
                place.port(),
                source,
                via,
                mark);
    }

    private static Mark mark(Source source, Collection<Source> was) {
        if (isCovered(source, was)) {
            return Mark.SAME;
        }
        boolean isWider = source instanceof Source.Network network
                && networks(was).stream().anyMatch(other -> network.cidr().contains(other));
        return isWider ? Mark.CHANGED : Mark.ADDED;
    }

    /** Where all addresses are let in, so are the members of any group. */
    private static boolean isCovered(Source source, Collection<Source> others) {
        return others.contains(source)
                || (source instanceof Source.Network network
                        ? network.cidr().isCoveredBy(networks(others))
                        : networks(others).stream().anyMatch(other -> other.isIpv4() && Networks.isWorld(other)));
    }

    private static List<Cidr> networks(Collection<Source> sources) {
        return sources.stream()
                .flatMap(source -> source instanceof Source.Network network ? Stream.of(network.cidr()) : Stream.of())
                .toList();
    }
}
