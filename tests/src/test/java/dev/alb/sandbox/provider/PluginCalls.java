package dev.alb.sandbox.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import dev.alb.sandbox.account.Account;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.provider.protocol.Plugin.ApplyResourceChange;
import dev.alb.sandbox.provider.protocol.Plugin.ClientCapabilities;
import dev.alb.sandbox.provider.protocol.Plugin.Diagnostic;
import dev.alb.sandbox.provider.protocol.Plugin.ImportResourceState;
import dev.alb.sandbox.provider.protocol.Plugin.PlanResourceChange;
import dev.alb.sandbox.provider.protocol.Plugin.RawState;
import dev.alb.sandbox.provider.protocol.Plugin.ReadResource;
import dev.alb.sandbox.provider.protocol.Plugin.UpgradeResourceState;
import dev.alb.sandbox.provider.protocol.Plugin.ValidateConfig;
import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.services.AwsApi;
import dev.alb.sandbox.values.JsonValues;
import dev.alb.sandbox.values.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The provider, called as Terraform calls it but without Terraform, which is enough for what a plan says.
 *
 * <p>Configurations are JSON with {@code '} for quotes; the text {@code ?} stands for an unknown value.
 */
final class PluginCalls {
    static final AwsSchema SCHEMA = AwsSchema.load();

    private static final ObjectMapper JSON = new ObjectMapper();

    final Caller caller = new Caller();
    private final Types types = new Types(SCHEMA);
    private final AwsApi aws;
    private final ResourceCalls resources;

    PluginCalls() {
        this(Account.inMemory());
    }

    PluginCalls(Account account) {
        aws = new AwsApi(account);
        resources = new ResourceCalls(types, aws);
    }

    /** What a plan came to. */
    record Plan(Value.Mapping prior, Value.Mapping planned, List<String> replaces, String refusals) {
        boolean changesNothing() {
            return prior.equals(planned);
        }

        /** The attributes and blocks that differ from what was there. */
        List<String> changes() {
            return planned.entries().keySet().stream()
                    .filter(name -> !planned.get(name).equals(prior.get(name)))
                    .sorted()
                    .toList();
        }
    }

    Plan create(String type, String config) {
        return plan(type, null, config);
    }

    Plan update(String type, Value.Mapping prior, String config) {
        return plan(type, prior, config);
    }

    private Plan plan(String type, Value.@Nullable Mapping prior, String config) {
        ResourceType resource = types.resource(type);
        Value.Mapping written = config(type, config);
        Value proposed = Proposal.of(resource.block(), prior, written);
        PlanResourceChange.Response response = resources.plan(
                PlanResourceChange.Request.newBuilder()
                        .setTypeName(type)
                        .setPriorState(Messages.encode(prior == null ? Value.Absent.NULL : prior))
                        .setProposedNewState(Messages.encode(proposed))
                        .setConfig(Messages.encode(written))
                        .build(),
                caller);
        List<String> replaces = response.getRequiresReplaceList().stream()
                .map(path -> path.getSteps(0).getAttributeName())
                .toList();
        Value.Mapping planned = (Value.Mapping) Messages.decode(response.getPlannedState(), resource.block());
        return new Plan(
                prior == null ? Value.emptyMap() : prior, planned, replaces, text(response.getDiagnosticsList()));
    }

    /** Plans and applies; the new state. */
    Value.Mapping apply(String type, Value.@Nullable Mapping prior, String config) {
        Plan plan = plan(type, prior, config);
        ResourceType resource = types.resource(type);
        ApplyResourceChange.Response response = resources.apply(
                ApplyResourceChange.Request.newBuilder()
                        .setTypeName(type)
                        .setPriorState(Messages.encode(prior == null ? Value.Absent.NULL : prior))
                        .setPlannedState(Messages.encode(plan.planned()))
                        .setConfig(Messages.encode(config(type, config)))
                        .build(),
                caller);
        if (response.getDiagnosticsCount() > 0) {
            throw new AssertionError(text(response.getDiagnosticsList()));
        }
        return (Value.Mapping) Messages.decode(response.getNewState(), resource.block());
    }

    void delete(String type, Value.Mapping state) {
        aws.delete(types.resource(type), caller, state);
    }

    long schemaVersion(String type) {
        return SchemaMessages.of(SCHEMA).getResourceSchemasOrThrow(type).getVersion();
    }

    String validate(String type, String config) {
        ProviderCalls calls = new ProviderCalls(types, aws);
        return text(calls.validateResource(ValidateConfig.Request.newBuilder()
                        .setTypeName(type)
                        .setConfig(Messages.encode(config(type, config)))
                        .setClientCapabilities(ClientCapabilities.newBuilder().setWriteOnlyAttributesAllowed(true))
                        .build())
                .getDiagnosticsList());
    }

    ImportResourceState.Response imports(String type, String id) {
        return new Imports(types, aws)
                .importState(
                        ImportResourceState.Request.newBuilder()
                                .setTypeName(type)
                                .setId(id)
                                .build(),
                        caller);
    }

    Value.Mapping imported(String type, String id) {
        ImportResourceState.Response response = imports(type, id);
        if (response.getDiagnosticsCount() > 0) {
            throw new AssertionError(text(response.getDiagnosticsList()));
        }
        return (Value.Mapping) Messages.decode(
                response.getImportedResources(0).getState(),
                types.resource(type).block());
    }

    Value read(String type, Value.Mapping state) {
        ReadResource.Response response = resources.read(
                ReadResource.Request.newBuilder()
                        .setTypeName(type)
                        .setCurrentState(Messages.encode(state))
                        .build(),
                caller);
        return Messages.decode(response.getNewState(), types.resource(type).block());
    }

    Value.Mapping upgraded(String type, String state) {
        UpgradeResourceState.Response response = new States(types)
                .upgrade(UpgradeResourceState.Request.newBuilder()
                        .setTypeName(type)
                        .setRawState(RawState.newBuilder().setJson(ByteString.copyFromUtf8(state.replace('\'', '"'))))
                        .build());
        return (Value.Mapping) Messages.decode(
                response.getUpgradedState(), types.resource(type).block());
    }

    static String text(List<Diagnostic> diagnostics) {
        return diagnostics.stream()
                .map(d -> (d.getSummary() + ": " + d.getDetail()).trim())
                .collect(Collectors.joining("\n"));
    }

    Value.Mapping config(String type, String config) {
        try {
            ResourceType resource = types.resource(type);
            Value read = JsonValues.read(
                    JSON.readTree(config.replace('\'', '"')), resource.block().type());
            return (Value.Mapping) unknown(resource.block().complete(read));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Value unknown(Value value) {
        if (value instanceof Value.Mapping mapping) {
            Map<String, Value> entries = new LinkedHashMap<>();
            mapping.entries().forEach((name, element) -> entries.put(name, unknown(element)));
            return new Value.Mapping(entries);
        }
        List<Value> elements =
                value.elements().stream().map(PluginCalls::unknown).toList();
        if (value instanceof Value.Sequence) {
            return new Value.Sequence(elements);
        }
        if (value instanceof Value.SetOf) {
            return new Value.SetOf(elements);
        }
        return value.equals(Value.text("?")) ? Value.Absent.UNKNOWN : value;
    }
}
