package dev.alb.serve.proxy;

import dev.alb.serve.tls.LocalAuthority;
import dev.alb.serve.tls.ServerCertificate;
import dev.alb.snapshot.Link;
import dev.alb.snapshot.Resource;
import dev.alb.topology.Listener;
import dev.alb.topology.Topology;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the certificates that stand for those of AWS, and keeps them as long as they name the same hosts. */
final class CertificateShop {
    private static final String NOBODYS = "(no certificate)";

    private final LocalAuthority authority;
    private final InstantSource clock;
    private final Map<List<Object>, ServerCertificate> made = new HashMap<>();

    CertificateShop(LocalAuthority authority, InstantSource clock) {
        this.authority = authority;
        this.clock = clock;
    }

    /** Those of a listener, the default one first. Where the names in one are not known, it has those of DNS. */
    List<ServerCertificate> of(Listener listener, Topology topology, Resource loadBalancer) {
        List<ServerCertificate> certificates = new ArrayList<>();
        for (Link link : listener.certificates()) {
            List<String> hosts = link.target().map(CertificateShop::hosts).orElse(List.of());
            certificates.add(certificate(link.name(), hosts.isEmpty() ? topology.hosts(loadBalancer) : hosts));
        }
        if (certificates.isEmpty()) {
            certificates.add(certificate(NOBODYS, topology.hosts(loadBalancer)));
        }
        return certificates;
    }

    private ServerCertificate certificate(String name, List<String> hosts) {
        return made.computeIfAbsent(List.of(name, hosts), key -> authority.issue(name, hosts, clock.instant()));
    }

    private static List<String> hosts(Resource certificate) {
        return Stream.concat(
                        certificate.at(certificate.isData() ? "domain" : "domain_name").text().stream(),
                        certificate.at("subject_alternative_names").texts().stream())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
