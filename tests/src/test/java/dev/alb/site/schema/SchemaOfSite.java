package dev.alb.site.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** What an editor that knows the schema says of a site file. */
public final class SchemaOfSite {
    private static final JsonSchema SCHEMA =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(SiteSchema.generate());
    private static final LoadSettings AS_EDITORS_DO =
            LoadSettings.builder().setSchema(new CoreSchema()).build();

    private SchemaOfSite() {}

    /** The findings, line by line; empty where there are none. */
    public static String findings(String yaml) {
        JsonNode site = new ObjectMapper().valueToTree(new Load(AS_EDITORS_DO).loadFromString(yaml));
        return SCHEMA.validate(site).stream().map(ValidationMessage::getMessage).collect(Collectors.joining("\n"));
    }
}
