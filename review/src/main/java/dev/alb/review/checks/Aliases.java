package dev.alb.review.checks;

import dev.alb.snapshot.Resource;
import dev.alb.snapshot.Snapshot;
import dev.alb.snapshot.Value;
import java.util.List;
import java.util.Locale;

/** The records that lead to a load balancer, as an alias or as a CNAME. */
final class Aliases {
    private Aliases() {}

    /** The records of a load balancer whose DNS name is known. */
    static List<Resource> of(Snapshot snapshot, Value loadBalancer) {
        String name = plain(loadBalancer.at("dns_name").text(""));
        return snapshot.ofType("aws_route53_record").stream()
                .filter(record -> !name.isEmpty() && leadsTo(record, name))
                .toList();
    }

    private static boolean leadsTo(Resource record, String name) {
        return plain(record.values().block("alias").at("name").text("")).equals(name)
                || record.at("records").texts().stream()
                        .anyMatch(text -> plain(text).equals(name));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("^dualstack[.]", "").replaceFirst("[.]$", "");
    }
}
