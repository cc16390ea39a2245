package dev.alb.sandbox.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import dev.alb.sandbox.provider.AwsSchema.ResourceType;
import dev.alb.sandbox.provider.protocol.Plugin.ApplyResourceChange;
import dev.alb.sandbox.provider.protocol.Plugin.Configure;
import dev.alb.sandbox.provider.protocol.Plugin.Diagnostic;
import dev.alb.sandbox.provider.protocol.Plugin.DynamicValue;
import dev.alb.sandbox.provider.protocol.Plugin.GetProviderSchema;
import dev.alb.sandbox.provider.protocol.Plugin.ImportResourceState;
import dev.alb.sandbox.provider.protocol.Plugin.PlanResourceChange;
import dev.alb.sandbox.provider.protocol.Plugin.PrepareProviderConfig;
import dev.alb.sandbox.provider.protocol.Plugin.ReadDataSource;
import dev.alb.sandbox.provider.protocol.Plugin.ReadResource;
import dev.alb.sandbox.provider.protocol.Plugin.UpgradeResourceState;
import dev.alb.sandbox.provider.protocol.Plugin.ValidateConfig;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What the provider answers to each call of Terraform. */
final class ProviderCalls {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Marks an object whose attributes nobody has described; it travels with the state. */
    private static final ByteString UNDESCRIBED = ByteString.copyFromUtf8("undescribed");

    private final AwsSchema schema;
    private final Account account;
    private final GetProviderSchema.Response schemaMessage;

    ProviderCalls(AwsSchema schema, Account account) {
        this.schema = schema;
        this.account = account;
        this.schemaMessage = SchemaMessages.of(schema);
    }

    GetProviderSchema.Response schema() {
        return schemaMessage;
    }

    PrepareProviderConfig.Response prepare(PrepareProviderConfig.Request request) {
        Value config = decode(request.getConfig(), schema.provider());
        return PrepareProviderConfig.Response.newBuilder()
                .setPreparedConfig(request.getConfig())
                .addAllDiagnostics(ConfigChecks.check(schema.provider(), config))
                .build();
    }

    Configure.Response configure(Configure.Request request, Session session) {
        session.configure(decode(request.getConfig(), schema.provider()));
        return Configure.Response.getDefaultInstance();
    }

    ValidateConfig.Response validateResource(ValidateConfig.Request request) {
        return validate(schema.resource(request.getTypeName()), request);
    }

    ValidateConfig.Response validateDataSource(ValidateConfig.Request request) {
        return validate(schema.dataSource(request.getTypeName()), request);
    }

    private static ValidateConfig.Response validate(ResourceType type, ValidateConfig.Request request) {
        Value config = decode(request.getConfig(), type.block());
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
                    .setUpgradedState(encode(type.block().complete(state)))
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ReadResource.Response read(ReadResource.Request request) {
        ResourceType type = schema.resource(request.getTypeName());
        Value state = decode(request.getCurrentState(), type.block());
        Value current = state instanceof Value.Mapping remembered ? account.read(type, remembered) : state;
        return ReadResource.Response.newBuilder()
                .setNewState(encode(current))
                .setPrivate(request.getPrivate())
                .build();
    }

    PlanResourceChange.Response plan(PlanResourceChange.Request request, Session session) {
        ResourceType type = schema.resource(request.getTypeName());
        Value prior = decode(request.getPriorState(), type.block());
        Value proposed = decode(request.getProposedNewState(), type.block());
        Value planned = new Planner(type, session).plan(proposed);
        boolean described = !request.getPriorPrivate().equals(UNDESCRIBED);
        PlanResourceChange.Response.Builder response = PlanResourceChange.Response.newBuilder()
                .setPlannedState(encode(planned))
                .setLegacyTypeSystem(type.legacy());
        Replacements.between(prior, planned, type, described)
                .forEach(path -> response.addRequiresReplace(path.toMessage()));
        return response.build();
    }

    ApplyResourceChange.Response apply(ApplyResourceChange.Request request, Session session) {
        ResourceType type = schema.resource(request.getTypeName());
        Value prior = decode(request.getPriorState(), type.block());
        Value planned = decode(request.getPlannedState(), type.block());
        return ApplyResourceChange.Response.newBuilder()
                .setNewState(encode(apply(type, session, prior, planned)))
                .setLegacyTypeSystem(type.legacy())
                .build();
    }

    private Value apply(ResourceType type, Session session, Value prior, Value planned) {
        if (planned instanceof Value.Mapping object) {
            return prior.isNull() ? account.create(type, session, object) : account.update(type, session, object);
        }
        account.delete(type, (Value.Mapping) prior);
        return Value.Absent.NULL;
    }

    ImportResourceState.Response importState(ImportResourceState.Request request, Session session) {
        ResourceType type = schema.resource(request.getTypeName());
        if (!type.importable()) {
            return ImportResourceState.Response.newBuilder()
                    .addDiagnostics(error(type.name() + " cannot be imported"))
                    .build();
        }
        ImportResourceState.ImportedResource.Builder imported =
                ImportResourceState.ImportedResource.newBuilder().setTypeName(type.name());
        account.find(type, request.getId())
                .ifPresentOrElse(
                        object -> imported.setState(encode(object)),
                        () -> imported.setState(encode(undescribed(type, request.getId(), session)))
                                .setPrivate(UNDESCRIBED));
        return ImportResourceState.Response.newBuilder()
                .addImportedResources(imported)
                .build();
    }

    /** An object of which the import says nothing but its id. */
    private static Value undescribed(ResourceType type, String id, Session session) {
        Value.Mapping empty = (Value.Mapping)
                JsonValues.read(JSON.createObjectNode(), type.block().type());
        Value.Mapping object = ((Value.Mapping) type.block().complete(empty)).with("id", Value.text(id));
        if (type.block().attributes().containsKey("region")) {
            object = object.with("region", Value.text(session.region()));
        }
        String source = type.answers().path("id").asText();
        return source.matches("\\{\\w+}")
                ? object.with(source.substring(1, source.length() - 1), Value.text(id))
                : object;
    }

    ReadDataSource.Response readDataSource(ReadDataSource.Request request, Session session) {
        ResourceType type = schema.dataSource(request.getTypeName());
        Value.Mapping config = (Value.Mapping) decode(request.getConfig(), type.block());
        Value.Mapping asked = (Value.Mapping) new Planner(type, session).plan(withWhatIsThere(type, config));
        return ReadDataSource.Response.newBuilder()
                .setState(encode(Answers.complete(type, session, asked, 0)))
                .build();
    }

    /** What was asked for, and what the object says that has it, if this account has one. */
    private Value withWhatIsThere(ResourceType type, Value.Mapping asked) {
        ResourceType resource = schema.resources().get(type.name());
        Value.Mapping there = resource == null
                ? Value.emptyMap()
                : account.matching(resource, asked).orElse(Value.emptyMap());
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

    private static Value decode(DynamicValue message, Block block) {
        return MessagePack.decode(message.getMsgpack().toByteArray(), block.type());
    }

    private static DynamicValue encode(Value value) {
        return DynamicValue.newBuilder()
                .setMsgpack(ByteString.copyFrom(MessagePack.encode(value)))
                .build();
    }

    private static Diagnostic error(String summary) {
        return Diagnostic.newBuilder()
                .setSeverity(Diagnostic.Severity.ERROR)
                .setSummary(summary)
                .build();
    }
}
