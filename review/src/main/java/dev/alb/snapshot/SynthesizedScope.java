package dev.alb.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What names mean in a configuration in JSON: its resources, and its locals. */
final class SynthesizedScope {
    private static final Pattern LOCAL = Pattern.compile("\\s*local\\.([A-Za-z_][A-Za-z0-9_-]*)\\s*");
    private static final Set<String> CONSTANTS = Set.of("var", "path", "terraform", "count");
    private static final int DEPTH = 64;

    private final Set<String> addresses = new HashSet<>();
    private final Map<String, JsonNode> locals = new HashMap<>();

    void addResource(String address) {
        addresses.add(address);
    }

    void addLocal(String name, JsonNode value) {
        locals.put(name, value);
    }

    /** The value of a text; a missing node if it is not known before Terraform runs. */
    JsonNode value(String text) {
        return value(text, 0);
    }

    private JsonNode value(String text, int depth) {
        Template template = Template.of(text);
        if (template.parts().size() == 1) {
            return value(template.parts().get(0), depth);
        }
        StringBuilder joined = new StringBuilder();
        for (Template.Part part : template.parts()) {
            JsonNode value = value(part, depth);
            if (!value.isValueNode() || value.isNull()) {
                return MissingNode.getInstance();
            }
            joined.append(value.asText());
        }
        return TextNode.valueOf(joined.toString());
    }

    private JsonNode value(Template.Part part, int depth) {
        if (!part.isExpression()) {
            return TextNode.valueOf(part.text());
        }
        Matcher local = LOCAL.matcher(part.text());
        return local.matches() && depth < DEPTH
                ? literal(locals.getOrDefault(local.group(1), MissingNode.getInstance()), depth + 1)
                : MissingNode.getInstance();
    }

    /** A local that holds other expressions in a list or an object is not looked into. */
    private JsonNode literal(JsonNode local, int depth) {
        if (local.isTextual()) {
            return value(local.asText(), depth);
        }
        return local.isValueNode() || !holdsTemplates(local) ? local : MissingNode.getInstance();
    }

    private static boolean holdsTemplates(JsonNode node) {
        if (node.isTextual()) {
            return node.asText().contains("${") || node.asText().contains("%{");
        }
        for (JsonNode part : node) {
            if (holdsTemplates(part)) {
                return true;
            }
        }
        return false;
    }

    /** Where a value comes from, with all that stands in it. */
    void collect(JsonNode value, Sources sources) {
        if (value.isTextual()) {
            Template.of(value.asText()).references().forEach(reference -> collect(reference, sources));
        }
        for (JsonNode part : value) {
            collect(part, sources);
        }
    }

    private void collect(Traversal reference, Sources sources) {
        String first = reference.step(0);
        String resource = reference.first(Address.sizeOfName(first)).toString();
        if (addresses.contains(resource)) {
            sources.add(resource);
        } else if (first.equals("local") && locals.containsKey(reference.step(1)) && !sources.isInDoubt()) {
            Sources behind = sources.deeper();
            if (!behind.isInDoubt()) {
                collect(locals.get(reference.step(1)), behind);
            }
            sources.addAll(behind, reference.size() > 2);
        } else if (!CONSTANTS.contains(first) && !reference.toString().equals("each.key")) {
            sources.doubt();
        }
    }
}
