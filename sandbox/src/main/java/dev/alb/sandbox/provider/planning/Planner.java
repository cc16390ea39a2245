package dev.alb.sandbox.provider.planning;

import dev.alb.sandbox.account.Caller;
import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.schema.Block;
import dev.alb.sandbox.schema.NestedBlock;
import dev.alb.sandbox.values.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Completes what Terraform proposes to what the provider plans: defaults, what only AWS will know, and what is there
 * already, written in another way.
 */
public final class Planner {
    private static final String REGION = "region";

    private final ResourceType type;
    private final PlanRules rules;
    private final Caller caller;
    private final boolean priorIsComplete;

    private Planner(ResourceType type, PlanRules rules, Caller caller, boolean priorIsComplete) {
        this.type = type;
        this.rules = rules;
        this.caller = caller;
        this.priorIsComplete = priorIsComplete;
    }

    /** Plans for a type, as one provider block is configured. */
    public static Planner of(ResourceType type, Caller caller) {
        return new Planner(type, PlanRules.of(type.name()), caller, true);
    }

    /** Completes what somebody asks of a data source. */
    public static Planner ofDataSource(ResourceType type, Caller caller) {
        return new Planner(type, PlanRules.NONE, caller, true);
    }

    /** The same for an object of which nobody has said more than its id; what is null there is not known. */
    public Planner withPriorIncomplete() {
        return new Planner(type, rules, caller, false);
    }

    /** A new object. */
    public Value.Mapping create(Value.Mapping proposed) {
        return knownEarly(block(type.block(), proposed, null, ""));
    }

    /** An object that is there. */
    public Value.Mapping update(Value.Mapping prior, Value.Mapping proposed) {
        Value.Mapping planned = knownEarly(block(type.block(), proposed, prior, ""));
        return planned.equals(prior) ? prior : withWhatChangesAsWell(prior, planned);
    }

    private Value.Mapping block(Block block, Value.Mapping proposed, Value.@Nullable Mapping prior, String path) {
        Map<String, Value> planned = new LinkedHashMap<>();
        for (Attribute attribute : block.attributes().values()) {
            planned.put(attribute.name(), attribute(block, attribute, proposed, prior, path));
        }
        for (NestedBlock nested : block.blocks().values()) {
            boolean passedOver = isPassedOver(nested.name(), path, block, proposed);
            planned.put(nested.name(), nested(nested, passedOver, proposed, prior, path));
        }
        return new Value.Mapping(planned);
    }

    private Value attribute(
            Block block, Attribute attribute, Value.Mapping proposed, Value.@Nullable Mapping prior, String path) {
        if (attribute.writeOnly()) {
            return Value.Absent.NULL;
        }
        String name = attribute.name();
        Value before = prior == null ? Value.Absent.NULL : prior.get(name);
        Value value = completed(attribute, proposed.get(name), prior);
        if (isPassedOver(name, path, block, proposed)) {
            return prior != null || !attribute.computed() ? before : Value.Absent.UNKNOWN;
        }
        String full = path + name;
        Value formed =
                rules.becomes().containsKey(full) ? rules.becomes().get(full).apply(value) : value;
        Value filled = rules.zeros().contains(full) ? Zeros.within(formed, attribute.type()) : formed;
        return prior != null && isSame(full, before, filled) ? before : filled;
    }

    private Value completed(Attribute attribute, Value proposed, Value.@Nullable Mapping prior) {
        Value before = prior == null ? Value.Absent.NULL : prior.get(attribute.name());
        if (type.legacy() && attribute.computed() && attribute.optional() && isLeftToAws(proposed, prior == null)) {
            return prior == null ? Value.Absent.UNKNOWN : before;
        }
        if (!proposed.isNull()) {
            return proposed;
        }
        if (!attribute.defaultValue().isNull()) {
            return attribute.defaultValue();
        }
        boolean open = attribute.computed() && (prior == null || !priorIsComplete);
        return open ? Value.Absent.UNKNOWN : Value.Absent.NULL;
    }

    /** To the older SDK an empty text is none, and so is an empty collection of a new object. */
    private static boolean isLeftToAws(Value proposed, boolean isNew) {
        return proposed.equals(Value.text("")) || isNew && Zeros.isEmptyCollection(proposed);
    }

    private boolean isSame(String path, Value before, Value now) {
        if (type.legacy() && Zeros.isZero(before) && Zeros.isZero(now)) {
            return true;
        }
        Equivalence equivalence = rules.same().get(path);
        return equivalence != null && equivalence.holds(before, now);
    }

    private boolean isPassedOver(String name, String path, Block block, Value.Mapping values) {
        for (Applicability applicability : rules.applicable()) {
            String in = applicability.in().isEmpty() ? "" : applicability.in() + ".";
            if (in.equals(path) && applicability.passesOver(name, block.valueOrDefault(applicability.when(), values))) {
                return true;
            }
        }
        return false;
    }

    private Value nested(
            NestedBlock nested,
            boolean passedOver,
            Value.Mapping proposed,
            Value.@Nullable Mapping prior,
            String path) {
        String full = path + nested.name();
        Value value = proposed.get(nested.name());
        Value before = prior == null ? nested.none() : prior.get(nested.name());
        if (passedOver) {
            return before;
        }
        boolean absent = value.isNull() || Zeros.isEmptyCollection(value);
        if (absent && nested.nesting() != NestedBlock.Nesting.SINGLE) {
            return absent(nested, before, prior == null, full);
        }
        return elements(nested, value, before, full + ".");
    }

    private Value absent(NestedBlock nested, Value before, boolean isNew, String path) {
        boolean computed = rules.computed().contains(path);
        if (isNew) {
            return computed ? Value.Absent.UNKNOWN : nested.none();
        }
        boolean stays =
                computed || rules.kept().contains(path) && before.elements().size() == 1;
        return stays && !before.isNull() ? before : nested.none();
    }

    private Value elements(NestedBlock nested, Value value, Value before, String path) {
        if (value instanceof Value.Mapping single) {
            return block(nested.block(), single, before instanceof Value.Mapping old ? old : null, path);
        }
        if (value instanceof Value.SetOf set) {
            return new Value.SetOf(set.elements().stream()
                    .map(element -> setElement(nested, element, before, path))
                    .toList());
        }
        return value instanceof Value.Sequence list ? listElements(nested, list, before.elements(), path) : value;
    }

    private Value listElements(NestedBlock nested, Value.Sequence list, List<Value> before, String path) {
        List<Value> planned = new ArrayList<>();
        for (Value element : list.elements()) {
            int index = planned.size();
            Value old = index < before.size() ? before.get(index) : Value.Absent.NULL;
            planned.add(
                    element instanceof Value.Mapping block
                            ? block(nested.block(), block, old instanceof Value.Mapping m ? m : null, path)
                            : element);
        }
        return new Value.Sequence(planned);
    }

    /** Elements of a set have no place, so an element is the one that it equals when planned from it. */
    private Value setElement(NestedBlock nested, Value element, Value before, String path) {
        if (!(element instanceof Value.Mapping block)) {
            return element;
        }
        for (Value old : before.elements()) {
            if (old.equals(element)
                    || old instanceof Value.Mapping m
                            && block(nested.block(), block, m, path).equals(m)) {
                return old;
            }
        }
        return block(nested.block(), block, null, path);
    }

    private Value.Mapping knownEarly(Value.Mapping planned) {
        Value.Mapping known = planned;
        if (known.get(REGION).isUnknown()) {
            known = known.with(REGION, Value.text(caller.region()));
        }
        if (type.block().attributes().containsKey("tags_all")) {
            known = known.with("tags_all", caller.allTags(known.get("tags")));
        }
        return KnownEarly.in(type.name(), known);
    }

    /** What AWS will tell anew after a change. */
    private Value.Mapping withWhatChangesAsWell(Value.Mapping prior, Value.Mapping planned) {
        Value.Mapping changed = planned;
        for (Map.Entry<String, List<String>> entry : rules.unknownWhen().entrySet()) {
            boolean any = entry.getValue().contains("*");
            if (any || entry.getValue().stream().anyMatch(n -> !planned.get(n).equals(prior.get(n)))) {
                changed = changed.with(entry.getKey(), Value.Absent.UNKNOWN);
            }
        }
        return changed;
    }
}
