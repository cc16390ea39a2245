package dev.alb.sandbox.provider;

import dev.alb.sandbox.provider.protocol.Plugin.MoveResourceState;
import dev.alb.sandbox.provider.protocol.Plugin.RawState;
import dev.alb.sandbox.provider.protocol.Plugin.UpgradeResourceState;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.values.JsonValues;
import dev.alb.sandbox.values.Value;

/** States that another version of the provider has written, or another name of a type. */
final class States {
    private final Types types;

    States(Types types) {
        this.types = types;
    }

    /** The state as this version has it: what is new is null, and what no longer exists is left out. */
    UpgradeResourceState.Response upgrade(UpgradeResourceState.Request request) {
        Value state = read(request.getRawState(), types.resource(request.getTypeName()));
        return UpgradeResourceState.Response.newBuilder()
                .setUpgradedState(Messages.encode(state))
                .build();
    }

    /** The provider's older names stand for the same type, so a {@code moved} block leads from one to the other. */
    MoveResourceState.Response move(MoveResourceState.Request request) {
        ResourceType target = types.resource(request.getTargetTypeName());
        boolean ours = request.getSourceProviderAddress().endsWith("/hashicorp/aws");
        if (!ours || !target.equals(types.schema().resources().get(request.getSourceTypeName()))) {
            String detail = "The \"" + request.getTargetTypeName() + "\" resource type does not support moving resource"
                    + " state across resource types.";
            return MoveResourceState.Response.newBuilder()
                    .addDiagnostics(Messages.error("Move Resource State Not Supported", detail))
                    .build();
        }
        return MoveResourceState.Response.newBuilder()
                .setTargetState(Messages.encode(read(request.getSourceState(), target)))
                .setTargetPrivate(request.getSourcePrivate())
                .build();
    }

    private static Value read(RawState state, ResourceType type) {
        if (state.getFlatmapCount() > 0) {
            throw new IllegalArgumentException(
                    "A state must be of Terraform 0.12 or newer, got one of an older Terraform."
                            + " Apply it once with Terraform 0.12.");
        }
        String json = state.getJson().toStringUtf8();
        return type.block().complete(JsonValues.read(json, type.block().type()));
    }
}
