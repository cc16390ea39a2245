package dev.alb.securitygroups;

import dev.alb.terraform.Checks;
import dev.alb.terraform.Cidr;
import dev.alb.terraform.Text;
import java.util.Optional;
import java.util.regex.Pattern;

/** The other side of a security group's rule. */
public sealed interface Peer {

    /**
     * A network of IPv4 addresses.
     *
     * @param cidr such as {@code 203.0.113.0/24}; a single address ends with {@code /32}
     */
    static Ipv4 ipv4(String cidr) {
        return new Ipv4(cidr);
    }

    /**
     * A network of IPv6 addresses.
     *
     * @param cidr such as {@code 2001:db8::/32}; a single address ends with {@code /128}
     */
    static Ipv6 ipv6(String cidr) {
        return new Ipv6(cidr);
    }

    /** The networks of a prefix list, such as that of CloudFront, by its id. */
    static PrefixList prefixList(String id) {
        return new PrefixList(id);
    }

    /** The members of a security group, by its id. */
    static Group securityGroup(String id) {
        return new Group(id);
    }

    /**
     * A network of IPv4 addresses.
     *
     * @param cidrIpv4 the network, its host bits being zero
     */
    record Ipv4(String cidrIpv4) implements Peer {

        /** Checks that it is a network. */
        public Ipv4 {
            Checks checks = Checks.of("peer");
            network(checks, "cidr_ipv4", cidrIpv4, true);
            checks.done();
        }
    }

    /**
     * A network of IPv6 addresses.
     *
     * @param cidrIpv6 the network, its host bits being zero; kept in its canonical form, which is how AWS gives it back
     */
    record Ipv6(String cidrIpv6) implements Peer {

        /** Checks that it is a network. */
        public Ipv6 {
            Checks checks = Checks.of("peer");
            network(checks, "cidr_ipv6", cidrIpv6, false);
            checks.done();
            cidrIpv6 = Cidr.ofNetwork(cidrIpv6).map(Cidr::toString).orElse(cidrIpv6);
        }
    }

    /**
     * The networks of a prefix list.
     *
     * @param prefixListId its id, such as {@code pl-0123456789abcdef0}
     */
    record PrefixList(String prefixListId) implements Peer {
        private static final Pattern ID = Pattern.compile("pl-[0-9a-f]+");

        /** Checks the id. */
        public PrefixList {
            Checks.of("peer")
                    .matches(
                            "prefix_list_id",
                            prefixListId,
                            ID,
                            "be the id of a prefix list",
                            "Write it as in \"pl-0123456789abcdef0\".")
                    .done();
        }
    }

    /**
     * The members of a security group.
     *
     * @param referencedSecurityGroupId its id; behind an account and a slash if it is in another account
     */
    record Group(String referencedSecurityGroupId) implements Peer {
        private static final Pattern ID = Pattern.compile("([0-9]{12}/)?sg-[0-9a-f]+");

        /** Checks the id. */
        public Group {
            Checks.of("peer")
                    .matches(
                            "referenced_security_group_id",
                            referencedSecurityGroupId,
                            ID,
                            "be the id of a security group",
                            "Write it as in \"sg-0123456789abcdef0\", neither the name nor the ARN.")
                    .done();
        }
    }

    private static void network(Checks checks, String path, String cidr, boolean ipv4) {
        Optional<Cidr> network = Cidr.ofNetwork(cidr).filter(parsed -> parsed.isIpv4() == ipv4);
        checks.require(
                Text.isReference(cidr) || network.filter(Cidr::isNetwork).isPresent(),
                path,
                "be an " + (ipv4 ? "IPv4" : "IPv6") + " network",
                Checks.quoted(cidr),
                network.map(parsed -> "Write \"" + parsed.network() + "\" for the whole network, or \""
                                + parsed.address() + (ipv4 ? "/32" : "/128") + "\" for the one address.")
                        .orElse("Write it as in \"" + (ipv4 ? "203.0.113.0/24" : "2001:db8::/32") + "\"."));
    }
}
