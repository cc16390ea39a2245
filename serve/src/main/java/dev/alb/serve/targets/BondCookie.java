package dev.alb.serve.targets;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A cookie in which the load balancer keeps to what a client is bound, under AWS's name for it. */
enum BondCookie {
    TARGET("AWSALB", true),
    APPLICATION("AWSALBAPP-0", false),
    GROUP("AWSALBTG", true);

    private static final Duration AGE = Duration.ofDays(7);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String cookie;
    private final boolean hasTwin;

    BondCookie(String cookie, boolean hasTwin) {
        this.cookie = cookie;
        this.hasTwin = hasTwin;
    }

    /** What the cookies of a request say; nothing, if they were not made here or were changed. */
    List<Bond> read(Map<String, String> cookies, Seal seal) {
        return Stream.of(cookie, twin())
                .flatMap(name -> Optional.ofNullable(cookies.get(name)).stream())
                .flatMap(value -> seal.open(value).stream())
                .findFirst()
                .map(Bond::read)
                .orElse(List.of());
    }

    /** The values of {@code Set-Cookie}; the second cookie, for requests from other origins, says the same. */
    List<String> write(List<Bond> bonds, Seal seal, Instant now) {
        String value = seal.close(Bond.text(bonds));
        String rest = "=" + value + "; Expires=" + DATE.format(now.plus(AGE)) + "; Path=/";
        return hasTwin ? List.of(cookie + rest, twin() + rest + "; SameSite=None; Secure") : List.of(cookie + rest);
    }

    private String twin() {
        return cookie + "CORS";
    }
}
