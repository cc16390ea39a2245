package dev.alb.dns;

import dev.alb.terraform.Checks;
import java.util.regex.Pattern;

/** The form of the id of a Route 53 zone, the same wherever one is given. */
final class ZoneId {
    private static final Pattern FORM = Pattern.compile("Z[0-9A-Z]{1,31}");

    private ZoneId() {}

    static Checks check(Checks checks, String path, String zoneId) {
        return checks.matches(
                path,
                zoneId,
                FORM,
                "be the id of a Route 53 zone, such as Z0123456789ABC",
                "Copy the id that begins with Z, without /hostedzone/ in front.");
    }
}
