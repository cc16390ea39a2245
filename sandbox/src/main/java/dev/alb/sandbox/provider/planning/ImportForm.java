package dev.alb.sandbox.provider.planning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.values.Value;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an import takes as the id.
 *
 * @param form what the id looks like; a named group is an attribute that it tells
 * @param refusal what the provider says to any other; <code>{id}</code> is what it got
 */
public record ImportForm(Pattern form, String refusal) {
    private static final Pattern GROUP = Pattern.compile("\\(\\?<(\\w+)>");

    static ImportForm parse(JsonNode json) {
        String refusal = json.path("refusal").asText("unexpected format of ID ({id})");
        return new ImportForm(Pattern.compile(json.path("form").asText(".+"), Pattern.DOTALL), refusal);
    }

    /** What an id tells about the object; empty if the provider does not take it. */
    public Optional<Map<String, Value>> read(String id) {
        Matcher matcher = form.matcher(id);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, Value> told = new LinkedHashMap<>();
        Matcher groups = GROUP.matcher(form.pattern());
        while (groups.find()) {
            String value = matcher.group(groups.group(1));
            if (value != null) {
                told.put(attribute(groups.group(1)), Value.text(value));
            }
        }
        return Optional.of(told);
    }

    /** A name of a group has no underscores in Java, so it is written with capitals. */
    private static String attribute(String group) {
        return group.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /** The provider's error about an id. */
    public String refusal(String id) {
        return refusal.replace("{id}", id);
    }
}
