package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;

/** What a configuration says of a value: from which other resources it comes. */
public interface Origin {

    /** Nothing is said. */
    Origin NONE = new Origin() {
        @Override
        public Origin at(String name) {
            return this;
        }

        @Override
        public List<Origin> ofItems(JsonNode items) {
            return Collections.nCopies(items.size(), this);
        }

        @Override
        public List<String> references() {
            return List.of();
        }

        @Override
        public boolean isInDoubt() {
            return true;
        }
    };

    /** The same of an attribute or block. */
    Origin at(String name);

    /**
     * The same of each element of a list or set, one for each.
     *
     * @param items what is known of the elements, as their order in the configuration may be another one
     */
    List<Origin> ofItems(JsonNode items);

    /** The addresses of the resources that the value comes from, without doubt; empty where there is any. */
    List<String> references();

    /** Whether it can't be told from which resources the value comes; one from outside comes from none. */
    boolean isInDoubt();
}
