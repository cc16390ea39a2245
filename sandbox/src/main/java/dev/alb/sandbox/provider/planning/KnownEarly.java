package dev.alb.sandbox.provider.planning;

import dev.alb.sandbox.services.CertificateDomains;
import dev.alb.sandbox.values.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the provider works out of a plan itself, so that it is known before AWS is asked. */
final class KnownEarly {
    private static final String OTHER_DOMAINS = "subject_alternative_names";

    private static final Map<String, UnaryOperator<Value.Mapping>> RULES =
            Map.of("aws_acm_certificate", certificate -> CertificateDomains.plan(withItsOwnDomain(certificate)));

    private KnownEarly() {}

    static Value.Mapping in(String type, Value.Mapping planned) {
        return RULES.getOrDefault(type, UnaryOperator.identity()).apply(planned);
    }

    /** AWS adds the domain to the further names, so the plan does. */
    private static Value.Mapping withItsOwnDomain(Value.Mapping certificate) {
        Value domain = certificate.get("domain_name");
        Value others = certificate.get(OTHER_DOMAINS);
        if (!(domain instanceof Value.Text) || others.isUnknown() && !isRequested(certificate)) {
            return certificate;
        }
        List<Value> all = new ArrayList<>(others.elements());
        if (!all.contains(domain)) {
            all.add(domain);
        }
        return certificate.with(OTHER_DOMAINS, new Value.SetOf(all));
    }

    /** What is imported names its domains itself. */
    private static boolean isRequested(Value.Mapping certificate) {
        return certificate.get("private_key").isNull();
    }
}
