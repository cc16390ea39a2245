package dev.alb.serve.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters of a request of the Query API. */
record Parameters(Map<String, String> all) {
    Optional<String> text(String name) {
        return Optional.ofNullable(all.get(name)).filter(text -> !text.isEmpty());
    }

    /** A list, whose members are numbered from one. */
    List<String> list(String name) {
        return members(name, "");
    }

    /** One field of each member of a list of structures. */
    List<String> members(String name, String field) {
        List<String> members = new ArrayList<>();
        while (true) {
            String value = all.get(name + ".member." + (members.size() + 1) + field);
            if (value == null) {
                return members;
            }
            members.add(value);
        }
    }
}
