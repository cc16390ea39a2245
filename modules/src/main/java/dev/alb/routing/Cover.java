package dev.alb.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the rules that leave another one nothing. */
final class Cover {
    private Cover() {}

    /** One rule that is enough, or else all that take something, in their order. */
    static List<Rule> of(RequestSet requests, List<Rule> earlier) {
        List<Rule> exact = earlier.stream().filter(Rule::isExact).toList();
        Optional<Rule> alone =
                exact.stream().filter(rule -> rule.requests().covers(requests)).findFirst();
        return alone.map(List::of).orElseGet(() -> taking(requests, exact));
    }

    private static List<Rule> taking(RequestSet requests, List<Rule> earlier) {
        List<Rule> taking = new ArrayList<>();
        List<RequestSet> open = requests.isEmpty() ? List.of() : List.of(requests);
        for (Rule rule : earlier) {
            RequestSet taken = rule.requests();
            if (open.stream().anyMatch(piece -> piece.meets(taken))) {
                taking.add(rule);
                open = open.stream()
                        .flatMap(piece -> piece.minus(taken).stream())
                        .toList();
            }
        }
        return taking;
    }
}
