package dev.alb.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The requests that end at one rule.
 *
 * @param rule the rule; {@code null} for the default action
 * @param outcome what becomes of them
 * @param asked what the rule asks for; more than ends there, as rules before it take a part
 * @param pieces the requests, in sets that have nothing in common
 * @param hiders the rules before it that take requests from it, in their order
 */
public record Share(@Nullable Rule rule, Outcome outcome, RequestSet asked, List<Piece> pieces, List<Rule> hiders) {

    /**
     * Some of the requests.
     *
     * @param requests which ones
     * @param doubts rules before, of which it cannot be told whether they take these requests
     */
    public record Piece(RequestSet requests, List<Rule> doubts) {
        Piece doubting(RequestSet less, Rule rule) {
            List<Rule> more = new ArrayList<>(doubts);
            more.add(rule);
            return new Piece(less, more);
        }
    }

    /** Whether no request ends there, whatever is not known. */
    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** Whether it is known which requests end there, and what becomes of them. */
    public boolean isCertain() {
        return (rule == null || rule.isExact()) && outcome.isKnown();
    }

    /** The name of the rule. */
    public String name() {
        return rule == null ? "default action" : rule.name();
    }

    /** One of its requests, at the usual host if there is one. */
    public Optional<Request> example(Request usual) {
        List<Request> examples =
                pieces.stream().map(piece -> piece.requests().example(usual)).toList();
        return examples.stream()
                .filter(example -> example.host().equals(usual.host()))
                .findFirst()
                .or(() -> examples.stream().findFirst());
    }
}
