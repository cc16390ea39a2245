package dev.alb.assertions;

import com.fasterxml.jackson.databind.JsonNode;

/** One place where JSON is not as expected. */
record Difference(String path, JsonNode expected, JsonNode actual) {

    @Override
    public String toString() {
        String where = path.isEmpty() ? "the block" : path;
        return where + ": expected " + Json.shown(expected) + ", got " + Json.shown(actual);
    }
}
