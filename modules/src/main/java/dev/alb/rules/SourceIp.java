package dev.alb.rules;

import dev.alb.terraform.Checks;
import dev.alb.terraform.Cidr;
import dev.alb.terraform.Text;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The address that a connection comes from, which is a proxy's if there is one in front.
 *
 * @param values networks in CIDR notation, IPv4 or IPv6
 */
public record SourceIp(List<String> values) implements Condition {
    private static final List<Cidr> EVERYTHING = Stream.of("0.0.0.0/0", "::/0")
            .flatMap(c -> Cidr.ofNetwork(c).stream())
            .toList();

    private static final String NOBODY = "255.255.255.255/32";

    /** Checks the notation of the networks. */
    public SourceIp {
        values = List.copyOf(values);
        Checks checks = Checks.of("source address condition");
        TextChecks.checkGiven(checks, "source_ip.values", values);
        values.stream()
                .filter(Predicate.not(Text::isReference))
                .filter(Predicate.not(Negation::isIn))
                .forEach(value -> checkNetwork(checks, value));
        Negation.check(checks, "source_ip.values", values);
        checks.done();
    }

    @Override
    public String kind() {
        return "source_ip";
    }

    @Override
    public int valueCount() {
        return values.size();
    }

    @Override
    public int wildcards() {
        return 0;
    }

    @Override
    public boolean isImpliedBy(List<Condition> conditions) {
        return Condition.only(SourceIp.class, conditions).map(this::covers).orElse(takesAll());
    }

    @Override
    public Overlap overlap(List<Condition> conditions) {
        return Condition.only(SourceIp.class, conditions).map(this::overlap).orElse(Overlap.POSSIBLE);
    }

    private boolean covers(SourceIp other) {
        return takesAll()
                || (values.containsAll(other.later())
                        && other.networks().stream().allMatch(n -> n.isCoveredBy(networks())));
    }

    private Overlap overlap(SourceIp other) {
        if (later().stream().anyMatch(other.values::contains)
                || networks().stream().anyMatch(n -> other.networks().stream().anyMatch(n::overlaps))) {
            return Overlap.POSSIBLE;
        }
        return later().isEmpty() && other.later().isEmpty() ? Overlap.NEVER : Overlap.KNOWN_LATER;
    }

    private boolean takesAll() {
        return EVERYTHING.stream().allMatch(n -> n.isCoveredBy(networks()));
    }

    private List<Cidr> networks() {
        return values.stream().flatMap(v -> Cidr.ofNetwork(v).stream()).toList();
    }

    private List<String> later() {
        return values.stream().filter(Text::isReference).toList();
    }

    private static void checkNetwork(Checks checks, String value) {
        checks.require(
                Cidr.ofNetwork(value).filter(Cidr::isNetwork).isPresent(),
                "source_ip.values",
                "be a network in CIDR notation, with no bits set behind its prefix",
                Checks.quoted(value),
                "Write it as in \"10.0.0.0/8\", and one address as in \"192.0.2.7/32\".");
        checks.require(
                !value.equals(NOBODY),
                "source_ip.values",
                "be another network than 255.255.255.255/32",
                Checks.quoted(value),
                "AWS refuses it: name a network that clients come from.");
    }
}
