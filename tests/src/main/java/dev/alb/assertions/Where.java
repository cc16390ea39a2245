package dev.alb.assertions;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Says which resource is meant by a part of its content instead of by its name.
 *
 * @param content what it has to have at least
 */
public record Where(JsonNode content) {

    /**
     * By partial JSON: {@code where("{priority: 10}")}.
     *
     * @param json JSON, in which quotes around names may be missing and quotes may be single
     */
    public static Where where(String json) {
        return new Where(Json.parse(json));
    }

    @Override
    public String toString() {
        return "where " + content;
    }
}
