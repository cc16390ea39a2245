package dev.alb.snapshot;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an instance of a resource stands.
 *
 * @param calls the modules on the way to it, from the root
 * @param resource what its module calls the resource: {@code aws_lb.alb}, {@code data.aws_lb.alb}
 * @param key the key of the instance in its brackets; empty if it has none
 */
record Address(List<Call> calls, String resource, String key) {
    private static final String MODULE = "module";

    /** An instance of a module. */
    record Call(String name, String key) {
        @Override
        public String toString() {
            return MODULE + "." + name + key;
        }
    }

    static Address of(String text) {
        Traversal traversal = Traversal.of(text);
        List<Call> calls = new ArrayList<>();
        int at = 0;
        while (traversal.step(at).equals(MODULE)) {
            String key = traversal.key(at + 2);
            calls.add(new Call(traversal.step(at + 1), key));
            at += key.isEmpty() ? 2 : 3;
        }
        int end = Math.min(at + sizeOfName(traversal.step(at)), traversal.size());
        String resource = String.join(".", traversal.steps().subList(Math.min(at, end), end));
        return new Address(List.copyOf(calls), resource, traversal.key(end));
    }

    /** How many steps name a resource in its module. */
    static int sizeOfName(String first) {
        return first.equals("data") ? 3 : 2;
    }

    /** What comes before the name of a resource in a module. */
    static String prefix(List<Call> calls) {
        StringBuilder prefix = new StringBuilder();
        calls.forEach(call -> prefix.append(call).append('.'));
        return prefix.toString();
    }

    /** The address without the key: all instances have it in common. */
    String withoutKey() {
        return prefix(calls) + resource;
    }
}
