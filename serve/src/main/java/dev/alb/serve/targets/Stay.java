package dev.alb.serve.targets;

import dev.alb.routing.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * With what one client stays: what its cookies say, and what they will say after this request. Belongs to one request, and so to
 * one thread.
 */
final class Stay {
    private final Outcome.Forward forward;
    private final Map<String, String> cookies;
    private final Seal seal;
    private final Instant now;
    private final Map<BondCookie, List<Bond>> read = new EnumMap<>(BondCookie.class);

    Stay(Outcome.Forward forward, Map<String, String> cookies, Seal seal, Instant now) {
        this.forward = forward;
        this.cookies = cookies;
        this.seal = seal;
        this.now = now;
    }

    /** The target group that the client is bound to, among those that the request may be forwarded to. */
    Optional<String> group() {
        return groupStickiness()
                .flatMap(duration -> bonds(BondCookie.GROUP).stream()
                        .filter(bond -> bond.holds(duration, now))
                        .map(Bond::group)
                        .filter(group -> forward.targetGroups().stream()
                                .anyMatch(share -> share.targetGroup().equals(group)))
                        .findFirst());
    }

    /** The target that the client is bound to, whether or not it may get requests. */
    Optional<TargetInstance> target(TargetPool pool) {
        return pool.settings()
                .stickiness()
                .flatMap(stickiness -> bond(pool, stickiness))
                .flatMap(bond -> pool.target(bond.target(), bond.port()));
    }

    private Optional<Bond> bond(TargetPool pool, Stickiness stickiness) {
        // Without the application's own cookie there is no session of which to be a part.
        if (stickiness instanceof Stickiness.AppCookie app && !cookies.containsKey(app.name())) {
            return Optional.empty();
        }
        return bonds(cookie(stickiness)).stream()
                .filter(bond -> bond.group().equals(pool.address()))
                .filter(bond -> bond.holds(stickiness.duration(), now))
                .findFirst();
    }

    List<String> withGroup(TargetPool pool) {
        return groupStickiness().isPresent() ? renewed(BondCookie.GROUP, Bond.to(pool, now)) : List.of();
    }

    List<String> withTarget(TargetPool pool, TargetInstance target, List<String> fromTarget) {
        Optional<Stickiness> stickiness = pool.settings()
                .stickiness()
                .filter(one -> !(one instanceof Stickiness.AppCookie app)
                        || bond(pool, app).isPresent()
                        || fromTarget.stream().anyMatch(cookie -> isNamed(app.name(), cookie)));
        return stickiness
                .map(one -> renewed(cookie(one), Bond.to(pool, target, now)))
                .orElse(List.of());
    }

    /** One cookie holds the bonds to all target groups: there is just one name for it. */
    private List<String> renewed(BondCookie cookie, Bond bond) {
        return cookie.write(Bond.with(bonds(cookie), bond), seal, now);
    }

    private List<Bond> bonds(BondCookie cookie) {
        return read.computeIfAbsent(cookie, one -> one.read(cookies, seal));
    }

    private static boolean isNamed(String name, String setCookie) {
        int end = setCookie.indexOf('=');
        return end >= 0 && setCookie.substring(0, end).strip().equals(name);
    }

    private static BondCookie cookie(Stickiness stickiness) {
        return stickiness instanceof Stickiness.AppCookie ? BondCookie.APPLICATION : BondCookie.TARGET;
    }

    private Optional<Duration> groupStickiness() {
        return Optional.ofNullable(forward.stickiness())
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)));
    }
}
