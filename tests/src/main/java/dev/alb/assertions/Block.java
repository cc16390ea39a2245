package dev.alb.assertions;

import com.fasterxml.jackson.databind.JsonNode;

/** One block of a stack together with its address. */
record Block(String address, JsonNode json) {

    /** The last part of the address. */
    String name() {
        return address.substring(address.lastIndexOf('.') + 1);
    }

    /** Both, as a failure shows them. */
    String shown() {
        return address + " " + Json.pretty(json);
    }
}
