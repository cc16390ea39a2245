package dev.alb.serve.tls;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The versions of TLS of a security policy of AWS.
 *
 * @param policy its name; empty for the one that AWS takes where a listener names none
 */
public record PolicyProtocols(String policy) {
    private static final List<String> VERSIONS = List.of("TLSv1", "TLSv1.1", "TLSv1.2", "TLSv1.3");
    /** Of Java, which has them but refuses them. */
    private static final List<String> OLD = List.of("TLSv1", "TLSv1.1");

    private static final Pattern LOWEST = Pattern.compile("-1-([0-3])(?:-|$)");
    private static final int LAST_BEFORE_13 = 2;
    private static final int LAST = 3;

    /** The versions that AWS takes, the lowest first. */
    public List<String> versions() {
        Matcher matcher = LOWEST.matcher(policy);
        int lowest = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        int highest = policy.contains("TLS13") ? LAST : LAST_BEFORE_13;
        return VERSIONS.subList(Math.min(lowest, highest), highest + 1);
    }

    /** Those of them that are served here. */
    public Set<String> served() {
        Set<String> served = new LinkedHashSet<>(versions());
        OLD.forEach(served::remove);
        return served;
    }

    /** Those of them that nobody here can speak. */
    public List<String> notServed() {
        List<String> rest = new ArrayList<>(versions());
        rest.retainAll(OLD);
        return rest;
    }
}
