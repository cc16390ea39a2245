package dev.alb.sandbox.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the provider offers: its own configuration, resources and data sources.
 *
 * <p>What the modules produce stands in {@code aws-schema.json}, what a test of them needs in {@code aws-schema/}, a file
 * for each service; how AWS answers, in {@code aws-answers.json} and {@code aws-answers/}.
 */
public record AwsSchema(Block provider, Map<String, ResourceType> resources, Map<String, ResourceType> dataSources) {
    private static final List<String> SERVICES = List.of(
            "autoscaling", "cloudwatch", "cognito", "ec2", "elb", "iam", "lambda", "meta", "route53", "s3", "wafv2");

    /** One type of resource or data source; how it answers stands in {@code answers}. */
    public record ResourceType(String name, Block block, boolean legacy, JsonNode answers) {
        /** Whether Terraform can take over an object that exists. */
        public boolean importable() {
            return answers.path("importable").asBoolean(true);
        }

        /** Older names under which the provider offers the same type. */
        public List<String> otherNames() {
            return ValueRules.texts(answers.path("also_called"));
        }
    }

    /** The schema of this version; it is read once. */
    public static AwsSchema load() {
        return Loaded.SCHEMA;
    }

    private static AwsSchema parse() {
        SchemaFile schema = SchemaFile.read("aws-schema", SERVICES);
        SchemaFile answers = SchemaFile.read("aws-answers", SERVICES);
        return new AwsSchema(
                Block.parse(schema.provider()),
                types(schema.resources(), answers.resources()),
                types(schema.dataSources(), answers.dataSources()));
    }

    public ResourceType resource(String name) {
        return find(resources, name);
    }

    public ResourceType dataSource(String name) {
        return find(dataSources, name);
    }

    private static ResourceType find(Map<String, ResourceType> types, String name) {
        ResourceType type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("No such type here: " + name);
        }
        return type;
    }

    private static Map<String, ResourceType> types(JsonNode schemas, JsonNode answers) {
        Map<String, ResourceType> types = new LinkedHashMap<>();
        schemas.properties().forEach(e -> types.put(e.getKey(), type(e, answers.path(e.getKey()))));
        List.copyOf(types.values()).forEach(type -> type.otherNames().forEach(name -> types.putIfAbsent(name, type)));
        return types;
    }

    private static ResourceType type(Map.Entry<String, JsonNode> schema, JsonNode answers) {
        boolean legacy = !schema.getValue().path("framework").asBoolean();
        return new ResourceType(schema.getKey(), Block.parse(schema.getValue()), legacy, answers);
    }

    private static final class Loaded {
        static final AwsSchema SCHEMA = parse();
    }
}
