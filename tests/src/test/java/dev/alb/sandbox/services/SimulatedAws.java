package dev.alb.sandbox.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.sandbox.account.Account;
import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.schema.AwsSchema;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.values.JsonValues;
import dev.alb.sandbox.values.Value;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;

/** An account of its own for a test, which speaks to AWS as the provider does. */
final class SimulatedAws {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AwsSchema SCHEMA = AwsSchema.load();

    private final Account account = Account.inMemory();
    private final Caller caller = new Caller();
    private final AwsApi api;

    /** An account where the provider gives up at once. */
    SimulatedAws() {
        this(Duration.ZERO);
    }

    /** An account where the provider tries for some time what it would try for minutes. */
    SimulatedAws(Duration patience) {
        api = new AwsApi(account, patience);
    }

    /** Creates an object from its arguments, as Terraform names them. */
    Value.Mapping create(String type, Map<String, ?> arguments) {
        return api.create(SCHEMA.resource(type), caller, planned(type, arguments));
    }

    /** Puts an object in that somebody else made. */
    Value.Mapping declare(String type, Map<String, ?> arguments) {
        return api.put(SCHEMA.resource(type), caller, planned(type, arguments), Origin.DECLARED);
    }

    /** Puts an object in of which no more is known than some texts, {@code id} among them; says its id. */
    String holds(String type, Origin origin, Map<String, String> texts) {
        Map<String, Value> attributes = new LinkedHashMap<>();
        texts.forEach((name, text) -> attributes.put(name, Value.text(text)));
        return account.transact(
                caller.region(),
                aws -> aws.put(new AwsObject(type, caller.region(), new Value.Mapping(attributes), origin))
                        .id());
    }

    /** Changes one attribute or block of an object. */
    Value.Mapping update(String type, Value.Mapping prior, String name, Object value) {
        return update(type, prior, Map.of(name, value));
    }

    /** Changes attributes or blocks of an object. */
    Value.Mapping update(String type, Value.Mapping prior, Map<String, ?> changes) {
        Value.Mapping described = planned(type, changes);
        Value.Mapping planned = prior;
        for (String name : changes.keySet()) {
            planned = planned.with(name, described.get(name));
        }
        return api.update(SCHEMA.resource(type), caller, prior, planned);
    }

    void delete(String type, Value.Mapping prior) {
        api.delete(SCHEMA.resource(type), caller, prior);
    }

    /** An object as it is now. */
    Value.Mapping read(String type, Value.Mapping remembered) {
        return api.read(SCHEMA.resource(type), caller, remembered)
                .orElseThrow(() -> new AssertionError(
                        "There must be " + remembered.get("id").text() + ", got " + all(type)));
    }

    List<Value.Mapping> all(String type) {
        return api.all(SCHEMA.resource(type), caller.region());
    }

    /** Expects a refusal, and says how the provider reports it, without the ids that only AWS knows. */
    static String refusal(Runnable call) {
        FailedCall failure = Assertions.assertThrows(FailedCall.class, call::run);
        return failure.toString()
                .replaceAll("RequestID: [0-9a-f-]{36}", "RequestID: …")
                .replaceAll("HostID: [0-9a-f]{64}", "HostID: …");
    }

    /** The id of an object. */
    static String id(Value.Mapping object) {
        return object.get("id").text();
    }

    /** The same arguments with another one. */
    static Map<String, Object> with(Map<String, Object> arguments, String name, Object value) {
        Map<String, Object> changed = new HashMap<>(arguments);
        changed.put(name, value);
        return changed;
    }

    private Value.Mapping planned(String type, Map<String, ?> arguments) {
        ResourceType resource = SCHEMA.resource(type);
        JsonNode json = JSON.valueToTree(arguments);
        Value described = JsonValues.read(json, resource.block().type());
        return (Value.Mapping) resource.block().map(resource.block().complete(described), (attribute, block) -> {
            Value given = block.get(attribute.name());
            boolean region = given.isNull() && attribute.name().equals("region") && attribute.computed();
            Value otherwise = region ? Value.text(caller.region()) : attribute.defaultValue();
            boolean open = given.isNull() && otherwise.isNull() && attribute.computed();
            return open ? Value.Absent.UNKNOWN : given.isNull() ? otherwise : given;
        });
    }
}
