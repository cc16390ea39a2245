package dev.alb.sandbox.provider;

import dev.alb.sandbox.schema.Attribute;
import dev.alb.sandbox.schema.AwsSchema.ResourceType;
import dev.alb.sandbox.schema.Block;
import dev.alb.sandbox.schema.NestedBlock;
import dev.alb.sandbox.values.Value;
import dev.alb.sandbox.values.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what cannot change in place, so that the resource must be replaced. */
final class Replacements {
    private static final List<String> SOURCES =
            List.of("cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id");

    private final boolean priorIsComplete;
    private final List<ValuePath> paths = new ArrayList<>();

    private Replacements(boolean priorIsComplete) {
        this.priorIsComplete = priorIsComplete;
    }

    /**
     * The paths that force a replacement.
     *
     * @param priorIsComplete false after an import of an object that nobody described: what is null there is not
     *     known, so it forces nothing
     */
    static List<ValuePath> between(Value prior, Value planned, ResourceType type, boolean priorIsComplete) {
        if (!(prior instanceof Value.Mapping before && planned instanceof Value.Mapping after)) {
            return List.of();
        }
        Replacements replacements = new Replacements(priorIsComplete);
        replacements.block(type.block(), before, after, ValuePath.ROOT);
        replacements.bySpecialRule(type.name(), before, after);
        return replacements.paths;
    }

    private void block(Block block, Value.Mapping before, Value.Mapping after, ValuePath path) {
        block.attributes().values().stream()
                .filter(Attribute::forcesReplacement)
                .forEach(attribute -> {
                    compare(attribute.name(), before, after, path);
                });
        block.blocks().values().stream()
                .filter(NestedBlock::mayForceReplacement)
                .forEach(nested -> {
                    nested(nested, before.get(nested.name()), after.get(nested.name()), path.attribute(nested.name()));
                });
    }

    private void compare(String name, Value.Mapping before, Value.Mapping after, ValuePath path) {
        boolean changed = !before.get(name).equals(after.get(name));
        if (changed && (priorIsComplete || !before.get(name).isNull())) {
            paths.add(path.attribute(name));
        }
    }

    /** One block on each side can be compared; otherwise the block as a whole has changed. */
    private void nested(NestedBlock nested, Value before, Value after, ValuePath path) {
        List<Value> old = before.elements();
        List<Value> now = after.elements();
        boolean one = nested.nesting() == NestedBlock.Nesting.LIST && old.size() == 1 && now.size() == 1;
        if (one && old.get(0) instanceof Value.Mapping b && now.get(0) instanceof Value.Mapping a) {
            block(nested.block(), b, a, path.index(0));
        } else if (!before.equals(after) && priorIsComplete) {
            paths.add(path);
        }
    }

    private void bySpecialRule(String type, Value.Mapping before, Value.Mapping after) {
        switch (type) {
            case "aws_lb" -> subnetMapping(before, after);
            case "aws_ssm_parameter" -> tier(before, after);
            case "aws_vpc_security_group_ingress_rule", "aws_vpc_security_group_egress_rule" -> source(before, after);
            default -> {}
        }
    }

    /** Zones can be added to a load balancer or taken away; one that is there cannot change. */
    private void subnetMapping(Value.Mapping before, Value.Mapping after) {
        Set<Value> old = Set.copyOf(before.get("subnet_mapping").elements());
        Set<Value> now = Set.copyOf(after.get("subnet_mapping").elements());
        if (!old.containsAll(now) && !now.containsAll(old)) {
            paths.add(ValuePath.ROOT.attribute("subnet_mapping"));
        }
    }

    private void tier(Value.Mapping before, Value.Mapping after) {
        if (before.get("tier").equals(Value.text("Advanced"))
                && after.get("tier").equals(Value.text("Standard"))) {
            paths.add(ValuePath.ROOT.attribute("tier"));
        }
    }

    /** Another kind of source is another rule. */
    private void source(Value.Mapping before, Value.Mapping after) {
        SOURCES.stream()
                .filter(name -> before.get(name).isNull() != after.get(name).isNull())
                .forEach(name -> compare(name, before, after, ValuePath.ROOT));
    }
}
