package dev.alb.sandbox.provider;

import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;

/** Finds the type that a call names. */
record Types(AwsSchema schema) {

    ResourceType resource(String name) {
        ResourceType type = schema.resources().get(name);
        if (type == null) {
            throw new UnknownType("resource", name);
        }
        return type;
    }

    ResourceType dataSource(String name) {
        ResourceType type = schema.dataSources().get(name);
        if (type == null) {
            throw new UnknownType("data source", name);
        }
        return type;
    }
}
