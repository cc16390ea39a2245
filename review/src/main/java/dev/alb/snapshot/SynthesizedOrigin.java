package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Where a value of a configuration in JSON comes from by the expressions in it. */
record SynthesizedOrigin(JsonNode written, SynthesizedScope scope) implements Origin {

    @Override
    public Origin at(String name) {
        return written.isTextual() ? this : new SynthesizedOrigin(written.path(name), scope);
    }

    @Override
    public List<Origin> ofItems(JsonNode items) {
        List<Origin> origins = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            origins.add(new SynthesizedOrigin(written.path(i), scope));
        }
        return origins;
    }

    @Override
    public List<String> references() {
        return sources().addresses();
    }

    @Override
    public boolean isInDoubt() {
        return sources().isInDoubt();
    }

    private Sources sources() {
        Sources sources = new Sources();
        scope.collect(written, sources);
        return sources;
    }
}
