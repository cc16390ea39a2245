package dev.alb.dns;

import dev.alb.terraform.Checks;
import dev.alb.terraform.ResourceAttributes;
import dev.alb.terraform.Timeouts;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can be set on a name for a load balancer, in the names of {@code aws_route53_record}.
 *
 * <p>Without a routing policy the record is the one answer for its name. With one it is one of several, see
 * {@code asOneOf}. IP-based and geoproximity routing are no choices: they need resources that have no place here. AWS
 * takes no multivalue answers for aliases.
 *
 * @param zoneId the Route 53 zone that the name belongs to
 * @param name the whole name, such as {@code wiki.example.com}; a change replaces the record
 * @param alias what it leads to
 * @param allowOverwrite whether a record that is already there is taken over; default {@code false}
 * @param healthCheckId a health check of Route 53 besides the alias's own
 * @param setIdentifier the record's own name among those of the same name, 1 to 128 characters
 * @param weightedRoutingPolicy shares the requests
 * @param failoverRoutingPolicy a first and a second choice
 * @param latencyRoutingPolicy the nearest region
 * @param geolocationRoutingPolicy the part of the world
 * @param timeouts how long Terraform waits
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-alias.html">AWS:
 *     alias records</a>
 */
@ResourceAttributes
public record AliasRecordAttributes(
        String zoneId,
        String name,
        Alias alias,
        @Nullable Boolean allowOverwrite,
        @Nullable String healthCheckId,
        @Nullable String setIdentifier,
        @Nullable WeightedRoutingPolicy weightedRoutingPolicy,
        @Nullable FailoverRoutingPolicy failoverRoutingPolicy,
        @Nullable LatencyRoutingPolicy latencyRoutingPolicy,
        @Nullable GeolocationRoutingPolicy geolocationRoutingPolicy,
        @Nullable Timeouts timeouts)
        implements AliasRecordAttributesBuilder.With {
    private static final Pattern NAME =
            Pattern.compile("(?:\\*\\.)?(?:(?!-)[A-Za-z0-9_-]{1,63}(?<!-)\\.)+(?!-)[A-Za-z0-9-]{2,63}(?<!-)\\.?");
    private static final int LONGEST_NAME = 254;
    private static final int LONGEST_IDENTIFIER = 128;

    /** Checks the name and the zone's id, and that a policy has what it needs. */
    public AliasRecordAttributes {
        long policies = Stream.of(
                        weightedRoutingPolicy, failoverRoutingPolicy, latencyRoutingPolicy, geolocationRoutingPolicy)
                .filter(Objects::nonNull)
                .count();
        ZoneId.check(Checks.of("alias record"), "zone_id", zoneId)
                .length("name", name, 1, LONGEST_NAME)
                .matches(
                        "name",
                        name,
                        NAME,
                        "be a whole domain name such as wiki.example.com, with a star only as its first label",
                        "Write the name with its domain, without https:// and without a path.")
                .length("set_identifier", setIdentifier, 1, LONGEST_IDENTIFIER)
                .require(
                        policies <= 1,
                        "set_identifier",
                        "come with one routing policy",
                        policies + " policies",
                        "Keep one of the policies.")
                .require(
                        (policies == 0) == (setIdentifier == null),
                        "set_identifier",
                        "be given together with a routing policy, and only then",
                        setIdentifier == null ? "a policy alone" : Checks.quoted(setIdentifier) + " alone",
                        "Name this record among those of the same name, such as \"blue\", and say how it is chosen.")
                .timeouts(timeouts, "create", "update", "delete")
                .done();
    }

    /** The one answer for a name. */
    public static AliasRecordAttributes of(String zoneId, String name, Alias alias) {
        return AliasRecordAttributesBuilder.builder()
                .zoneId(zoneId)
                .name(name)
                .alias(alias)
                .build();
    }

    /**
     * One of several answers for the name, chosen by weight.
     *
     * @param identifier tells it apart from the others
     */
    public AliasRecordAttributes asOneOf(String identifier, WeightedRoutingPolicy policy) {
        return with(record -> record.setIdentifier(identifier).weightedRoutingPolicy(policy));
    }

    /**
     * The first or the second choice for the name.
     *
     * @param identifier tells it apart from the other
     */
    public AliasRecordAttributes asOneOf(String identifier, FailoverRoutingPolicy policy) {
        return with(record -> record.setIdentifier(identifier).failoverRoutingPolicy(policy));
    }

    /**
     * One of several answers for the name, for the clients nearest to it.
     *
     * @param identifier tells it apart from the others
     */
    public AliasRecordAttributes asOneOf(String identifier, LatencyRoutingPolicy policy) {
        return with(record -> record.setIdentifier(identifier).latencyRoutingPolicy(policy));
    }

    /**
     * One of several answers for the name, for the clients of one part of the world.
     *
     * @param identifier tells it apart from the others
     */
    public AliasRecordAttributes asOneOf(String identifier, GeolocationRoutingPolicy policy) {
        return with(record -> record.setIdentifier(identifier).geolocationRoutingPolicy(policy));
    }
}
