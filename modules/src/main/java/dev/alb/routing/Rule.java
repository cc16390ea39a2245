package dev.alb.routing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a listener.
 *
 * @param name by which a person knows it, such as its Terraform address
 * @param priority the lowest is asked first; {@code null} if nobody knows it yet
 * @param conditions all of which a request has to meet
 * @param outcome what becomes of the request
 */
public record Rule(String name, @Nullable Integer priority, List<Condition> conditions, Outcome outcome) {
    /** Copies the conditions. */
    public Rule {
        conditions = List.copyOf(conditions);
    }

    /** Whether a request meets all conditions. */
    public Answer answer(Request request) {
        return conditions.stream().map(condition -> condition.answer(request)).reduce(Answer.YES, Answer::and);
    }

    /** The first condition that a request fails; the rule as a whole if there is none. */
    public String reasonAgainst(Request request) {
        return conditions.stream()
                .filter(condition -> condition.answer(request) == Answer.NO)
                .map(Condition::toString)
                .findFirst()
                .orElse(name);
    }

    /** Whether it is known of each request whether the rule takes it. */
    public boolean isExact() {
        return priority != null && conditions.stream().allMatch(Condition::isExact);
    }

    /** The requests that it takes, if no rule before it does; more than that if it isn't exact. */
    public RequestSet requests() {
        return Condition.requests(conditions);
    }

    /** What it asks for, as a person says it; empty if for nothing. */
    public String asked() {
        return Condition.inWords(conditions);
    }

    /** Whether another rule asks for the same and does the same, whatever their names and numbers. */
    boolean isLike(Rule other) {
        return conditions.equals(other.conditions) && outcome.equals(other.outcome);
    }

    @Override
    public String toString() {
        String number = priority == null ? "priority known after apply" : "priority " + priority;
        return name + " (" + number + "): " + asked() + " -> " + outcome;
    }
}
