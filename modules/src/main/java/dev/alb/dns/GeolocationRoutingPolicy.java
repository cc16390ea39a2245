package dev.alb.dns;

import dev.alb.terraform.Checks;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers clients of one part of the world.
 *
 * @param continent AF, AN, AS, EU, OC, NA or SA; instead of {@code country}
 * @param country two letters of ISO 3166-1, or a star for clients that no other record is for
 * @param subdivision a state of the United States, or a region of Ukraine, besides the country
 */
public record GeolocationRoutingPolicy(
        @Nullable String continent,
        @Nullable String country,
        @Nullable String subdivision) {
    private static final Pattern CONTINENT = Pattern.compile("AF|AN|AS|EU|OC|NA|SA");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}|\\*");
    private static final Pattern SUBDIVISION = Pattern.compile("[A-Z0-9]{1,3}");
    private static final Pattern DIVIDED = Pattern.compile("US|UA");

    /** Checks the codes, and which of them go together. */
    public GeolocationRoutingPolicy {
        Checks checks = Checks.of("geolocation routing")
                .require(
                        (continent == null) != (country == null),
                        "geolocation_routing_policy.continent",
                        "be given, or country instead of it",
                        continent == null ? "neither" : "both",
                        "Name either a continent or a country.")
                .matches(
                        "geolocation_routing_policy.continent",
                        continent,
                        CONTINENT,
                        "be AF, AN, AS, EU, OC, NA or SA",
                        "Use the code of a continent.")
                .matches(
                        "geolocation_routing_policy.country",
                        country,
                        COUNTRY,
                        "be two capital letters or *",
                        "Use a code of ISO 3166-1, such as \"DE\".")
                .matches(
                        "geolocation_routing_policy.subdivision",
                        subdivision,
                        SUBDIVISION,
                        "be one to three capital letters or digits",
                        "Use the code of a state, such as \"CA\".");
        checkDivided(checks, country, subdivision);
        checks.done();
    }

    /** Clients of a continent. */
    public static GeolocationRoutingPolicy continent(String code) {
        return new GeolocationRoutingPolicy(code, null, null);
    }

    /** Clients of a country. */
    public static GeolocationRoutingPolicy country(String code) {
        return new GeolocationRoutingPolicy(null, code, null);
    }

    /** Clients that no other record is for. */
    public static GeolocationRoutingPolicy everywhereElse() {
        return country("*");
    }

    private static void checkDivided(Checks checks, @Nullable String country, @Nullable String subdivision) {
        if (subdivision != null) {
            checks.require(
                    country != null && DIVIDED.matcher(country).matches(),
                    "geolocation_routing_policy.subdivision",
                    "be given for the country US or UA only",
                    Checks.quoted(country),
                    "Leave it out, or name one of these countries.");
        }
    }
}
