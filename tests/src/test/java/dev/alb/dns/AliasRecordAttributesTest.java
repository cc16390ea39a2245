package dev.alb.dns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.Refused;
import dev.alb.terraform.Timeouts;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasRecordAttributesTest {
    private static final String ZONE = "Z0123456789ABC";
    private static final Alias ALIAS = Alias.of("wiki-1.eu-central-1.elb.amazonaws.com", "Z215JYRZR1TBD5");
    private static final Map<String, Object> RENDERED_ALIAS = Map.of(
            "name", "wiki-1.eu-central-1.elb.amazonaws.com",
            "zone_id", "Z215JYRZR1TBD5",
            "evaluate_target_health", true);

    @Test
    void leads_to_healthy_load_balancers_only() {
        assertEquals(
                Map.of("zone_id", ZONE, "name", "wiki.example.com", "alias", RENDERED_ALIAS), Attributes.of(wiki()));
    }

    @Test
    void renders_what_is_set_besides() {
        AliasRecordAttributes attributes = wiki().withAllowOverwrite(true)
                .withHealthCheckId("check")
                .withAlias(ALIAS.withEvaluateTargetHealth(false))
                .withTimeouts(new Timeouts(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(3)));
        Map<String, Object> rendered = Attributes.of(attributes);
        assertEquals(true, rendered.get("allow_overwrite"));
        assertEquals("check", rendered.get("health_check_id"));
        assertEquals(false, ((Map<?, ?>) rendered.get("alias")).get("evaluate_target_health"));
        assertEquals(Map.of("create", "60s", "update", "120s", "delete", "180s"), rendered.get("timeouts"));
    }

    @Test
    void shares_requests_by_weight() {
        Map<String, Object> rendered = Attributes.of(wiki().asOneOf("blue", new WeightedRoutingPolicy(10)));
        assertEquals("blue", rendered.get("set_identifier"));
        assertEquals(Map.of("weight", 10), rendered.get("weighted_routing_policy"));
    }

    @Test
    void fails_over() {
        FailoverRoutingPolicy secondary = new FailoverRoutingPolicy(FailoverRoutingPolicy.Role.SECONDARY);
        assertEquals(
                Map.of("type", "SECONDARY"),
                Attributes.of(wiki().asOneOf("spare", secondary)).get("failover_routing_policy"));
    }

    @Test
    void answers_from_the_nearest_region() {
        assertEquals(
                Map.of("region", "eu-central-1"),
                Attributes.of(wiki().asOneOf("eu", new LatencyRoutingPolicy("eu-central-1")))
                        .get("latency_routing_policy"));
    }

    @Test
    void answers_a_part_of_the_world() {
        assertEquals(
                Map.of("continent", "EU"),
                Attributes.of(wiki().asOneOf("eu", GeolocationRoutingPolicy.continent("EU")))
                        .get("geolocation_routing_policy"));
        assertEquals(
                Map.of("country", "US", "subdivision", "CA"),
                Attributes.of(new GeolocationRoutingPolicy(null, "US", "CA")));
        assertEquals(Map.of("country", "*"), Attributes.of(GeolocationRoutingPolicy.everywhereElse()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wiki.example.com", "example.com", "*.example.com", "wiki.example.com.", "a_b.example.com"})
    void takes_whole_names(String name) {
        assertEquals(name, AliasRecordAttributes.of(ZONE, name, ALIAS).name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"wiki", "https://wiki.example.com", "wiki.example.com/wiki", "a.*.example.com", "-a.example.com"
            })
    void refuses_what_is_no_whole_name(String name) {
        Refused.with("""
                name must be a whole domain name such as wiki.example.com, with a star only as its first label, got "%s"
                  Write the name with its domain, without https:// and without a path.
                """.formatted(name), () -> AliasRecordAttributes.of(ZONE, name, ALIAS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hostedzone/Z0123456789ABC", "example.com", "z0123456789abc", "Z"})
    void refuses_what_is_no_zone(String zone) {
        String rule = "zone_id must be the id of a Route 53 zone, such as Z0123456789ABC, got \"" + zone + "\"\n"
                + "  Copy the id that begins with Z, without /hostedzone/ in front.";
        Refused.with(rule, () -> AliasRecordAttributes.of(zone, "wiki.example.com", ALIAS));
        Refused.with("alias." + rule, () -> Alias.of("wiki.elb.amazonaws.com", zone));
    }

    @Test
    void wants_a_name_for_one_of_several_answers() {
        Refused.with("""
                set_identifier must be given together with a routing policy, and only then, got a policy alone
                  Name this record among those of the same name, such as "blue", and say how it is chosen.
                """, () -> wiki().withWeightedRoutingPolicy(new WeightedRoutingPolicy(1)));
        Refused.with("""
                set_identifier must be given together with a routing policy, and only then, got "blue" alone
                  Name this record among those of the same name, such as "blue", and say how it is chosen.
                """, () -> wiki().withSetIdentifier("blue"));
    }

    @Test
    void refuses_two_policies() {
        AliasRecordAttributes weighted = wiki().asOneOf("blue", new WeightedRoutingPolicy(1));
        Refused.with(
                "set_identifier must come with one routing policy, got 2 policies\n  Keep one of the policies.",
                () -> weighted.withLatencyRoutingPolicy(new LatencyRoutingPolicy("eu-central-1")));
    }

    @Test
    void refuses_a_long_identifier() {
        String identifier = "b".repeat(129);
        Refused.with(
                "set_identifier must have 1 to 128 characters, got \"" + identifier
                        + "\" (129)\n  Give a text of that length.",
                () -> wiki().asOneOf(identifier, new WeightedRoutingPolicy(1)));
    }

    @Test
    void refuses_weights_that_route_53_does_not_know() {
        Refused.with(
                "weighted_routing_policy.weight must be between 0 and 255, got 256\n"
                        + "  Choose a number from 0 to 255.",
                () -> new WeightedRoutingPolicy(256));
        Refused.with(
                "weighted_routing_policy.weight must be between 0 and 255, got -1\n"
                        + "  Choose a number from 0 to 255.",
                () -> new WeightedRoutingPolicy(-1));
    }

    @Test
    void refuses_a_zone_of_a_region() {
        Refused.with(
                "latency_routing_policy.region must be a region such as eu-central-1, got \"eu-central-1a\"\n"
                        + "  Name the region of the load balancer.",
                () -> new LatencyRoutingPolicy("eu-central-1a"));
    }

    @Test
    void wants_either_a_continent_or_a_country() {
        String rule = "geolocation_routing_policy.continent must be given, or country instead of it, got ";
        String fix = "\n  Name either a continent or a country.";
        Refused.with(rule + "neither" + fix, () -> new GeolocationRoutingPolicy(null, null, null));
        Refused.with(rule + "both" + fix, () -> new GeolocationRoutingPolicy("EU", "DE", null));
    }

    @Test
    void knows_the_codes_of_places() {
        Refused.with(
                "geolocation_routing_policy.continent must be AF, AN, AS, EU, OC, NA or SA, got \"Europe\"\n"
                        + "  Use the code of a continent.",
                () -> GeolocationRoutingPolicy.continent("Europe"));
        Refused.with(
                "geolocation_routing_policy.country must be two capital letters or *, got \"Germany\"\n"
                        + "  Use a code of ISO 3166-1, such as \"DE\".",
                () -> GeolocationRoutingPolicy.country("Germany"));
        Refused.with(
                "geolocation_routing_policy.subdivision must be one to three capital letters or digits, got \"Texas\"\n"
                        + "  Use the code of a state, such as \"CA\".",
                () -> new GeolocationRoutingPolicy(null, "US", "Texas"));
        Refused.with(
                "geolocation_routing_policy.subdivision must be given for the country US or UA only, got \"DE\"\n"
                        + "  Leave it out, or name one of these countries.",
                () -> new GeolocationRoutingPolicy(null, "DE", "BY"));
    }

    private static AliasRecordAttributes wiki() {
        return AliasRecordAttributes.of(ZONE, "wiki.example.com", ALIAS);
    }
}
