package dev.alb.topology;

import dev.alb.routing.RoutingTable;
import dev.alb.routing.Rule;
import dev.alb.snapshot.Link;
import dev.alb.snapshot.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A listener with its rules.
 *
 * @param name its address, or its ARN where nothing but rules on it is known
 * @param resource the listener, or the data source that has found it; {@code null} if only rules on it are known
 * @param loadBalancer its load balancer
 * @param table what it does with a request; its rules have their addresses as names
 * @param rules the rules by their addresses
 * @param certificates the default one first; empty for HTTP
 */
public record Listener(
        String name,
        @Nullable Resource resource,
        Link loadBalancer,
        RoutingTable table,
        Map<String, Resource> rules,
        List<Link> certificates) {

    /** The listener itself; none if it belongs to somebody else. */
    public Optional<Resource> definition() {
        return Optional.ofNullable(resource).filter(one -> !one.isData());
    }

    /** Whether all its rules are known; those of somebody else's listener are not. */
    public boolean isWhole() {
        return definition().isPresent();
    }

    /** Its rules, without those of which it can't be told before the apply whether they are its own. */
    public List<Rule> ownRules() {
        return table.rules().stream()
                .filter(rule -> !FloatingRules.isInDoubt(rule))
                .toList();
    }

    /** Whether it can't be told before the apply whether a rule is its own. */
    public boolean isInDoubt(String rule) {
        return table.rules().stream().anyMatch(one -> one.name().equals(rule) && FloatingRules.isInDoubt(one));
    }

    /** {@code HTTP} or {@code HTTPS}; none if it is not known. */
    public Optional<String> protocol() {
        return Optional.ofNullable(resource).flatMap(one -> one.at("protocol").text());
    }

    /** The port; none if it is not known. */
    public OptionalInt port() {
        return resource == null ? OptionalInt.empty() : resource.at("port").number();
    }

    /** Whether it takes HTTPS; not if that is not known. */
    public boolean isHttps() {
        return protocol().filter("HTTPS"::equals).isPresent();
    }

    /** How a person tells it from others: protocol and port, as far as they are known. */
    public String title() {
        String port = port().isPresent() ? String.valueOf(port().getAsInt()) : "";
        return (protocol().orElse("") + " " + port).strip();
    }
}
