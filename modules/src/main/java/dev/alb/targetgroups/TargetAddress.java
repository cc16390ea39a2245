package dev.alb.targetgroups;

import dev.alb.terraform.Checks;
import dev.alb.terraform.Cidr;
import dev.alb.terraform.Text;
import dev.alb.terraform.Violation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which IP addresses a load balancer can send requests to.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html">AWS:
 *     target type</a>
 */
final class TargetAddress {
    private static final List<Cidr> PRIVATE =
            networks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");
    private static final List<Cidr> UNUSABLE =
            networks("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/3", "::/127", "fe80::/10", "ff00::/8");
    private static final String PRIVATE_ONES = "10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10";

    private TargetAddress() {}

    /** What AWS refuses in any VPC. */
    static List<Violation> violations(String address, @Nullable String zone) {
        if (Text.isReference(address)) {
            return List.of();
        }
        Optional<Cidr> parsed = Cidr.ofAddress(address);
        return Checks.of("target")
                .require(
                        parsed.isPresent(),
                        "target_id",
                        "be an IPv4 or IPv6 address",
                        Checks.quoted(address),
                        "Write it as in \"10.0.1.20\"; a host name can't be registered.")
                .require(
                        parsed.filter(a -> isIn(UNUSABLE, a)).isEmpty(),
                        "target_id",
                        "be an address of a single host that others can reach",
                        address,
                        "Choose the address that the host has in its network.")
                .require(
                        !"all".equals(zone)
                                || parsed.filter(TargetAddress::isPublic).isEmpty(),
                        "target_id",
                        "be in " + PRIVATE_ONES + " where availability_zone is all",
                        address,
                        "Outside the VPC a load balancer reaches private addresses only.")
                .violations();
    }

    /** Whether it works only in a VPC that has public addresses of its own. */
    static boolean isPublic(String address) {
        return Cidr.ofAddress(address).filter(TargetAddress::isPublic).isPresent();
    }

    /** Whether it is IPv4; empty for what Terraform resolves later. */
    static Optional<Boolean> isIpv4(String address) {
        return Cidr.ofAddress(address).map(Cidr::isIpv4);
    }

    /** Where an address outside the VPC must be. */
    static String privateOnes() {
        return PRIVATE_ONES;
    }

    private static boolean isPublic(Cidr address) {
        return address.isIpv4() && !isIn(PRIVATE, address);
    }

    private static boolean isIn(List<Cidr> networks, Cidr address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static List<Cidr> networks(String... cidrs) {
        return List.of(cidrs).stream().map(c -> Cidr.ofNetwork(c).orElseThrow()).toList();
    }
}
