package dev.alb.serverxml;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alb.snapshot.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The guide as JSON, for programs; the README has the fields. */
public final class GuideJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private GuideJson() {}

    /** One document. */
    public static String of(ServerXmlGuide guide) {
        SiteNeeds needs = guide.needs();
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("base_url", guide.baseUrl());
        ConfluenceVersion version = guide.version();
        document.put("confluence_version", version == null ? null : version.toString());
        document.put("idle_timeout", needs.idleTimeout().toSeconds());
        document.put("connector", ConnectorXml.attributes(needs, guide.tomcat()));
        document.put("connector_xml", String.join("\n", ConnectorXml.lines(needs, guide.tomcat())));
        document.put("context_path", needs.address().contextPath());
        document.put("jvm_options", guide.options());
        document.put("environment", guide.container().environment());
        document.put("helm_values", String.join("\n", guide.container().values()) + "\n");
        List<String> notes = new ArrayList<>(guide.notes());
        notes.addAll(guide.container().notes());
        document.put("notes", notes);
        return JsonText.write(JSON.valueToTree(document));
    }
}
