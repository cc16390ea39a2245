package dev.alb.route;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields that only some outcomes have. */
record EndingJson(Ending ending) {

    Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        if (ending instanceof Ending.Forwarded forwarded) {
            List<Object> groups = new ArrayList<>();
            forwarded.destinations().forEach(one -> groups.add(destination(one)));
            json.put("target_groups", groups);
            json.put("stickiness", forwarded.stickiness());
            json.put("rewritten_url", forwarded.isRewritten() ? forwarded.url() : null);
        } else if (ending instanceof Ending.Redirected redirected) {
            json.put("status", redirected.statusCode());
            json.put("location", redirected.location());
        } else if (ending instanceof Ending.Answered answered) {
            json.put("status", answered.statusCode());
            json.put("content_type", answered.contentType());
            json.put("body", answered.body());
        } else {
            json.put("why", Words.of(ending));
        }
        return json;
    }

    private static Map<String, Object> destination(Destination one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("address", one.targetGroup());
        json.put("percent", Double.valueOf(one.percent().replace(" %", "")));
        json.put("protocol", one.protocol());
        json.put("protocol_version", one.protocolVersion());
        json.put("port", one.port());
        json.put("target_type", one.targetType());
        json.put("targets", one.targets());
        return json;
    }
}
