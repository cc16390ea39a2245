package dev.alb.sandbox.provider;

import com.google.protobuf.ByteString;
import dev.alb.sandbox.provider.planning.PlanRules;
import dev.alb.sandbox.provider.protocol.Plugin.GetMetadata;
import dev.alb.sandbox.provider.protocol.Plugin.GetProviderSchema;
import dev.alb.sandbox.provider.protocol.Plugin.Schema;
import dev.alb.sandbox.provider.protocol.Plugin.Schema.NestedBlock.NestingMode;
import dev.alb.sandbox.provider.protocol.Plugin.ServerCapabilities;
import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.schema.Block;
import dev.alb.sandbox.schema.NestedBlock;
import java.util.IdentityHashMap;
import java.util.Map;

/** The schema as Terraform asks for it. */
final class SchemaMessages {
    private static final ServerCapabilities CAPABILITIES = ServerCapabilities.newBuilder()
            .setPlanDestroy(true)
            .setGetProviderSchemaOptional(true)
            .setMoveResourceState(true)
            .build();

    /** A block that stands in many places is written once. */
    private final Map<Block, Schema.Block> blocks = new IdentityHashMap<>();

    private SchemaMessages() {}

    /** The names alone, for a Terraform that wants to know no more. */
    static GetMetadata.Response metadata(AwsSchema schema) {
        GetMetadata.Response.Builder response =
                GetMetadata.Response.newBuilder().setServerCapabilities(CAPABILITIES);
        schema.resources().keySet().forEach(name -> response.addResources(name(name)));
        schema.dataSources().keySet().forEach(name -> response.addDataSources(name(name)));
        return response.build();
    }

    private static GetMetadata.TypeMetadata name(String type) {
        return GetMetadata.TypeMetadata.newBuilder().setTypeName(type).build();
    }

    static GetProviderSchema.Response of(AwsSchema schema) {
        return new SchemaMessages().all(schema);
    }

    private GetProviderSchema.Response all(AwsSchema schema) {
        GetProviderSchema.Response.Builder response = GetProviderSchema.Response.newBuilder()
                .setProvider(of(schema.provider(), 0))
                .setServerCapabilities(CAPABILITIES);
        schema.resources().forEach((name, type) -> response.putResourceSchemas(name, of(type.block(), version(type))));
        schema.dataSources().forEach((name, type) -> response.putDataSourceSchemas(name, of(type.block(), 0)));
        return response.build();
    }

    private static long version(ResourceType type) {
        return PlanRules.of(type.name()).version();
    }

    private Schema of(Block block, long version) {
        return Schema.newBuilder().setVersion(version).setBlock(message(block)).build();
    }

    private Schema.Block message(Block block) {
        Schema.Block known = blocks.get(block);
        if (known == null) {
            known = build(block);
            blocks.put(block, known);
        }
        return known;
    }

    private Schema.Block build(Block block) {
        Schema.Block.Builder message = Schema.Block.newBuilder();
        block.attributes().values().forEach(attribute -> message.addAttributes(message(attribute)));
        block.blocks().values().forEach(nested -> message.addBlockTypes(message(nested)));
        return message.build();
    }

    private static Schema.Attribute message(Attribute attribute) {
        return Schema.Attribute.newBuilder()
                .setName(attribute.name())
                .setType(ByteString.copyFromUtf8(attribute.facts().get("type").toString()))
                .setDescription(attribute.facts().path("description").asText())
                .setDeprecated(attribute.facts().path("deprecated").asBoolean())
                .setRequired(attribute.required())
                .setOptional(attribute.optional())
                .setComputed(attribute.computed())
                .setSensitive(attribute.sensitive())
                .setWriteOnly(attribute.writeOnly())
                .build();
    }

    private Schema.NestedBlock message(NestedBlock nested) {
        return Schema.NestedBlock.newBuilder()
                .setTypeName(nested.name())
                .setBlock(message(nested.block()))
                .setNesting(NestingMode.valueOf(nested.nesting().name()))
                .setMinItems(nested.facts().path("min_items").asLong())
                .setMaxItems(nested.facts().path("max_items").asLong())
                .build();
    }
}
