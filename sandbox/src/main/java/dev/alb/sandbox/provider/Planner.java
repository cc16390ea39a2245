package dev.alb.sandbox.provider;

import dev.alb.sandbox.provider.AwsSchema.ResourceType;

/** Completes what Terraform proposes to what the provider plans: defaults, and what only AWS will know. */
final class Planner {
    private final ResourceType type;
    private final Session session;

    Planner(ResourceType type, Session session) {
        this.type = type;
        this.session = session;
    }

    /** The planned state. A proposal that is null, a destroy, stays null. */
    Value plan(Value proposed) {
        Value planned = type.block().map(proposed, Planner::complete);
        return planned instanceof Value.Mapping mapping ? withWhatIsKnownEarly(mapping) : planned;
    }

    private static Value complete(Attribute attribute, Value.Mapping block) {
        Value value = block.get(attribute.name());
        if (attribute.writeOnly()) {
            return Value.Absent.NULL;
        }
        if (!value.isNull()) {
            return value;
        }
        Value fallback = attribute.defaultValue();
        return fallback.isNull() && attribute.computed() ? Value.Absent.UNKNOWN : fallback;
    }

    private Value withWhatIsKnownEarly(Value.Mapping planned) {
        Value.Mapping known = planned;
        if (known.get("region").isUnknown()) {
            known = known.with("region", Value.text(session.region()));
        }
        if (type.block().attributes().containsKey("tags_all")) {
            known = known.with("tags_all", session.allTags(known.get("tags")));
        }
        return type.name().equals("aws_acm_certificate") ? CertificateDomains.plan(known) : known;
    }
}
