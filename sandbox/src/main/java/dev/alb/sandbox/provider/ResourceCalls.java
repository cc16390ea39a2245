package dev.alb.sandbox.provider;

import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.provider.planning.PlanChecks;
import dev.alb.sandbox.provider.planning.PlanRules;
import dev.alb.sandbox.provider.planning.Planner;
import dev.alb.sandbox.provider.planning.Replacements;
import dev.alb.sandbox.provider.planning.UnknownBlocks;
import dev.alb.sandbox.provider.protocol.Plugin.ApplyResourceChange;
import dev.alb.sandbox.provider.protocol.Plugin.Diagnostic;
import dev.alb.sandbox.provider.protocol.Plugin.PlanResourceChange;
import dev.alb.sandbox.provider.protocol.Plugin.ReadResource;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.services.AwsApi;
import dev.alb.sandbox.services.FailedCall;
import dev.alb.sandbox.values.Value;
import java.util.Map;

/** What the provider answers to the calls that read, plan and change a resource. */
final class ResourceCalls {
    private final Types types;
    private final AwsApi aws;

    ResourceCalls(Types types, AwsApi aws) {
        this.types = types;
        this.aws = aws;
    }

    ReadResource.Response read(ReadResource.Request request, Caller caller) {
        ResourceType type = types.resource(request.getTypeName());
        Value state = Messages.decode(request.getCurrentState(), type.block());
        Value current = state instanceof Value.Mapping remembered ? read(type, caller, remembered) : state;
        return ReadResource.Response.newBuilder()
                .setNewState(Messages.encode(current))
                .setPrivate(request.getPrivate())
                .build();
    }

    private Value read(ResourceType type, Caller caller, Value.Mapping remembered) {
        return aws.read(type, caller, remembered)
                .map(object -> (Value) withoutIgnoredTags(object, caller))
                .orElse(Value.Absent.NULL);
    }

    private static Value.Mapping withoutIgnoredTags(Value.Mapping object, Caller caller) {
        Value.Mapping seen = object;
        for (String name : new String[] {"tags", "tags_all"}) {
            if (seen.get(name) instanceof Value.Mapping tags) {
                seen = seen.with(name, caller.ignoredTags().without(tags));
            }
        }
        return seen;
    }

    PlanResourceChange.Response plan(PlanResourceChange.Request request, Caller caller) {
        ResourceType type = types.resource(request.getTypeName());
        Value proposed = Messages.decode(request.getProposedNewState(), type.block());
        PlanResourceChange.Response.Builder response = PlanResourceChange.Response.newBuilder()
                .setLegacyTypeSystem(type.legacy())
                .setPlannedPrivate(request.getPriorPrivate());
        if (!(proposed instanceof Value.Mapping object)) {
            return response.setPlannedState(request.getProposedNewState()).build();
        }
        if (Messages.decode(request.getConfig(), type.block()) instanceof Value.Mapping config) {
            PlanChecks.combinations(type, config).forEach(f -> response.addDiagnostics(Messages.error(f)));
        }
        Value prior = Messages.decode(request.getPriorState(), type.block());
        boolean described = !request.getPriorPrivate().equals(Imports.UNDESCRIBED);
        return prior instanceof Value.Mapping before
                ? update(response, type, caller, before, object, described)
                : response.setPlannedState(
                                Messages.encode(Planner.of(type, caller).create(object)))
                        .build();
    }

    private static PlanResourceChange.Response update(
            PlanResourceChange.Response.Builder response,
            ResourceType type,
            Caller caller,
            Value.Mapping before,
            Value.Mapping proposed,
            boolean described) {
        Planner planner = Planner.of(type, caller);
        Value.Mapping planned = (described ? planner : planner.withPriorIncomplete()).update(before, proposed);
        Replacements.between(before, planned, type, caller.region(), described)
                .forEach(path -> response.addRequiresReplace(Messages.of(path)));
        return response.setPlannedState(Messages.encode(planned)).build();
    }

    ApplyResourceChange.Response apply(ApplyResourceChange.Request request, Caller caller) {
        ResourceType type = types.resource(request.getTypeName());
        Value prior = Messages.decode(request.getPriorState(), type.block());
        Value planned = Messages.decode(request.getPlannedState(), type.block());
        Value config = Messages.decode(request.getConfig(), type.block());
        ApplyResourceChange.Response.Builder response =
                ApplyResourceChange.Response.newBuilder().setLegacyTypeSystem(type.legacy());
        try {
            response.setNewState(Messages.encode(apply(type, caller, prior, requested(type, planned, config))));
        } catch (FailedCall failure) {
            Value reached = failure.reached().map(Value.class::cast).orElse(prior);
            response.setNewState(Messages.encode(reached)).addDiagnostics(failed(type, failure));
        }
        return response.build();
    }

    private Value apply(ResourceType type, Caller caller, Value prior, Value planned) {
        if (!(planned instanceof Value.Mapping object)) {
            aws.delete(type, caller, (Value.Mapping) prior);
            return Value.Absent.NULL;
        }
        return prior instanceof Value.Mapping before
                ? aws.update(type, caller, before, object)
                : aws.create(type, caller, object);
    }

    /** What AWS is asked for: what the plan left to AWS is not there, and what only the configuration has is told. */
    private static Value requested(ResourceType type, Value planned, Value config) {
        if (!(planned instanceof Value.Mapping object)) {
            return planned;
        }
        Value.Mapping requested = UnknownBlocks.none(type, object);
        for (Map.Entry<String, String> entry :
                PlanRules.of(type.name()).tellsWhether().entrySet()) {
            boolean given = config instanceof Value.Mapping written
                    && written.get(entry.getValue()).isGiven();
            requested = requested.with(entry.getKey(), new Value.Bool(given));
        }
        return requested;
    }

    /** Resources on the provider's older SDK say all of it in the summary. */
    private static Diagnostic failed(ResourceType type, FailedCall failure) {
        return type.legacy()
                ? Messages.error(failure.toString(), "")
                : Messages.error(failure.doing(), failure.getMessage());
    }
}
