package dev.alb.sandbox.provider;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.account.Regions;
import dev.alb.sandbox.provider.planning.ImportForm;
import dev.alb.sandbox.provider.planning.PlanRules;
import dev.alb.sandbox.provider.protocol.Plugin.ImportResourceState;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.services.AwsApi;
import dev.alb.sandbox.values.JsonValues;
import dev.alb.sandbox.values.Value;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes over objects that Terraform has not made. */
final class Imports {
    /** Marks an object whose attributes nobody has described; it travels with the state. */
    static final ByteString UNDESCRIBED = ByteString.copyFromUtf8("undescribed");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern WITH_REGION = Pattern.compile("(.+)@([a-z]+(?:-[a-z]+)+-\\d+)");
    private static final String REGION = "region";

    private final Types types;
    private final AwsApi aws;

    Imports(Types types, AwsApi aws) {
        this.types = types;
        this.aws = aws;
    }

    ImportResourceState.Response importState(ImportResourceState.Request request, Caller caller) {
        String name = request.getTypeName();
        ResourceType type = types.resource(name);
        if (!type.importable()) {
            return refused("resource " + name + " doesn't support import");
        }
        ImportForm form = PlanRules.of(type.name()).importForm();
        String id = withoutRegion(type, request.getId());
        Optional<Map<String, Value>> told = form.read(id);
        if (told.isEmpty()) {
            return refused(form.refusal(id));
        }
        Value.Mapping object = described(type, caller, id, told.get());
        Optional<String> region = region(type, request.getId());
        if (region.isPresent()
                && told.get().containsKey(REGION)
                && !object.get(REGION).text().equals(region.get())) {
            return refused("the region passed for import \"" + region.get() + "\" does not match the region \""
                    + object.get(REGION).text() + "\" in the ARN \"" + id + "\"");
        }
        return imported(
                name,
                type,
                caller,
                region.map(r -> object.with(REGION, Value.text(r))).orElse(object));
    }

    private ImportResourceState.Response imported(String name, ResourceType type, Caller caller, Value.Mapping object) {
        ImportResourceState.ImportedResource.Builder imported =
                ImportResourceState.ImportedResource.newBuilder().setTypeName(name);
        Optional<Value.Mapping> found = aws.read(type, caller, object);
        if (found.isEmpty() && aws.mayExist(type, caller, object)) {
            aws.assume(type, caller, object);
            imported.setPrivate(UNDESCRIBED);
        }
        return ImportResourceState.Response.newBuilder()
                .addImportedResources(imported.setState(Messages.encode(found.orElse(object))))
                .build();
    }

    /** An object of which the import says nothing but its id, and what the id tells. */
    private static Value.Mapping described(ResourceType type, Caller caller, String id, Map<String, Value> told) {
        Value empty = JsonValues.read(JSON.createObjectNode(), type.block().type());
        Value.Mapping object = ((Value.Mapping) type.block().complete(empty)).with("id", Value.text(id));
        if (type.block().attributes().containsKey(REGION)) {
            object = object.with(REGION, Value.text(caller.region()));
        }
        String source = type.answers().path("id").asText();
        if (source.matches("\\{\\w+}")) {
            object = object.with(source.substring(1, source.length() - 1), Value.text(id));
        }
        for (Map.Entry<String, Value> entry : told.entrySet()) {
            boolean has = type.block().attributes().containsKey(entry.getKey());
            object = has ? object.with(entry.getKey(), entry.getValue()) : object;
        }
        return object;
    }

    /** The region that stands behind an id: {@code wiki@eu-west-1}. */
    private static Optional<String> region(ResourceType type, String id) {
        Matcher matcher = WITH_REGION.matcher(id);
        boolean regional = type.block().attributes().containsKey(REGION);
        return regional && matcher.matches() && Regions.exists(matcher.group(2))
                ? Optional.of(matcher.group(2))
                : Optional.empty();
    }

    private static String withoutRegion(ResourceType type, String id) {
        return region(type, id)
                .map(r -> id.substring(0, id.length() - r.length() - 1))
                .orElse(id);
    }

    private static ImportResourceState.Response refused(String summary) {
        return ImportResourceState.Response.newBuilder()
                .addDiagnostics(Messages.error(summary, ""))
                .build();
    }
}
