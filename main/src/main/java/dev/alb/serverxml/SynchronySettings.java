package dev.alb.serverxml;

import dev.alb.serverxml.JvmProperty.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Confluence's JVM is told of Synchrony.
 *
 * <p>Where Confluence starts Synchrony itself, {@code synchrony.service.url} has to be missing: it says that there is a
 * cluster elsewhere, and Confluence then starts none.
 *
 * @see <a href="https://confluence.atlassian.com/doc/possible-confluence-and-synchrony-configurations-958779064.html">
 *     Atlassian: Possible Confluence and Synchrony configurations</a>
 * @see <a href="https://confluence.atlassian.com/doc/migrate-from-a-standalone-synchrony-cluster-to-managed-synchrony-958779077.html">
 *     Atlassian: Migrate from a standalone Synchrony cluster to managed Synchrony</a>
 */
final class SynchronySettings {
    private static final int USUAL_PORT = 8091;
    private static final String SERVICE_URL = "synchrony.service.url";
    private static final String PROXY = "synchrony.proxy.enabled";
    private static final String PORT = "synchrony.port";
    private static final String NO_CLUSTER =
            "With it Confluence looks for a Synchrony that somebody else runs, and starts none itself.";

    private final SiteNeeds needs;

    SynchronySettings(SiteNeeds needs) {
        this.needs = needs;
    }

    /** The properties of Confluence's JVM, those that have to be left out among them. */
    List<JvmProperty> properties() {
        return switch (needs.mode()) {
            case MANAGED ->
                List.of(
                        JvmProperty.of(
                                PORT,
                                String.valueOf(needs.synchronyPort()),
                                needs.synchronyPort() == USUAL_PORT ? Need.DEFAULT : Need.REQUIRED,
                                "The load balancer sends Synchrony's requests to this port."),
                        direct(),
                        JvmProperty.leftOut(SERVICE_URL, NO_CLUSTER));
            case STANDALONE ->
                List.of(
                        JvmProperty.of(
                                SERVICE_URL,
                                needs.address().synchronyServiceUrl(),
                                Need.REQUIRED,
                                "By this URL Confluence finds the Synchrony cluster; without it, it starts one of its own."),
                        direct());
            case PROXY ->
                List.of(
                        JvmProperty.of(
                                PROXY,
                                "true",
                                Need.ADVISED,
                                "Confluence tries /synchrony first otherwise, where the load balancer has no Synchrony."),
                        JvmProperty.leftOut(SERVICE_URL, NO_CLUSTER));
        };
    }

    private static JvmProperty direct() {
        return JvmProperty.of(
                PROXY, "false", Need.DEFAULT, "Browsers reach Synchrony by the load balancer, not through Confluence.");
    }

    /** The options of Confluence's JVM. */
    List<String> options() {
        return properties().stream()
                .map(JvmProperty::option)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What one has to know besides. */
    List<String> notes(@Nullable ConfluenceVersion version) {
        List<String> notes = new ArrayList<>();
        switch (needs.mode()) {
            case MANAGED -> {
                notes.add("Leave -D" + SERVICE_URL + " out: with it Confluence looks for a Synchrony that somebody else"
                        + " runs, and starts none itself. Only to a standalone cluster it is told -D" + SERVICE_URL
                        + "="
                        + needs.address().synchronyServiceUrl() + ".");
                if (version != null && !version.managesSynchrony()) {
                    notes.add(
                            "Before 6.12 Confluence Data Center does not start Synchrony; it needs mode: standalone.");
                }
            }
            case STANDALONE ->
                notes.add("Synchrony itself, in start-synchrony: SYNCHRONY_URL is "
                        + needs.address().synchronyUrl() + " (without /v1), and its options have -D" + PORT + "="
                        + needs.synchronyPort() + ".");
            case PROXY ->
                notes.add("Leave -D" + SERVICE_URL + " out: Confluence's internal proxy passes requests on to the"
                        + " Synchrony that Confluence starts.");
        }
        return notes;
    }
}
