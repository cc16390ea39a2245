package dev.alb.review.checks;

import dev.alb.review.Check;
import dev.alb.review.Comparison;
import dev.alb.review.Finding;
import dev.alb.review.Kind;
import dev.alb.review.Mark;
import dev.alb.review.Section;
import dev.alb.review.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who can reach a load balancer on the ports of its listeners. */
final class OpenPorts implements Check {
    static final Kind INTERNET_FACING = new Kind(
            "became-internet-facing",
            Section.EXPOSURE,
            "An internal load balancer gets addresses on the internet",
            "What only the own networks could reach, the internet can try to reach.");
    static final Kind WORLD = new Kind(
            "open-to-the-world",
            Section.EXPOSURE,
            "Anybody on the internet can reach a port",
            "A listener, its rules and the groups together let everybody in, where they did not before.");
    static final Kind WIDENED = new Kind(
            "exposure-widened",
            Section.EXPOSURE,
            "More clients can reach a port",
            "Networks or groups are let in that were not before.");
    static final Kind REMOVED = new Kind(
            "access-removed",
            Section.EXPOSURE,
            "Clients are locked out of a port",
            "Networks or groups are no longer let in.");

    @Override
    public List<Kind> kinds() {
        return List.of(INTERNET_FACING, WORLD, WIDENED, REMOVED);
    }

    @Override
    public List<Finding> findings(Comparison comparison) {
        List<Finding> findings = new ArrayList<>();
        Map<String, List<Access>> byTarget = Accesses.of(comparison).stream()
                .filter(Access::isLoadBalancer)
                .collect(Collectors.groupingBy(Access::target, LinkedHashMap::new, Collectors.toList()));
        byTarget.forEach((address, accesses) -> findings.addAll(ofLoadBalancer(comparison, address, accesses)));
        return findings;
    }

    private static List<Finding> ofLoadBalancer(Comparison comparison, String address, List<Access> accesses) {
        boolean stood = comparison.before().loadBalancer(address).isPresent();
        boolean stays = comparison.after().loadBalancer(address).isPresent();
        boolean became = stood
                && stays
                && isInternal(comparison, address, true)
                && !isInternal(comparison, address, false)
                && !isUnknown(comparison, address);
        List<Finding> findings = new ArrayList<>();
        if (became) {
            findings.add(becameInternetFacing(address, accesses));
            return findings;
        }
        List<Access> world =
                select(accesses, access -> access.isNew() && access.isInternet() && !isOpenAlready(access, accesses));
        List<Access> wider = select(
                accesses,
                access ->
                        access.isNew() && !access.isInternet() && !access.via().contains(address));
        List<Access> gone =
                select(accesses, access -> access.mark() == Mark.REMOVED && !isListenerGone(comparison, access));
        if (!world.isEmpty()) {
            findings.add(world(address, world, stood));
        }
        if (!wider.isEmpty() && stood) {
            findings.add(widened(address, wider));
        }
        if (!gone.isEmpty() && stays) {
            findings.add(removed(address, gone, accesses));
        }
        return findings;
    }

    private static boolean isInternal(Comparison comparison, String address, boolean isBefore) {
        return (isBefore ? comparison.before() : comparison.after())
                .loadBalancer(address)
                .flatMap(one -> one.resource().at("internal").flag())
                .orElse(false);
    }

    private static boolean isUnknown(Comparison comparison, String address) {
        return comparison
                .after()
                .loadBalancer(address)
                .filter(one -> one.resource().at("internal").isUnknown())
                .isPresent();
    }

    /** That a listener goes is said of the listener. */
    private static boolean isListenerGone(Comparison comparison, Access access) {
        return comparison.after().loadBalancer(access.target()).stream()
                .flatMap(one -> one.listeners().stream())
                .noneMatch(listener -> listener.port().orElse(0) == access.port());
    }

    /** That everybody comes in by IPv6 as well is no news where everybody does by IPv4. */
    private static boolean isOpenAlready(Access access, List<Access> all) {
        return access.isIpv6()
                && all.stream()
                        .anyMatch(other -> other.port() == access.port()
                                && other.mark() == Mark.SAME
                                && other.isInternet()
                                && !other.isIpv6());
    }

    private static List<Access> select(List<Access> accesses, Predicate<Access> wanted) {
        return accesses.stream().filter(wanted).toList();
    }

    private static Finding becameInternetFacing(String address, List<Access> accesses) {
        List<Access> in = select(accesses, access -> access.mark() != Mark.REMOVED);
        return INTERNET_FACING.at(
                address,
                Severity.CRITICAL,
                "internal changes from true to false: it gets addresses on the internet. "
                        + (in.isEmpty() ? "By the rules that are known nobody gets in." : told(in) + "."),
                "Leave internal = true, unless it is meant to be public; then look at each source.");
    }

    private static Finding world(String address, List<Access> accesses, boolean stood) {
        boolean isUsual = accesses.stream().allMatch(access -> access.port() == 80 || access.port() == 443);
        Severity severity = stood ? Severity.CRITICAL : isUsual ? Severity.MEDIUM : Severity.HIGH;
        return WORLD.at(
                address,
                severity,
                told(accesses) + (stood ? "; that was not so before." : ". The load balancer is new."),
                "Name the networks of those who need it, unless it is meant to be public.");
    }

    private static Finding widened(String address, List<Access> accesses) {
        boolean isPublic = accesses.stream()
                .anyMatch(access -> !access.isInternal()
                        && access.source() instanceof Source.Network network
                        && !Networks.isPrivate(network.cidr()));
        boolean isUnknown = accesses.stream().allMatch(access -> access.source() instanceof Source.Unknown);
        return WIDENED.at(
                address,
                isPublic ? Severity.HIGH : isUnknown ? Severity.LOW : Severity.MEDIUM,
                told(accesses) + "; that was not so before."
                        + (isUnknown ? " Who it is can't be told before the apply." : ""),
                "Make sure that each of them is meant.");
    }

    private static Finding removed(String address, List<Access> accesses, List<Access> all) {
        boolean isWorld = accesses.stream().anyMatch(Access::isWorld);
        return REMOVED.at(
                address,
                isWorld ? Severity.HIGH : Severity.MEDIUM,
                accesses.stream()
                                .map(access -> removedOne(access, all))
                                .distinct()
                                .collect(Collectors.joining("; ")) + ".",
                "Make sure that nobody needs it; a public load balancer needs the nodes' NAT addresses.");
    }

    private static String removedOne(Access access, List<Access> all) {
        List<String> left = all.stream()
                .filter(other -> other.port() == access.port() && other.mark() == Mark.SAME)
                .filter(other -> other.source() instanceof Source.Network part
                        && access.source() instanceof Source.Network whole
                        && whole.cidr().contains(part.cidr()))
                .map(Access::who)
                .toList();
        return left.isEmpty()
                ? access.who() + " can no longer reach port " + access.port()
                : "of " + access.who() + ", only " + String.join(", ", left) + " can still reach port " + access.port();
    }

    private static String told(List<Access> accesses) {
        return accesses.stream().map(OpenPorts::one).distinct().collect(Collectors.joining("; "));
    }

    private static String one(Access access) {
        return access.who() + " can reach port " + access.port() + ", by " + String.join(", ", access.via());
    }
}
