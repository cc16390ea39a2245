package dev.alb.route;

import dev.alb.snapshot.Link;
import dev.alb.snapshot.Resource;
import dev.alb.snapshot.Value;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A certificate of a listener.
 *
 * @param name its address or ARN
 * @param hosts the names in it; a star stands for one label
 * @param isKnown whether these are all
 */
record Certificate(String name, List<String> hosts, boolean isKnown) {

    static Certificate of(Link link) {
        if (link.target().isEmpty()) {
            return new Certificate(link.name(), List.of(), false);
        }
        Resource resource = link.target().get();
        Value main = resource.at(resource.isData() ? "domain" : "domain_name");
        Value others = resource.at("subject_alternative_names");
        List<String> hosts = Stream.concat(main.text().stream(), others.texts().stream())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        // A data source tells the main name alone.
        boolean isKnown = !resource.isData()
                && main.text().isPresent()
                && (!others.isPartlyUnknown() || !others.references().isEmpty() || isOnlyComputed(others));
        return new Certificate(resource.address(), hosts, isKnown);
    }

    /** AWS adds the main name to a list that isn't given, so that Terraform learns it in the apply. */
    private static boolean isOnlyComputed(Value others) {
        return others.isUnknown() && others.references().isEmpty();
    }

    /** Whether a name is in it. */
    boolean covers(String host) {
        return hosts.stream().anyMatch(name -> name.equals(host) || isWildcardOf(name, host));
    }

    private static boolean isWildcardOf(String name, String host) {
        int dot = host.indexOf('.');
        return name.startsWith("*.") && dot > 0 && host.substring(dot).equals(name.substring(1));
    }
}
