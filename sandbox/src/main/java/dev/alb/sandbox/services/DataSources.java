package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Answers;
import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.values.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers data sources: from the account, by a rule of their own, or with what AWS says to everybody.
 *
 * <p>Where nobody made or declared anything of a type, what a data source asks for is taken for existing; so is what it
 * asks for by id or name, as long as nothing of its type is declared.
 */
final class DataSources {
    private final AwsSchema schema;
    private final Caller caller;
    private final Transaction aws;

    DataSources(AwsSchema schema, Caller caller, Transaction aws) {
        this.schema = schema;
        this.caller = caller;
        this.aws = aws;
    }

    /**
     * All attributes of a data source.
     *
     * @throws LookupFailure if it finds none, or several
     */
    Value.Mapping read(ResourceType source, Value.Mapping config) {
        Value.Mapping asked = withDefaults(source, config);
        Value.Mapping computed = ComputedSources.of(source.name()).compute(asked, caller);
        return source.answers().has("lookup")
                ? look(source, Lookup.of(source), computed)
                : finish(source, computed, Map.of());
    }

    private Value.Mapping look(ResourceType source, Lookup lookup, Value.Mapping asked) {
        ResourceType resource = schema.resource(lookup.in());
        Query query = Query.of(source, resource, lookup, asked);
        List<AwsObject> found = found(resource, lookup, query);
        if (lookup.isPlural()) {
            return finish(source, asked, collected(source, lookup, found));
        }
        if (found.isEmpty()) {
            throw lookup.foundNone(asked);
        }
        if (found.size() > 1) {
            throw lookup.foundSeveral(asked, found.size());
        }
        return finish(source, asked, attributes(source, lookup, found.get(0)));
    }

    private List<AwsObject> found(ResourceType resource, Lookup lookup, Query query) {
        Assumption assumption = new Assumption(resource, caller, aws);
        List<AwsObject> found = new ArrayList<>();
        for (AwsObject object : aws.all(resource.name())) {
            AwsObject described = assumption.isOpen(object)
                    ? assumption.of(object.attributes().entries())
                    : object;
            if (query.fits(described, aws)) {
                found.add(described);
            }
        }
        if (found.isEmpty() && mayExist(resource, query)) {
            for (int copy = 0; copy < lookup.assumed(); copy++) {
                found.add(assumption.of(AssumedIds.in(resource, query.said(), copy, lookup.isPlural())));
            }
        }
        return found.stream().sorted(Comparator.comparing(AwsObject::id)).toList();
    }

    private boolean mayExist(ResourceType resource, Query query) {
        if (aws.knowsAll(resource.name())) {
            return false;
        }
        Value id = query.wanted().getOrDefault("id", Value.Absent.NULL);
        if (!id.isNull()) {
            return IdForms.accepts(resource.name(), id.text()) && !aws.wasDeleted(resource.name(), id.text());
        }
        boolean nothing = aws.all(resource.name()).stream().noneMatch(object -> object.origin() == Origin.CREATED);
        return nothing || query.known();
    }

    private Map<String, Value> attributes(ResourceType source, Lookup lookup, AwsObject object) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        for (Attribute attribute : source.block().attributes().values()) {
            String name = lookup.read().getOrDefault(attribute.name(), attribute.name());
            Value value = object.attributes().get(name.equals("tags") ? tags(object) : name);
            attributes.put(attribute.name(), Fitting.to(attribute.type(), value));
        }
        return attributes;
    }

    private static String tags(AwsObject object) {
        return object.attributes().get("tags_all").isNull() ? "tags" : "tags_all";
    }

    private Map<String, Value> collected(ResourceType source, Lookup lookup, List<AwsObject> found) {
        Map<String, Value> lists = new LinkedHashMap<>();
        lookup.all().forEach((list, attribute) -> {
            List<Value> values = found.stream()
                    .map(object -> object.attributes().get(attribute))
                    .filter(value -> !value.text().isEmpty())
                    .toList();
            Attribute wanted = source.block().attributes().get(list);
            lists.put(list, Fitting.to(wanted.type(), new Value.Sequence(values)));
        });
        return lists;
    }

    private Value.Mapping finish(ResourceType source, Value.Mapping asked, Map<String, Value> found) {
        Value.Mapping finished = asked;
        for (Attribute attribute : source.block().attributes().values()) {
            Value value = found.getOrDefault(attribute.name(), Value.Absent.NULL);
            if (attribute.computed() && !finished.get(attribute.name()).isGiven()) {
                finished = finished.with(attribute.name(), value.isNull() ? Value.Absent.UNKNOWN : value);
            }
        }
        return Answers.complete(source, caller, finished, 0);
    }

    private Value.Mapping withDefaults(ResourceType source, Value.Mapping config) {
        Value.Mapping complete = (Value.Mapping) source.block().map(config, (attribute, block) -> {
            Value value = block.get(attribute.name());
            return value.isNull() ? attribute.defaultValue() : value;
        });
        Attribute region = source.block().attributes().get("region");
        boolean open =
                region != null && region.optional() && !complete.get("region").isGiven();
        return open ? complete.with("region", Value.text(aws.region())) : complete;
    }
}
