package dev.alb.sandbox.provider;

import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.services.CertificateDomains;
import dev.alb.sandbox.values.Value;

/** Completes what Terraform proposes to what the provider plans: defaults, and what only AWS will know. */
final class Planner {
    private final ResourceType type;
    private final Caller caller;

    Planner(ResourceType type, Caller caller) {
        this.type = type;
        this.caller = caller;
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
            known = known.with("region", Value.text(caller.region()));
        }
        if (type.block().attributes().containsKey("tags_all")) {
            known = known.with("tags_all", caller.allTags(known.get("tags")));
        }
        return type.name().equals("aws_acm_certificate") ? CertificateDomains.plan(known) : known;
    }
}
