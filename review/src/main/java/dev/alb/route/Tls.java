package dev.alb.route;

import dev.alb.routing.Answer;
import dev.alb.topology.Listener;
import java.util.List;
import java.util.Optional;

/**
 * How a connection is encrypted.
 *
 * @param certificates what is served: one, or several of which the load balancer takes the best that the client
 *     understands, or those of which one is served if it can't be told which
 * @param covers whether the host is in the certificate that is served
 * @param mutual whether the client has to show a certificate as well: {@code off}, {@code verify}, {@code passthrough}
 * @param trustStore where the certificates of clients are looked up; empty if nowhere
 */
public record Tls(List<String> certificates, Answer covers, String mutual, String trustStore) {
    private static final String ADDRESS = "[0-9.]+|\\[.*]|.*:.*";

    /** Copies the list. */
    public Tls {
        certificates = List.copyOf(certificates);
    }

    static Tls of(Listener listener, String host) {
        List<Certificate> all =
                listener.certificates().stream().map(Certificate::of).distinct().toList();
        String mutual = listener.definition()
                .map(one -> one.values().block("mutual_authentication"))
                .map(block -> block.at("mode").text(block.isUnknown() ? "(known after apply)" : "off"))
                .orElse("off");
        String trustStore = mutual.equals("verify")
                ? listener.definition()
                        .map(one -> one.values().block("mutual_authentication").at("trust_store_arn"))
                        .map(arn -> arn.references().isEmpty()
                                ? arn.text("(known after apply)")
                                : arn.references().get(0))
                        .orElse("")
                : "";
        return served(all, host, mutual, trustStore);
    }

    /** The default certificate is for those who name no host, and for hosts that no certificate has. */
    private static Tls served(List<Certificate> all, String host, String mutual, String trustStore) {
        Optional<Certificate> byDefault = all.stream().findFirst();
        List<Certificate> fitting = all.stream().filter(one -> one.covers(host)).toList();
        List<Certificate> unknown = all.stream().filter(one -> !one.isKnown()).toList();
        if (byDefault.isEmpty() || host.matches(ADDRESS)) {
            Answer covers = byDefault.isPresent() ? Answer.NO : Answer.CANNOT_TELL;
            return new Tls(byDefault.map(Certificate::name).stream().toList(), covers, mutual, trustStore);
        }
        if (!fitting.isEmpty()) {
            return new Tls(names(fitting), Answer.YES, mutual, trustStore);
        }
        if (unknown.isEmpty()) {
            return new Tls(List.of(byDefault.get().name()), Answer.NO, mutual, trustStore);
        }
        List<Certificate> possible = all.stream()
                .filter(one -> one.equals(byDefault.get()) || unknown.contains(one))
                .toList();
        return new Tls(names(possible), Answer.CANNOT_TELL, mutual, trustStore);
    }

    private static List<String> names(List<Certificate> certificates) {
        return certificates.stream().map(Certificate::name).toList();
    }
}
