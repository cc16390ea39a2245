package dev.alb.sandbox.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alb.sandbox.account.AccountFile.Declaration;
import dev.alb.sandbox.account.InvalidAccount.Complaint;
import dev.alb.sandbox.schema.AwsSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads an account file and finds everything that is wrong in it. */
final class AccountFileReader {
    private static final Set<String> KEYS = Set.of("account_id", "region", "quotas", "objects");

    private final String where;
    private final ObjectTypes types = new ObjectTypes(AwsSchema.load());
    private final List<Complaint> complaints = new ArrayList<>();

    AccountFileReader(String where) {
        this.where = where;
    }

    AccountFile read(ObjectNode json) {
        json.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                complain(key, "be a known key", '"' + key + '"', Nearest.fix(key, KEYS));
            }
        });
        Optional<String> id = accountId(json.path("account_id"));
        Optional<String> region = region(json.path("region"));
        Quotas quotas = quotas(json.path("quotas"));
        Caller caller = new Caller(id, region.orElse(Caller.FALLBACK_REGION));
        region.ifPresent(caller::workIn);
        List<Declaration> declarations = objects(json.path("objects"), caller);
        if (!complaints.isEmpty()) {
            throw new InvalidAccount(complaints);
        }
        Set<String> declared = new TreeSet<>();
        json.path("objects").fieldNames().forEachRemaining(declared::add);
        return new AccountFile(Optional.empty(), id, region, quotas, declared, declarations);
    }

    private Optional<String> accountId(JsonNode json) {
        boolean fits = json.isMissingNode() || json.isTextual() && json.asText().matches("\\d{12}");
        if (!fits) {
            complain("account_id", "be a text of 12 digits", json, "Write it in quotes: \"123456789012\".");
        }
        return json.isMissingNode() ? Optional.empty() : Optional.of(json.asText());
    }

    private Optional<String> region(JsonNode json) {
        boolean fits = json.isMissingNode() || json.asText().matches("[a-z]{2}(-[a-z]+)+-\\d");
        if (!fits) {
            complain("region", "be a region of AWS", json, "Write it as AWS does: \"eu-central-1\".");
        }
        return fits && !json.isMissingNode() ? Optional.of(json.asText()) : Optional.empty();
    }

    private Quotas quotas(JsonNode json) {
        Quotas quotas = Quotas.usual();
        if (!json.isMissingNode() && !json.isObject()) {
            complain("quotas", "be an object", json, "Write {\"rules-per-application-load-balancer\": 200}.");
        }
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            String at = "quotas." + entry.getKey();
            Optional<Quota> quota = Quota.named(entry.getKey());
            boolean fits = entry.getValue().isInt() && entry.getValue().asInt() >= 0;
            if (quota.isEmpty()) {
                List<String> names = Stream.of(Quota.values()).map(Quota::key).toList();
                complain(at, "be a known quota", '"' + entry.getKey() + '"', Nearest.fix(entry.getKey(), names));
            } else if (!fits) {
                complain(
                        at,
                        "be a whole number, 0 or more",
                        entry.getValue(),
                        "AWS's own value is " + quota.get().usual() + ".");
            } else {
                quotas = quotas.with(quota.get(), entry.getValue().asInt());
            }
        }
        return quotas;
    }

    private List<Declaration> objects(JsonNode json, Caller caller) {
        if (!json.isMissingNode() && !json.isObject()) {
            complain("objects", "be an object", json, "Write {\"aws_vpc\": [{\"id\": \"vpc-0a1b2c3d4e5f60718\"}]}.");
        }
        List<Declaration> declarations = new ArrayList<>();
        json.properties().forEach(entry -> ofType(entry.getKey(), entry.getValue(), caller, declarations));
        return declarations;
    }

    private void ofType(String type, JsonNode json, Caller caller, List<Declaration> declarations) {
        String at = "objects." + type;
        if (types.find(type).isEmpty()) {
            String fix = Nearest.fix(type, types.schema().resources().keySet());
            complain(at, "be a resource type that the sandbox has", '"' + type + '"', fix);
            return;
        }
        if (!json.isArray()) {
            complain(at, "be an array of objects", json, "Put the objects in brackets, or write [] for none.");
            return;
        }
        Map<ObjectKey, String> seen = new TreeMap<>();
        for (int i = 0; i < json.size(); i++) {
            String place = at + "[" + i + "]";
            int before = complaints.size();
            DeclaredObject declared = new DeclaredObject(types, type, json.get(i));
            declared.complain(where, place, complaints);
            if (complaints.size() == before) {
                Declaration declaration = declared.complete(caller);
                unique(declaration.object(), place, seen);
                declarations.add(declaration);
            }
        }
    }

    private void unique(AwsObject object, String place, Map<ObjectKey, String> seen) {
        String twin = seen.putIfAbsent(ObjectKey.of(object), place);
        if (twin != null) {
            String got = "\"" + object.id() + "\", which " + twin + " has";
            complain(place + ".id", "be an id of its own", got, "Delete one of the two, or give it another id.");
        }
    }

    private void complain(String at, String rule, Object got, String fix) {
        complaints.add(new Complaint(where + " " + at, rule, got.toString(), fix));
    }
}
