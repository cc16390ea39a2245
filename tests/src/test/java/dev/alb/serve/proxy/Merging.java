package dev.alb.serve.proxy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Puts pieces of JSON together by their keys. */
final class Merging {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Merging() {}

    /** The members of all, in which ' stands for ". */
    static String of(List<String> members) {
        ObjectNode all = JSON.createObjectNode();
        try {
            for (String one : members) {
                JSON.readTree("{" + one.replace('\'', '"') + "}")
                        .properties()
                        .forEach(type -> all.withObjectProperty(type.getKey()).setAll((ObjectNode) type.getValue()));
            }
            String text = JSON.writeValueAsString(all);
            return text.substring(1, text.length() - 1);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e.getMessage() + " in " + members, e);
        }
    }
}
