package dev.alb.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A listener: its rules in the order of their priorities, and what it does where none applies.
 *
 * <p>A rule whose priority nobody knows stands before all others and is in doubt.
 *
 * @param listener its name
 * @param rules in the order in which they are asked
 * @param defaultOutcome what is done where no rule applies
 */
public record RoutingTable(String listener, List<Rule> rules, Outcome defaultOutcome) {
    /** Sorts the rules. */
    public RoutingTable {
        rules = rules.stream()
                .sorted(Comparator.comparing((Rule rule) -> rule.priority() == null ? 0 : rule.priority())
                        .thenComparing(Rule::name))
                .toList();
    }

    /** What becomes of a request. */
    public Decision decide(Request request) {
        List<Decision.Passed> passed = new ArrayList<>();
        List<Rule> possible = new ArrayList<>();
        for (Rule rule : rules) {
            Answer answer = answer(rule, request);
            if (answer == Answer.YES) {
                possible.add(rule);
                return new Decision(passed, possible, possible.size() == 1, defaultOutcome);
            }
            if (answer == Answer.CANNOT_TELL) {
                possible.add(rule);
            } else {
                passed.add(new Decision.Passed(rule, rule.reasonAgainst(request)));
            }
        }
        return new Decision(passed, possible, possible.isEmpty(), defaultOutcome);
    }

    private static Answer answer(Rule rule, Request request) {
        Answer answer = rule.answer(request);
        return rule.priority() == null && answer == Answer.YES ? Answer.CANNOT_TELL : answer;
    }

    /** All that it does with requests, the default action last. */
    public Stream<Outcome> outcomes() {
        return Stream.concat(rules.stream().map(Rule::outcome), Stream.of(defaultOutcome));
    }

    /** Which requests end where: a share for each rule, and one for the default action at the end. */
    public List<Share> shares() {
        List<Share.Piece> open = List.of(new Share.Piece(RequestSet.everything(), List.of()));
        List<RequestSet> asked = rules.stream().map(Rule::requests).toList();
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            RequestSet requests = asked.get(i);
            List<Share.Piece> taken = new ArrayList<>();
            List<Share.Piece> left = new ArrayList<>();
            for (Share.Piece piece : open) {
                divide(piece, rule, requests, taken, left);
            }
            shares.add(new Share(rule, rule.outcome(), requests, List.copyOf(taken), hiders(asked, i)));
            open = left;
        }
        shares.add(new Share(null, defaultOutcome, RequestSet.everything(), List.copyOf(open), List.of()));
        return shares;
    }

    /** What a rule takes of some requests, and what it leaves; what it may take it takes and leaves. */
    private static void divide(
            Share.Piece piece, Rule rule, RequestSet requests, List<Share.Piece> taken, List<Share.Piece> left) {
        Optional<RequestSet> both = piece.requests().intersection(requests);
        if (both.isEmpty()) {
            left.add(piece);
            return;
        }
        taken.add(new Share.Piece(both.get(), piece.doubts()));
        for (RequestSet rest : piece.requests().minus(requests)) {
            left.add(new Share.Piece(rest, piece.doubts()));
        }
        if (!rule.isExact()) {
            left.add(piece.doubting(both.get(), rule));
        }
    }

    /**
     * The rules that take requests from a rule: one that takes all of them, if there is one, or else all that take some, in
     * their order. None for a rule that gets all it asks for, or asks for what no request is.
     */
    public List<Rule> covering(Rule rule) {
        return Cover.of(rule.requests(), rules.subList(0, rules.indexOf(rule)));
    }

    private List<Rule> hiders(List<RequestSet> asked, int end) {
        return IntStream.range(0, end)
                .filter(earlier -> rules.get(earlier).isExact())
                .filter(earlier -> asked.get(earlier).meets(asked.get(end)))
                .mapToObj(rules::get)
                .toList();
    }
}
