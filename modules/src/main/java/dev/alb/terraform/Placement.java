package dev.alb.terraform;

import java.util.Map;
import software.constructs.Construct;

/** Where one resource stands in the JSON: its block type, its type, its name, and what it consists of. */
final class Placement {
    private final Construct scope;
    private final String block;
    private final String type;
    private final String ownName;
    private final Map<String, Object> arguments;
    private String name;

    Placement(Construct scope, String block, String type, String name, Map<String, Object> arguments) {
        this.scope = scope;
        this.block = block;
        this.type = type;
        this.ownName = name;
        this.name = name;
        this.arguments = arguments;
    }

    Construct scope() {
        return scope;
    }

    /** {@code resource} or {@code data}. */
    String block() {
        return block;
    }

    String type() {
        return type;
    }

    String name() {
        return name;
    }

    String address() {
        return type + "." + name;
    }

    Map<String, Object> arguments() {
        return arguments;
    }

    void rename(String newName) {
        name = newName;
    }

    void resetName() {
        name = ownName;
    }
}
