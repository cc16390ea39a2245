package dev.alb.sandbox.provider;

import com.google.protobuf.ByteString;
import dev.alb.sandbox.provider.protocol.Plugin.GetProviderSchema;
import dev.alb.sandbox.provider.protocol.Plugin.Schema;
import dev.alb.sandbox.provider.protocol.Plugin.Schema.NestedBlock.NestingMode;
import dev.alb.sandbox.provider.protocol.Plugin.ServerCapabilities;
import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.schema.Block;
import dev.alb.sandbox.schema.NestedBlock;
import java.util.Map;
import java.util.function.BiConsumer;

/** The schema as Terraform asks for it. */
final class SchemaMessages {
    private SchemaMessages() {}

    static GetProviderSchema.Response of(AwsSchema schema) {
        GetProviderSchema.Response.Builder response = GetProviderSchema.Response.newBuilder()
                .setProvider(of(schema.provider()))
                .setServerCapabilities(ServerCapabilities.newBuilder().setGetProviderSchemaOptional(true));
        each(schema.resources(), response::putResourceSchemas);
        each(schema.dataSources(), response::putDataSourceSchemas);
        return response.build();
    }

    private static void each(Map<String, ResourceType> types, BiConsumer<String, Schema> destination) {
        types.forEach((name, type) -> destination.accept(name, of(type.block())));
    }

    private static Schema of(Block block) {
        return Schema.newBuilder().setBlock(message(block)).build();
    }

    private static Schema.Block message(Block block) {
        Schema.Block.Builder message = Schema.Block.newBuilder();
        block.attributes().values().forEach(attribute -> message.addAttributes(message(attribute)));
        block.blocks().values().forEach(nested -> message.addBlockTypes(message(nested)));
        return message.build();
    }

    private static Schema.Attribute message(Attribute attribute) {
        return Schema.Attribute.newBuilder()
                .setName(attribute.name())
                .setType(ByteString.copyFromUtf8(attribute.facts().get("type").toString()))
                .setRequired(attribute.required())
                .setOptional(attribute.optional())
                .setComputed(attribute.computed())
                .setSensitive(attribute.sensitive())
                .setWriteOnly(attribute.writeOnly())
                .build();
    }

    private static Schema.NestedBlock message(NestedBlock nested) {
        return Schema.NestedBlock.newBuilder()
                .setTypeName(nested.name())
                .setBlock(message(nested.block()))
                .setNesting(NestingMode.valueOf(nested.nesting().name()))
                .setMinItems(nested.facts().path("min_items").asLong())
                .setMaxItems(nested.facts().path("max_items").asLong())
                .build();
    }
}
