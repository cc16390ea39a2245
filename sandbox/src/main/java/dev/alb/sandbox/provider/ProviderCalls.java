package dev.alb.sandbox.provider;

import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.provider.planning.PlanChecks;
import dev.alb.sandbox.provider.protocol.Plugin.Configure;
import dev.alb.sandbox.provider.protocol.Plugin.GetMetadata;
import dev.alb.sandbox.provider.protocol.Plugin.GetProviderSchema;
import dev.alb.sandbox.provider.protocol.Plugin.PrepareProviderConfig;
import dev.alb.sandbox.provider.protocol.Plugin.ReadDataSource;
import dev.alb.sandbox.provider.protocol.Plugin.ValidateConfig;
import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.services.AwsApi;
import dev.alb.sandbox.services.LookupFailure;
import dev.alb.sandbox.values.Value;

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
        try {
            return ReadDataSource.Response.newBuilder()
                    .setState(Messages.encode(aws.readDataSource(schema, type, caller, config)))
                    .build();
        } catch (LookupFailure failure) {
            return ReadDataSource.Response.newBuilder()
                    .addDiagnostics(Messages.error(failure.getMessage(), ""))
                    .build();
        }
    }
}
