package dev.alb.sandbox.provider;

import dev.alb.sandbox.provider.AwsSchema.ResourceType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The objects that stand in the account, in memory.
 *
 * <p>It believes a state: an object that Terraform remembers and that was never deleted here is there. So a folder can
 * be opened again after the provider has gone.
 */
final class Account {
    private final Map<String, Map<String, Value.Mapping>> objects = new LinkedHashMap<>();
    private final Set<String> deleted = new HashSet<>();

    /** Creates an object; a second one of the same content gets another id. */
    synchronized Value.Mapping create(ResourceType type, Session session, Value.Mapping planned) {
        int copy = 0;
        Value.Mapping created = complete(type, session, planned, copy);
        while (exists(type, id(created))
                && planned.get("id").isUnknown()
                && copy < objectsOf(type).size()) {
            created = complete(type, session, planned, ++copy);
        }
        return put(type, created);
    }

    synchronized Value.Mapping update(ResourceType type, Session session, Value.Mapping planned) {
        return put(type, complete(type, session, planned, 0));
    }

    synchronized void delete(ResourceType type, Value.Mapping object) {
        objectsOf(type).remove(id(object));
        deleted.add(key(type, id(object)));
    }

    /** What is there now of an object that Terraform remembers; null if it is gone. */
    synchronized Value read(ResourceType type, Value.Mapping remembered) {
        String id = id(remembered);
        Value.Mapping object = objectsOf(type).get(id);
        if (object != null) {
            return object;
        }
        return deleted.contains(key(type, id)) ? Value.Absent.NULL : remembered;
    }

    synchronized Optional<Value.Mapping> find(ResourceType type, String id) {
        return Optional.ofNullable(objectsOf(type).get(id));
    }

    /** The one object of a type that has everything that was asked for. */
    synchronized Optional<Value.Mapping> matching(ResourceType type, Value.Mapping asked) {
        return objectsOf(type).values().stream()
                .filter(object -> has(object, asked))
                .findFirst();
    }

    /** Whoever asks by nothing that an object has, a filter alone, finds none. */
    private static boolean has(Value.Mapping object, Value.Mapping asked) {
        List<String> names = asked.entries().keySet().stream()
                .filter(name -> asked.get(name).isGiven() && object.entries().containsKey(name))
                .toList();
        return !names.isEmpty() && names.stream().allMatch(name -> fits(object.get(name), asked.get(name)));
    }

    private static boolean fits(Value value, Value asked) {
        return value instanceof Value.Mapping all && asked instanceof Value.Mapping some
                ? all.entries().entrySet().containsAll(some.entries().entrySet())
                : value.equals(asked);
    }

    private static Value.Mapping complete(ResourceType type, Session session, Value.Mapping planned, int copy) {
        Value.Mapping complete = Answers.complete(type, session, planned, copy);
        return type.name().equals("aws_acm_certificate") ? CertificateDomains.apply(complete) : complete;
    }

    private Value.Mapping put(ResourceType type, Value.Mapping object) {
        objectsOf(type).put(id(object), object);
        deleted.remove(key(type, id(object)));
        return object;
    }

    private boolean exists(ResourceType type, String id) {
        return objectsOf(type).containsKey(id);
    }

    private Map<String, Value.Mapping> objectsOf(ResourceType type) {
        return objects.computeIfAbsent(type.name(), name -> new LinkedHashMap<>());
    }

    private static String id(Value.Mapping object) {
        return object.get("id").text();
    }

    private static String key(ResourceType type, String id) {
        return type.name() + " " + id;
    }
}
