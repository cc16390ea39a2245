package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One instance of a module: the place in which references have a meaning.
 *
 * <p>A reference that may mean several resources is in doubt. There are two allowances, both for what is written where
 * instances belong together by their keys. An expression that refers to nothing but one resource with instances and
 * {@code each.key} or {@code count.index} means the instance of its own key, if there is one, as in
 * {@code aws_lb_target_group.app[each.key].arn}. And of an output that refers to nothing but one resource with instances, a
 * text as key means the instance of that key, as in {@code module.alb.target_groups["app"].arn}; a number doesn't, as a list
 * may have been filtered.
 */
final class Scope {
    private static final Set<String> COUNTERS = Set.of("each.key", "count.index");
    private static final Set<String> CONSTANTS = Set.of("path", "terraform", "count");

    private final Instances instances;
    private final JsonNode module;
    private final String prefix;
    private final @Nullable Scope caller;
    private final JsonNode call;
    private final String key;

    private Scope(
            Instances instances, JsonNode module, String prefix, @Nullable Scope caller, JsonNode call, String key) {
        this.instances = instances;
        this.module = module;
        this.prefix = prefix;
        this.caller = caller;
        this.call = call;
        this.key = key;
    }

    /** The root module. */
    static Scope root(JsonNode module, Instances instances) {
        return new Scope(instances, module, "", null, module, "");
    }

    /** A module that this one calls. */
    Scope child(Address.Call child) {
        JsonNode configured = module.path("module_calls").path(child.name());
        return new Scope(instances, configured.path("module"), prefix + child + ".", this, configured, child.key());
    }

    /** What is configured for this module. */
    JsonNode module() {
        return module;
    }

    /** Where the value of an expression comes from. */
    void collect(JsonNode expression, Repetition repetition, Sources sources) {
        if (sources.isInDoubt()) {
            return;
        }
        List<Traversal> references = References.of(expression);
        Set<String> counted = references.stream().map(Traversal::toString).collect(Collectors.toSet());
        boolean isCounterpart = counted.removeAll(COUNTERS) && counted.size() == 1;
        String counterpart = isCounterpart ? repetition.key() : "";
        references.forEach(reference -> collect(reference, repetition, counterpart, sources));
    }

    private void collect(Traversal reference, Repetition repetition, String counterpart, Sources sources) {
        String first = reference.step(0);
        if (first.equals("var")) {
            variable(reference, sources);
        } else if (first.equals("module")) {
            output(reference, sources);
        } else if (first.equals("each")) {
            each(reference, repetition, sources);
        } else if (first.equals("data") || !isReserved(first)) {
            resource(reference, counterpart, sources);
        } else if (!CONSTANTS.contains(first)) {
            sources.doubt();
        }
    }

    private static boolean isReserved(String first) {
        return CONSTANTS.contains(first)
                || Set.of("local", "self", "ephemeral", "").contains(first);
    }

    /** A variable of the root module comes from outside, and from no resource. */
    private void variable(Traversal reference, Sources sources) {
        if (caller == null) {
            return;
        }
        Sources behind = sources.deeper();
        caller.collect(call.path("expressions").path(reference.step(1)), Repetition.of(call, key, caller), behind);
        sources.addAll(behind, reference.size() > 2);
    }

    private void output(Traversal reference, Sources sources) {
        Address.Call called = new Address.Call(reference.step(1), reference.key(2));
        int name = called.key().isEmpty() ? 2 : 3;
        Scope child = child(called);
        JsonNode output = child.module.path("outputs").path(reference.step(name));
        if (output.isMissingNode() || child.isRepeated() == called.key().isEmpty()) {
            sources.doubt();
            return;
        }
        String instance = reference.key(name + 1);
        if (instance.startsWith("[\"") && child.givesInstance(output.path("expression"), instance, sources)) {
            return;
        }
        Sources behind = sources.deeper();
        child.collect(output.path("expression"), Repetition.NONE, behind);
        sources.addAll(behind, reference.size() > name + 1);
    }

    /** Whether an expression means a resource with instances as a whole, or an output that does, of which one is taken. */
    private boolean givesInstance(JsonNode expression, String instance, Sources sources) {
        List<Traversal> references = References.of(expression);
        if (references.size() != 1) {
            return false;
        }
        Traversal whole = references.get(0);
        if (whole.step(0).equals("module")) {
            output(
                    new Traversal(Stream.concat(whole.steps().stream(), Stream.of(instance))
                            .toList()),
                    sources);
            return true;
        }
        int size = Address.sizeOfName(whole.step(0));
        String address = prefix + whole.first(size) + instance;
        boolean isOne = whole.size() == size && instances.keysOf(prefix + whole).contains(instance);
        if (isOne) {
            sources.add(address);
        }
        return isOne;
    }

    private boolean isRepeated() {
        return call.has("for_each_expression") || call.has("count_expression");
    }

    private static void each(Traversal reference, Repetition repetition, Sources sources) {
        if (!reference.step(1).equals("key") && !repetition.isConstant()) {
            sources.doubt();
        }
    }

    /** A resource without instances gives no value. */
    private void resource(Traversal reference, String counterpart, Sources sources) {
        int size = Address.sizeOfName(reference.step(0));
        String resource = prefix + reference.first(size);
        Set<String> keys = instances.keysOf(resource);
        String asked = reference.key(size).isEmpty() ? counterpart : reference.key(size);
        if (keys.contains(asked)) {
            sources.add(resource + asked);
        } else if (reference.key(size).isEmpty() && keys.size() == 1) {
            sources.add(resource + keys.iterator().next());
        } else if (reference.key(size).isEmpty() && keys.size() > 1) {
            sources.doubt();
        }
    }
}
