package dev.alb.sandbox.services;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Fingerprint;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.values.CtyType;
import dev.alb.sandbox.values.CtyType.CollectionOf;
import dev.alb.sandbox.values.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Attributes that follow from another object which this one refers to, as {@code follows} in {@code aws-answers/} says.
 *
 * <p>{@code subnet_id -> aws_subnet.vpc_id} is the VPC of the subnet of an instance; further steps may come behind.
 * {@code aws_vpc(default_route_table_id).id} looks for the VPC whose attribute has the value. {@code address in} before it
 * takes a free address in a range.
 */
final class Follows {
    private static final String ADDRESS = "address in ";
    private static final Pattern STEP = Pattern.compile("(\\w+)(?:\\((\\w+)\\))?\\.(\\w+)");

    private final ResourceType type;
    private final Transaction aws;

    private Follows(ResourceType type, Transaction aws) {
        this.type = type;
        this.aws = aws;
    }

    /** What an attribute leads to, step by step: {@code subnet_id -> aws_subnet.vpc_id}. */
    static List<Value> from(Value.Mapping object, String path, Transaction aws) {
        List<String> steps = List.of(path.split(" -> "));
        List<Value> values = each(object.get(steps.get(0)));
        for (String step : steps.subList(1, steps.size())) {
            values = values.stream()
                    .flatMap(value -> step(step, value, aws))
                    .distinct()
                    .toList();
        }
        return values;
    }

    /** The object with what follows from others, where nobody has said it. */
    static Value.Mapping complete(ResourceType type, Value.Mapping object, Transaction aws) {
        Follows follows = new Follows(type, aws);
        Value.Mapping completed = object;
        for (Map.Entry<String, JsonNode> rule : type.answers().path("follows").properties()) {
            if (completed.get(rule.getKey()).isUnknown()) {
                completed = completed.with(
                        rule.getKey(),
                        follows.value(rule.getKey(), rule.getValue().asText(), completed));
            }
        }
        return completed;
    }

    private Value value(String name, String rule, Value.Mapping object) {
        boolean address = rule.startsWith(ADDRESS);
        List<Value> values = from(object, address ? rule.substring(ADDRESS.length()) : rule, aws);
        if (values.isEmpty()) {
            return Value.Absent.UNKNOWN;
        }
        return address ? address(values.get(0).text(), object) : of(name, values);
    }

    private static Stream<Value> step(String step, Value from, Transaction aws) {
        Matcher parts = STEP.matcher(step);
        if (!parts.matches()) {
            throw new IllegalStateException("Cannot follow " + step);
        }
        return find(parts.group(1), Optional.ofNullable(parts.group(2)), from.text(), aws).stream()
                .flatMap(object -> each(object.attributes().get(parts.group(3))).stream());
    }

    private static Optional<AwsObject> find(String other, Optional<String> attribute, String value, Transaction aws) {
        return attribute.isEmpty()
                ? Existing.find(aws, other, value)
                : aws.all(other).stream()
                        .filter(object -> object.text(attribute.get()).equals(value))
                        .findFirst();
    }

    private Value of(String name, List<Value> values) {
        CtyType wanted = type.block().attributes().get(name).type();
        if (wanted instanceof CollectionOf collection) {
            return collection.kind() == CtyType.Kind.SET ? new Value.SetOf(values) : new Value.Sequence(values);
        }
        return values.get(0);
    }

    private Value address(String range, Value.Mapping object) {
        List<String> taken = new ArrayList<>();
        for (String other : List.of("aws_instance", "aws_network_interface", "aws_nat_gateway")) {
            aws.all(other).forEach(there -> taken.add(there.text("private_ip")));
        }
        return AddressRange.parse(range)
                .flatMap(addresses -> addresses.free(Fingerprint.of(type.name(), object), taken))
                .map(Value::text)
                .orElse(Value.Absent.UNKNOWN);
    }

    private static List<Value> each(Value value) {
        List<Value> all = value.elements().isEmpty() ? List.of(value) : value.elements();
        return all.stream().filter(each -> each.isGiven() && !each.isUnknown()).toList();
    }
}
