package dev.alb.review;

import dev.alb.routing.Condition;
import dev.alb.routing.RequestSet;
import dev.alb.routing.Rule;
import dev.alb.routing.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The requests that one rule decides before and one after, in the words of the rules' conditions.
 *
 * @param conditions what a request must have
 * @param others the rules that take some of these requests first, before or after
 * @param isRest whether it is what no rule takes
 */
record RequestClass(List<Condition> conditions, List<Rule> others, boolean isRest) {
    /** So many exceptions are told by their conditions; more are counted. */
    private static final int TOLD = 3;

    /** Of more than these nobody asks which of them is the wider one. */
    private static final int MANY = 12;

    static RequestClass of(List<Share> before, Share from, List<Share> after, Share to) {
        List<Condition> conditions = needed(Stream.concat(conditions(from.rule()), conditions(to.rule()))
                .distinct()
                .toList());
        RequestSet requests = Condition.requests(conditions);
        List<Share> others = Stream.concat(earlier(before, from), earlier(after, to))
                .filter(share -> share.rule() != null && share.rule().isExact())
                .filter(share -> share.asked().meets(requests))
                .toList();
        return new RequestClass(conditions, widest(others, requests), from.rule() == null && to.rule() == null);
    }

    private static Stream<Condition> conditions(@Nullable Rule rule) {
        return rule == null ? Stream.of() : rule.conditions().stream();
    }

    private static Stream<Share> earlier(List<Share> shares, Share end) {
        return shares.subList(0, shares.indexOf(end)).stream();
    }

    /** Without the conditions that follow from the others. */
    private static List<Condition> needed(List<Condition> all) {
        List<Condition> needed = new ArrayList<>(all);
        for (Condition condition : all) {
            List<Condition> rest = new ArrayList<>(needed);
            rest.remove(condition);
            if (condition.isExact() && requests(condition).covers(Condition.requests(rest))) {
                needed.remove(condition);
            }
        }
        return needed;
    }

    /** Without the rules whose requests another one of them takes as well. */
    private static List<Rule> widest(List<Share> shares, RequestSet requests) {
        if (shares.size() > MANY) {
            return shares.stream().map(Share::rule).distinct().toList();
        }
        List<Share> widest = new ArrayList<>();
        for (Share share : shares) {
            RequestSet taken = share.asked().intersection(requests).orElseThrow();
            if (widest.stream().noneMatch(other -> other.asked().covers(taken))) {
                widest.removeIf(other -> share.asked()
                        .covers(other.asked().intersection(requests).orElseThrow()));
                widest.add(share);
            }
        }
        return widest.stream().map(Share::rule).toList();
    }

    private static RequestSet requests(Condition condition) {
        return Condition.requests(List.of(condition));
    }

    /** The class in words. */
    String words() {
        if (isRest) {
            return others.isEmpty() ? "all requests" : "all requests that no rule takes";
        }
        String asked = conditions.isEmpty() ? "all requests" : Condition.inWords(conditions);
        if (others.isEmpty()) {
            return asked;
        }
        RequestSet requests = Condition.requests(conditions);
        return others.size() > TOLD
                ? asked + ", except what " + others.size() + " other rules take"
                : asked + ", except "
                        + others.stream()
                                .map(rule -> words(rule, requests))
                                .distinct()
                                .collect(Collectors.joining("; "));
    }

    /** What a rule asks for besides what all requests of the class have. */
    private static String words(Rule rule, RequestSet requests) {
        return Condition.inWords(rule.conditions().stream()
                .filter(condition -> !requests(condition).covers(requests))
                .toList());
    }
}
