package dev.alb.sandbox.provider;

import dev.alb.sandbox.account.Answers;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.provider.planning.PlanChecks;
import dev.alb.sandbox.provider.planning.Planner;
import dev.alb.sandbox.provider.protocol.Plugin.Configure;
import dev.alb.sandbox.provider.protocol.Plugin.GetMetadata;
import dev.alb.sandbox.provider.protocol.Plugin.GetProviderSchema;
import dev.alb.sandbox.provider.protocol.Plugin.PrepareProviderConfig;
import dev.alb.sandbox.provider.protocol.Plugin.ReadDataSource;
import dev.alb.sandbox.provider.protocol.Plugin.ValidateConfig;
import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.services.AwsApi;
import dev.alb.sandbox.values.Value;
import java.util.List;

/** What the provider answers to calls about itself, about configurations, and about data sources. */
final class ProviderCalls {
    private final Types types;
    private final AwsSchema schema;
    private final AwsApi aws;
    private final GetProviderSchema.Response schemaMessage;

    ProviderCalls(Types types, AwsApi aws) {
        this.types = types;
        this.schema = types.schema();
        this.aws = aws;
        this.schemaMessage = SchemaMessages.of(schema);
    }

    GetProviderSchema.Response schema() {
        return schemaMessage;
    }

    GetMetadata.Response metadata() {
        return SchemaMessages.metadata(schema);
    }

    PrepareProviderConfig.Response prepare(PrepareProviderConfig.Request request) {
        Value config = Messages.decode(request.getConfig(), schema.provider());
        return PrepareProviderConfig.Response.newBuilder()
                .setPreparedConfig(request.getConfig())
                .addAllDiagnostics(ConfigChecks.check(schema.provider(), config))
                .build();
    }

    Configure.Response configure(Configure.Request request, Caller caller) {
        Value config = Messages.decode(request.getConfig(), schema.provider());
        caller.configure(config);
        return Configure.Response.newBuilder()
                .addAllDiagnostics(ProviderConfig.check(config, caller))
                .build();
    }

    ValidateConfig.Response validateResource(ValidateConfig.Request request) {
        ResourceType type = types.resource(request.getTypeName());
        ValidateConfig.Response.Builder response = ValidateConfig.Response.newBuilder();
        if (Messages.decode(request.getConfig(), type.block()) instanceof Value.Mapping config) {
            response.addAllDiagnostics(ConfigChecks.check(type.block(), config));
            PlanChecks.formats(type, config).forEach(finding -> response.addDiagnostics(Messages.error(finding)));
            if (!request.getClientCapabilities().getWriteOnlyAttributesAllowed()) {
                WriteOnly.refuse(type.block(), config).forEach(response::addDiagnostics);
            }
        }
        return response.build();
    }

    ValidateConfig.Response validateDataSource(ValidateConfig.Request request) {
        ResourceType type = types.dataSource(request.getTypeName());
        Value config = Messages.decode(request.getConfig(), type.block());
        return ValidateConfig.Response.newBuilder()
                .addAllDiagnostics(ConfigChecks.check(type.block(), config))
                .build();
    }

    ReadDataSource.Response readDataSource(ReadDataSource.Request request, Caller caller) {
        ResourceType type = types.dataSource(request.getTypeName());
        Value.Mapping config = (Value.Mapping) Messages.decode(request.getConfig(), type.block());
        Value.Mapping asked = Planner.ofDataSource(type, caller).create(withWhatIsThere(type, caller, config));
        return ReadDataSource.Response.newBuilder()
                .setState(Messages.encode(Answers.complete(type, caller, asked, 0)))
                .build();
    }

    /** What was asked for, and what the object says that has it, if this account has one. */
    private Value.Mapping withWhatIsThere(ResourceType type, Caller caller, Value.Mapping asked) {
        ResourceType resource = schema.resources().get(type.name());
        Value.Mapping there = resource == null
                ? Value.emptyMap()
                : aws.all(resource, caller.region()).stream()
                        .filter(object -> has(object, asked))
                        .findFirst()
                        .orElse(Value.emptyMap());
        return (Value.Mapping) type.block().map(asked, (attribute, block) -> {
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
