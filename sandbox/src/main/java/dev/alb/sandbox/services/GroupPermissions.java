package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The permissions of a security group in one direction, as the group shows them: one block for all peers of the same
 * ports and description.
 *
 * @param group the group's id
 * @param blocks the value of {@code ingress} or {@code egress}
 */
record GroupPermissions(String group, Value blocks) {

    /** Those of a group; none where nothing is known of it. */
    static GroupPermissions of(Value.Mapping group, Direction direction) {
        return new GroupPermissions(group.get("id").text(), group.get(direction.block()));
    }

    /** Each by itself. */
    List<Permission> all() {
        return mappings().stream()
                .flatMap(block -> Permission.ofBlock(block, group).stream())
                .toList();
    }

    /** The same with another one. */
    GroupPermissions with(Permission added) {
        List<Value> changed = new ArrayList<>();
        boolean joined = false;
        for (Value.Mapping block : mappings()) {
            boolean fits = !joined && fits(block, added);
            changed.add(fits ? join(block, added) : block);
            joined |= fits;
        }
        if (!joined) {
            changed.add(join(empty(added), added));
        }
        return new GroupPermissions(group, new Value.SetOf(changed));
    }

    /** The same without one. */
    GroupPermissions without(Permission removed) {
        List<Value> changed = new ArrayList<>();
        for (Value.Mapping block : mappings()) {
            Value.Mapping rest = fits(block, removed) ? leave(block, removed) : block;
            if (!Permission.ofBlock(rest, group).isEmpty()) {
                changed.add(rest);
            }
        }
        return new GroupPermissions(group, new Value.SetOf(changed));
    }

    private List<Value.Mapping> mappings() {
        return blocks.elements().stream().map(Value.Mapping.class::cast).toList();
    }

    private boolean fits(Value.Mapping block, Permission permission) {
        return Permission.ofBlock(block, group).stream()
                .anyMatch(own -> own.hasPortsOf(permission) && own.description().equals(permission.description()));
    }

    private Value.Mapping join(Value.Mapping block, Permission permission) {
        if (permission.peer().equals(group)) {
            return block.with("self", new Value.Bool(true));
        }
        String attribute = permission.kind().inGroup();
        List<Value> peers = new ArrayList<>(block.get(attribute).elements());
        peers.add(Value.text(permission.peer()));
        return block.with(attribute, peers(permission.kind(), peers));
    }

    private Value.Mapping leave(Value.Mapping block, Permission permission) {
        if (permission.peer().equals(group)) {
            return block.with("self", new Value.Bool(false));
        }
        String attribute = permission.kind().inGroup();
        List<Value> peers = new ArrayList<>(block.get(attribute).elements());
        peers.remove(Value.text(permission.peer()));
        return block.with(attribute, peers(permission.kind(), peers));
    }

    private static Value peers(Permission.Kind kind, List<Value> peers) {
        return kind == Permission.Kind.GROUP ? new Value.SetOf(peers) : new Value.Sequence(peers);
    }

    private static Value.Mapping empty(Permission permission) {
        Map<String, Value> block = new LinkedHashMap<>();
        for (Permission.Kind kind : Permission.Kind.values()) {
            block.put(kind.inGroup(), peers(kind, List.of()));
        }
        block.put("description", Value.text(permission.description()));
        block.put("from_port", new Value.Numeric(BigDecimal.valueOf(permission.from())));
        block.put("protocol", Value.text(permission.protocol()));
        block.put("self", new Value.Bool(false));
        block.put("to_port", new Value.Numeric(BigDecimal.valueOf(permission.to())));
        return new Value.Mapping(block);
    }
}
