package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;

/** Where a value comes from by an expression or a block of a plan's configuration. */
final class ConfiguredOrigin implements Origin {
    private final JsonNode configured;
    private final Scope scope;
    private final Repetition repetition;

    ConfiguredOrigin(JsonNode configured, Scope scope, Repetition repetition) {
        this.configured = configured;
        this.scope = scope;
        this.repetition = repetition;
    }

    @Override
    public Origin at(String name) {
        return References.isExpression(configured) ? ofAnyPart() : of(configured.path(name));
    }

    /** A part of an expression comes from the only resource that there is in it. */
    private Origin ofAnyPart() {
        return references().size() == 1 ? this : NONE;
    }

    private Origin of(JsonNode part) {
        return part.isContainerNode() ? new ConfiguredOrigin(part, scope, repetition) : NONE;
    }

    /** Blocks of a set stand in another order than their values, so each block is looked for by its constants. */
    @Override
    public List<Origin> ofItems(JsonNode items) {
        if (References.isExpression(configured)) {
            return Collections.nCopies(items.size(), ofAnyPart());
        }
        return BlockPairs.blocksOf(configured, items).stream().map(this::of).toList();
    }

    @Override
    public List<String> references() {
        return References.isExpression(configured) ? sources().addresses() : List.of();
    }

    @Override
    public boolean isInDoubt() {
        return !References.isExpression(configured) || sources().isInDoubt();
    }

    private Sources sources() {
        Sources sources = new Sources();
        scope.collect(configured, repetition, sources);
        return sources;
    }
}
