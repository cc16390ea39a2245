package dev.alb.sandbox.values;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alb.sandbox.values.CtyType.CollectionOf;
import dev.alb.sandbox.values.CtyType.Kind;
import dev.alb.sandbox.values.CtyType.ObjectOf;
import dev.alb.sandbox.values.CtyType.Primitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A place where some JSON does not fit a type.
 *
 * @param path where it is, such as {@code health_check[0].port}
 * @param rule what it must be
 * @param got what stands there
 */
public record JsonMismatch(String path, String rule, String got) {

    /** All places where some JSON does not fit; none if it can be read as a value of the type. */
    public static List<JsonMismatch> of(JsonNode json, CtyType type) {
        List<JsonMismatch> found = new ArrayList<>();
        collect(json, type, "", found);
        return found;
    }

    private static void collect(JsonNode json, CtyType type, String path, List<JsonMismatch> found) {
        if (json.isNull() || json.isMissingNode()) {
            return;
        }
        if (type instanceof Primitive primitive) {
            primitive(json, primitive, path, found);
        } else if (type instanceof ObjectOf object) {
            object(json, object, path, found);
        } else if (type instanceof CollectionOf collection && collection.kind() == Kind.MAP) {
            map(json, collection, path, found);
        } else if (type instanceof CollectionOf collection) {
            elements(json, collection, path, found);
        }
    }

    private static void primitive(JsonNode json, Primitive type, String path, List<JsonMismatch> found) {
        boolean fits = switch (type) {
            case STRING -> json.isTextual();
            case BOOL -> json.isBoolean();
            case NUMBER -> json.isNumber();
        };
        String rule = switch (type) {
            case STRING -> "be a text";
            case BOOL -> "be true or false";
            case NUMBER -> "be a number";
        };
        check(fits, json, path, rule, found);
    }

    private static void object(JsonNode json, ObjectOf type, String path, List<JsonMismatch> found) {
        if (check(json.isObject(), json, path, "be an object", found)) {
            for (Map.Entry<String, JsonNode> entry : json.properties()) {
                String name = entry.getKey();
                CtyType attribute = type.attributes().get(name);
                if (attribute == null) {
                    found.add(new JsonMismatch(at(path, name), "be a known attribute", '"' + name + '"'));
                } else {
                    collect(entry.getValue(), attribute, at(path, name), found);
                }
            }
        }
    }

    private static void map(JsonNode json, CollectionOf type, String path, List<JsonMismatch> found) {
        if (check(json.isObject(), json, path, "be an object", found)) {
            json.properties().forEach(e -> collect(e.getValue(), type.element(), at(path, e.getKey()), found));
        }
    }

    private static void elements(JsonNode json, CollectionOf type, String path, List<JsonMismatch> found) {
        if (check(json.isArray(), json, path, "be an array", found)) {
            for (int i = 0; i < json.size(); i++) {
                collect(json.get(i), type.element(), path + "[" + i + "]", found);
            }
        }
    }

    private static boolean check(boolean fits, JsonNode json, String path, String rule, List<JsonMismatch> found) {
        if (!fits) {
            found.add(new JsonMismatch(path, rule, json.toString()));
        }
        return fits;
    }

    private static String at(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
