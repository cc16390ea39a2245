package dev.alb.listeners;

import dev.alb.terraform.CrossCheck;
import dev.alb.terraform.Inventory;
import dev.alb.terraform.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is checked of further certificates when the whole app is known. */
enum CertificateRules implements CrossCheck {
    /** Terraform would make two resources of what is one in AWS, and the first to go takes the other one along. */
    ONCE_PER_LISTENER {
        @Override
        public List<Violation> violations(Inventory inventory) {
            Map<List<String>, ListenerCertificate> first = new LinkedHashMap<>();
            return inventory.all(ListenerCertificate.class).stream()
                    .filter(certificate -> first.putIfAbsent(pair(certificate), certificate) != null)
                    .map(certificate -> repeated(certificate, first.get(pair(certificate))))
                    .toList();
        }
    },
    /** A warning, since AWS raises this quota on request. */
    CERTIFICATE_QUOTA {
        @Override
        public List<Violation> violations(Inventory inventory) {
            return inventory.all(ListenerCertificate.class).stream()
                    .collect(Collectors.groupingBy(
                            certificate -> loadBalancer(certificate, inventory),
                            LinkedHashMap::new,
                            Collectors.toList()))
                    .values()
                    .stream()
                    .filter(certificates -> certificates.size() > MOST_CERTIFICATES)
                    .map(CertificateRules::tooMany)
                    .toList();
        }
    };

    private static final int MOST_CERTIFICATES = 25;

    private static List<String> pair(ListenerCertificate certificate) {
        ListenerCertificateAttributes attributes = certificate.attributes();
        return List.of(attributes.listenerArn(), attributes.certificateArn());
    }

    /** The load balancer's ARN, or the listener's as long as nobody knows whose it is. */
    private static String loadBalancer(ListenerCertificate certificate, Inventory inventory) {
        String listenerArn = certificate.attributes().listenerArn();
        return inventory
                .find(Listener.class, listenerArn)
                .map(listener -> listener.attributes().loadBalancerArn())
                .orElse(listenerArn);
    }

    private static Violation repeated(ListenerCertificate certificate, ListenerCertificate first) {
        return Violation.at(
                certificate.address(),
                "certificate_arn",
                "be one that its listener has not got yet",
                "that of " + first.address(),
                "Take one of the two out.");
    }

    private static Violation tooMany(List<ListenerCertificate> certificates) {
        return Violation.at(
                        certificates.get(MOST_CERTIFICATES).address(),
                        "listener_arn",
                        "belong to a load balancer within AWS's usual quota of " + MOST_CERTIFICATES
                                + " certificates besides the default ones",
                        certificates.size() + " certificates",
                        "Use wildcards or several names on one certificate, unless AWS has raised the quota.")
                .asWarning();
    }
}
