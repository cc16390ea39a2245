package dev.alb.verify.checks;

import dev.alb.verify.Check;
import dev.alb.verify.Result;
import dev.alb.verify.TlsRange;
import dev.alb.verify.probes.Entrance;
import dev.alb.verify.probes.Tls;
import dev.alb.verify.probes.TlsVersion;
import dev.alb.verify.probes.Unreachable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The listener takes the versions of TLS that its policy says, and no other. */
final class TlsVersionsCheck implements Check {
    private final Entrance entrance;
    private final Optional<TlsRange> range;
    private final Tls tls;

    /**
     * The check.
     *
     * @param range what must be so; empty where somebody else decides, and then only what nobody should take is refused
     */
    TlsVersionsCheck(Entrance entrance, Optional<TlsRange> range, Tls tls) {
        this.entrance = entrance;
        this.range = range;
        this.tls = tls;
    }

    @Override
    public String id() {
        return "tls-versions";
    }

    @Override
    public String claim() {
        return "TLS is spoken in the versions of ssl_policy";
    }

    @Override
    public Result result() throws Unreachable {
        List<TlsVersion> taken = new ArrayList<>();
        for (TlsVersion version : TlsVersion.values()) {
            if (tls.takes(entrance, version)) {
                taken.add(version);
            }
        }
        return range.map(all -> compared(all, taken)).orElseGet(() -> ofSomebody(taken));
    }

    private static Result compared(TlsRange range, List<TlsVersion> taken) {
        List<TlsVersion> tooMany =
                taken.stream().filter(range.refused()::contains).toList();
        List<TlsVersion> missing = range.taken().stream()
                .filter(version -> !taken.contains(version))
                .toList();
        if (tooMany.isEmpty() && missing.isEmpty()) {
            return Result.passed(
                    "TLS " + list(taken) + (range.refused().isEmpty() ? "" : ", and not " + list(range.refused()))
                            + ", as " + range.policy() + " says.");
        }
        List<String> wrong = new ArrayList<>();
        if (!tooMany.isEmpty()) {
            wrong.add("TLS " + list(tooMany) + " is taken and must be refused");
        }
        if (!missing.isEmpty()) {
            wrong.add("TLS " + list(missing) + " is refused and must be taken");
        }
        return Result.failed(
                String.join("; ", wrong) + ", by " + range.policy() + ".",
                "Look at ssl_policy of the HTTPS listener in AWS, and deploy the site.",
                "If another program ends TLS on the way, such as a proxy or CloudFront, its settings are what is seen.");
    }

    private static Result ofSomebody(List<TlsVersion> taken) {
        List<TlsVersion> old = taken.stream()
                .filter(version -> version.compareTo(TlsVersion.TLS_1_2) < 0)
                .toList();
        if (!old.isEmpty()) {
            return Result.failed(
                    "TLS " + list(old) + " is taken, which RFC 8996 forbids.",
                    "The listener isn't this site's: ask its owner for an ssl_policy with TLS13-1-2 in its name.");
        }
        return taken.isEmpty()
                ? Result.failed("No version of TLS is taken.", "Look at the HTTPS listener; its owner isn't this site.")
                : Result.passed("TLS " + list(taken) + ", and nothing older.");
    }

    private static String list(List<TlsVersion> versions) {
        return versions.stream().map(TlsVersion::toString).collect(Collectors.joining(" and "));
    }
}
