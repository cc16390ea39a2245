package dev.alb.sandbox.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.InvalidAccount.Complaint;
import dev.alb.sandbox.values.CanonicalJson;
import dev.alb.sandbox.values.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The file of one object: its name, and the object as JSON. */
final class ObjectFile {
    private static final String FIX = "Correct the file, or delete it: then the object is gone from AWS.";
    private static final Set<String> KEYS = Set.of("type", "region", "origin", "attributes");
    private static final int LONGEST = 60;
    private static final int HASH = 8;

    private ObjectFile() {}

    /**
     * Where an object is kept: {@code objects/eu-central-1/aws_vpc/vpc-0a1b2c3d-5f1c93aa.json}.
     *
     * <p>The end of the id can be read; the hash keeps those apart that differ only in what a file system does not accept.
     */
    static String name(ObjectKey key) {
        String region = key.region().isEmpty() ? "global" : readable(key.region());
        return "objects/" + region + "/" + readable(key.type()) + "/" + readable(key.id()) + "-"
                + Fingerprint.of(key.id()).substring(0, HASH) + ".json";
    }

    private static String readable(String id) {
        String named = id.replaceFirst("^arn:[^:]*:[^:]*:[^:]*:[^:]*:", "").replaceAll("[^A-Za-z0-9._-]+", "-");
        String end = named.substring(Math.max(0, named.length() - LONGEST));
        return end.replaceFirst("^[^A-Za-z0-9]+", "");
    }

    static ObjectNode json(AwsObject object) {
        ObjectNode json = JsonText.object();
        json.put("type", object.type());
        json.put("region", object.region());
        json.put("origin", object.origin().name().toLowerCase(Locale.ROOT));
        json.set("attributes", CanonicalJson.of(object.attributes()));
        return json;
    }

    /**
     * The object in a file.
     *
     * @throws InvalidAccount if it does not fit its type
     */
    static AwsObject read(String where, String text, ObjectTypes types) {
        ObjectNode json = JsonText.parse(where, text, FIX);
        List<Complaint> complaints = new ArrayList<>();
        String type = text(json, "type", where, complaints);
        String region = text(json, "region", where, complaints);
        Origin origin = origin(json.path("origin"), where, complaints);
        unknownKeys(json, where, complaints);
        JsonNode attributes = json.path("attributes");
        types.complain(type, attributes, where, "attributes", FIX, complaints);
        if (!complaints.isEmpty()) {
            throw new InvalidAccount(complaints);
        }
        Value.Mapping read = types.read(type, attributes, origin == Origin.ASSUMED);
        return new AwsObject(type, region, read, origin);
    }

    private static String text(ObjectNode json, String name, String where, List<Complaint> complaints) {
        if (!json.path(name).isTextual()) {
            complaints.add(new Complaint(where + " " + name, "be a text", got(json.path(name)), FIX));
        }
        return json.path(name).asText();
    }

    private static Origin origin(JsonNode json, String where, List<Complaint> complaints) {
        List<String> words = Stream.of(Origin.values())
                .map(origin -> origin.name().toLowerCase(Locale.ROOT))
                .toList();
        int index = words.indexOf(json.asText());
        if (index < 0) {
            String rule = "be one of " + String.join(", ", words);
            complaints.add(new Complaint(where + " origin", rule, got(json), FIX));
        }
        return index < 0 ? Origin.CREATED : Origin.values()[index];
    }

    private static void unknownKeys(ObjectNode json, String where, List<Complaint> complaints) {
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            if (!KEYS.contains(entry.getKey())) {
                String rule = "be one of type, region, origin, attributes";
                complaints.add(new Complaint(where + " " + entry.getKey(), rule, entry.getKey(), FIX));
            }
        }
    }

    private static String got(JsonNode json) {
        return json.isMissingNode() ? "nothing" : json.toString();
    }
}
