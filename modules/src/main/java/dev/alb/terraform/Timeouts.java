package dev.alb.terraform;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long Terraform waits for a resource; each that is {@code null} keeps the provider's default.
 *
 * @param create for its creation
 * @param update for a change in place
 * @param delete for its deletion
 */
public record Timeouts(
        @Nullable Duration create,
        @Nullable Duration update,
        @Nullable Duration delete) implements TerraformValue {

    @Override
    public Map<String, Object> toTerraform() {
        Map<String, Object> timeouts = new LinkedHashMap<>();
        put(timeouts, "create", create);
        put(timeouts, "update", update);
        put(timeouts, "delete", delete);
        return timeouts;
    }

    /** The operations for which a time is given. */
    Set<String> names() {
        return toTerraform().keySet();
    }

    private static void put(Map<String, Object> timeouts, String name, @Nullable Duration duration) {
        if (duration != null) {
            timeouts.put(name, duration.toSeconds() + "s");
        }
    }
}
