package dev.alb.sandbox.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import dev.alb.sandbox.account.Answers;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.provider.protocol.Plugin.ApplyResourceChange;
import dev.alb.sandbox.provider.protocol.Plugin.Configure;
import dev.alb.sandbox.provider.protocol.Plugin.Diagnostic;
import dev.alb.sandbox.provider.protocol.Plugin.GetProviderSchema;
import dev.alb.sandbox.provider.protocol.Plugin.ImportResourceState;
import dev.alb.sandbox.provider.protocol.Plugin.PlanResourceChange;
import dev.alb.sandbox.provider.protocol.Plugin.PrepareProviderConfig;
import dev.alb.sandbox.provider.protocol.Plugin.ReadDataSource;
import dev.alb.sandbox.provider.protocol.Plugin.ReadResource;
import dev.alb.sandbox.provider.protocol.Plugin.UpgradeResourceState;
import dev.alb.sandbox.provider.protocol.Plugin.ValidateConfig;
import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.services.AwsApi;
import dev.alb.sandbox.services.FailedCall;
import dev.alb.sandbox.values.JsonValues;
import dev.alb.sandbox.values.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** What the provider answers to each call of Terraform. */
final class ProviderCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Marks an object whose attributes nobody has described; it travels with the state. */
    private static final ByteString UNDESCRIBED = ByteString.copyFromUtf8("undescribed");

    private final AwsSchema schema;
    private final AwsApi aws;
    private final GetProviderSchema.Response schemaMessage;

    ProviderCalls(AwsSchema schema, AwsApi aws) {
        this.schema = schema;
        this.aws = aws;
        this.schemaMessage = SchemaMessages.of(schema);
    }

    GetProviderSchema.Response schema() {
        return schemaMessage;
    }

    PrepareProviderConfig.Response prepare(PrepareProviderConfig.Request request) {
        Value config = Messages.decode(request.getConfig(), schema.provider());
        return PrepareProviderConfig.Response.newBuilder()
                .setPreparedConfig(request.getConfig())
                .addAllDiagnostics(ConfigChecks.check(schema.provider(), config))
                .build();
    }

    Configure.Response configure(Configure.Request request, Caller caller) {
        caller.configure(Messages.decode(request.getConfig(), schema.provider()));
        return Configure.Response.getDefaultInstance();
    }

    ValidateConfig.Response validateResource(ValidateConfig.Request request) {
        return validate(schema.resource(request.getTypeName()), request);
    }

    ValidateConfig.Response validateDataSource(ValidateConfig.Request request) {
        return validate(schema.dataSource(request.getTypeName()), request);
    }

    private static ValidateConfig.Response validate(ResourceType type, ValidateConfig.Request request) {
        Value config = Messages.decode(request.getConfig(), type.block());
        return ValidateConfig.Response.newBuilder()
                .addAllDiagnostics(ConfigChecks.check(type.block(), config))
                .build();
    }

    UpgradeResourceState.Response upgrade(UpgradeResourceState.Request request) {
        ResourceType type = schema.resource(request.getTypeName());
        try {
            String json = request.getRawState().getJson().toStringUtf8();
            Value state = JsonValues.read(JSON.readTree(json), type.block().type());
            return UpgradeResourceState.Response.newBuilder()
                    .setUpgradedState(Messages.encode(type.block().complete(state)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ReadResource.Response read(ReadResource.Request request, Caller caller) {
        ResourceType type = schema.resource(request.getTypeName());
        Value state = Messages.decode(request.getCurrentState(), type.block());
        Value current = state instanceof Value.Mapping remembered ? read(type, caller, remembered) : state;
        return ReadResource.Response.newBuilder()
                .setNewState(Messages.encode(current))
                .setPrivate(request.getPrivate())
                .build();
    }

    PlanResourceChange.Response plan(PlanResourceChange.Request request, Caller caller) {
        ResourceType type = schema.resource(request.getTypeName());
        Value prior = Messages.decode(request.getPriorState(), type.block());
        Value proposed = Messages.decode(request.getProposedNewState(), type.block());
        Value planned = new Planner(type, caller).plan(proposed);
        boolean described = !request.getPriorPrivate().equals(UNDESCRIBED);
        PlanResourceChange.Response.Builder response = PlanResourceChange.Response.newBuilder()
                .setPlannedState(Messages.encode(planned))
                .setLegacyTypeSystem(type.legacy());
        Replacements.between(prior, planned, type, described)
                .forEach(path -> response.addRequiresReplace(Messages.of(path)));
        return response.build();
    }

    private Value read(ResourceType type, Caller caller, Value.Mapping remembered) {
        return aws.read(type, caller, remembered).map(Value.class::cast).orElse(Value.Absent.NULL);
    }

    ApplyResourceChange.Response apply(ApplyResourceChange.Request request, Caller caller) {
        ResourceType type = schema.resource(request.getTypeName());
        Value prior = Messages.decode(request.getPriorState(), type.block());
        Value planned = Messages.decode(request.getPlannedState(), type.block());
        ApplyResourceChange.Response.Builder response =
                ApplyResourceChange.Response.newBuilder().setLegacyTypeSystem(type.legacy());
        try {
            response.setNewState(Messages.encode(apply(type, caller, prior, planned)));
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

    /** Resources on the provider's older SDK say all of it in the summary. */
    private static Diagnostic failed(ResourceType type, FailedCall failure) {
        return type.legacy()
                ? Messages.error(failure.toString(), "")
                : Messages.error(failure.doing(), failure.getMessage());
    }

    ImportResourceState.Response importState(ImportResourceState.Request request, Caller caller) {
        ResourceType type = schema.resource(request.getTypeName());
        if (!type.importable()) {
            return ImportResourceState.Response.newBuilder()
                    .addDiagnostics(Messages.error(type.name() + " cannot be imported", ""))
                    .build();
        }
        ImportResourceState.ImportedResource.Builder imported =
                ImportResourceState.ImportedResource.newBuilder().setTypeName(type.name());
        Optional<Value.Mapping> found = find(type, caller, request.getId());
        if (found.isPresent()) {
            imported.setState(Messages.encode(found.get()));
        } else {
            Value.Mapping object = undescribed(type, request.getId(), caller);
            aws.assume(type, caller, object);
            imported.setState(Messages.encode(object)).setPrivate(UNDESCRIBED);
        }
        return ImportResourceState.Response.newBuilder()
                .addImportedResources(imported)
                .build();
    }

    private Optional<Value.Mapping> find(ResourceType type, Caller caller, String id) {
        return aws.read(type, caller, Value.emptyMap().with("id", Value.text(id)));
    }

    /** An object of which the import says nothing but its id. */
    private static Value.Mapping undescribed(ResourceType type, String id, Caller caller) {
        Value.Mapping empty = (Value.Mapping)
                JsonValues.read(JSON.createObjectNode(), type.block().type());
        Value.Mapping object = ((Value.Mapping) type.block().complete(empty)).with("id", Value.text(id));
        if (type.block().attributes().containsKey("region")) {
            object = object.with("region", Value.text(caller.region()));
        }
        String source = type.answers().path("id").asText();
        return source.matches("\\{\\w+}")
                ? object.with(source.substring(1, source.length() - 1), Value.text(id))
                : object;
    }

    ReadDataSource.Response readDataSource(ReadDataSource.Request request, Caller caller) {
        ResourceType type = schema.dataSource(request.getTypeName());
        Value.Mapping config = (Value.Mapping) Messages.decode(request.getConfig(), type.block());
        Value.Mapping asked = (Value.Mapping) new Planner(type, caller).plan(withWhatIsThere(type, caller, config));
        return ReadDataSource.Response.newBuilder()
                .setState(Messages.encode(Answers.complete(type, caller, asked, 0)))
                .build();
    }

    /** What was asked for, and what the object says that has it, if this account has one. */
    private Value withWhatIsThere(ResourceType type, Caller caller, Value.Mapping asked) {
        ResourceType resource = schema.resources().get(type.name());
        Value.Mapping there = resource == null
                ? Value.emptyMap()
                : aws.all(resource, caller.region()).stream()
                        .filter(object -> has(object, asked))
                        .findFirst()
                        .orElse(Value.emptyMap());
        return type.block().map(asked, (attribute, block) -> {
            Value own = block.get(attribute.name());
            return own.isNull() && attribute.computed() && sameType(resource, attribute)
                    ? there.get(attribute.name())
                    : own;
        });
    }

    private static boolean sameType(ResourceType resource, Attribute attribute) {
        Attribute there =
                resource == null ? null : resource.block().attributes().get(attribute.name());
        return there != null && there.type().equals(attribute.type());
    }

    /** Whoever asks by nothing that an object has, a filter alone, finds none. */
    private static boolean has(Value.Mapping object, Value.Mapping asked) {
        List<String> names = asked.entries().keySet().stream()
                .filter(name -> asked.get(name).isGiven() && object.entries().containsKey(name))
                .toList();
        return !names.isEmpty() && names.stream().allMatch(name -> fits(object.get(name), asked.get(name)));
    }

    private static boolean fits(Value value, Value asked) {
        return value instanceof Value.Mapping all && asked instanceof Value.Mapping some
                ? all.entries().entrySet().containsAll(some.entries().entrySet())
                : value.equals(asked);
    }
}
