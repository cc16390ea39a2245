package dev.alb.routing;

import dev.alb.terraform.Cidr;
import java.util.Locale;
import java.util.Optional;

/** Decides about a request one rule after the other, in the plainest way there is, and shares no code with the model. */
public final class SlowEvaluator {
    private SlowEvaluator() {}

    /** The name of the rule that takes a request. */
    public static String decides(RoutingTable table, Request request) {
        for (Rule rule : table.rules()) {
            if (rule.conditions().stream().allMatch(condition -> meets(condition, request))) {
                return rule.name();
            }
        }
        return "default action";
    }

    /** What becomes of a request. */
    public static Outcome outcome(RoutingTable table, Request request) {
        String name = decides(table, request);
        return table.rules().stream()
                .filter(rule -> rule.name().equals(name))
                .map(Rule::outcome)
                .findFirst()
                .orElse(table.defaultOutcome());
    }

    private static boolean meets(Condition condition, Request request) {
        if (condition instanceof Condition.OnQuery query) {
            return query.parameters().stream()
                    .anyMatch(wanted -> request.query().stream()
                            .anyMatch(given -> (wanted.key() == null
                                            || matches(lower(wanted.key()), lower(given.key()), true))
                                    && matches(lower(String.valueOf(wanted.value())), lower(given.value()), true)));
        }
        Condition.OnPart onPart = (Condition.OnPart) condition;
        return onPart.patterns().stream().anyMatch(pattern -> meets(onPart.part(), pattern, request));
    }

    private static boolean meets(Part part, Pattern pattern, Request request) {
        if (pattern instanceof Pattern.Network network) {
            return network.cidr()
                    .contains(Cidr.ofAddress(String.valueOf(request.source())).orElseThrow());
        }
        String glob = ((Pattern.Glob) pattern).pattern();
        return switch (part.kind()) {
            case HOST -> matches(lower(glob), request.host(), false);
            case PATH -> matches(glob, request.path(), false);
            case METHOD -> glob.equals(request.method());
            case HEADER -> {
                Optional<String> value = request.header(part.header());
                yield value.isPresent() && matches(lower(glob), lower(value.get()), false);
            }
            case SOURCE -> throw new IllegalStateException("An address has no wildcards");
        };
    }

    private static boolean matches(String pattern, String text, boolean escapes) {
        if (pattern.isEmpty()) {
            return text.isEmpty();
        }
        char first = pattern.charAt(0);
        if (first == '*') {
            return matches(pattern.substring(1), text, escapes)
                    || !text.isEmpty() && matches(pattern, text.substring(1), escapes);
        }
        boolean escaped = escapes && first == '\\' && pattern.length() > 1;
        char wanted = escaped ? pattern.charAt(1) : first;
        boolean fits = !text.isEmpty() && (!escaped && first == '?' || text.charAt(0) == wanted);
        return fits && matches(pattern.substring(escaped ? 2 : 1), text.substring(1), escapes);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
