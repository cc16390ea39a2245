package dev.alb.routing;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of one request.
 *
 * @param passed the rules that were asked before, each with the reason why it did not apply
 * @param possible the rules that apply or may apply, in their order; empty if the default action does
 * @param certain whether the first of them applies, or there is none
 * @param defaultOutcome what the listener does where no rule applies
 */
public record Decision(List<Passed> passed, List<Rule> possible, boolean certain, Outcome defaultOutcome) {

    /** A rule that did not apply, and why: the condition that the request fails. */
    public record Passed(Rule rule, String reason) {}

    /** The rule that decides; none if the default action does, or if that cannot be told. */
    public Optional<Rule> rule() {
        return certain ? possible.stream().findFirst() : Optional.empty();
    }

    /** What happens; none if that cannot be told. */
    public Optional<Outcome> outcome() {
        if (!certain) {
            return Optional.empty();
        }
        return Optional.of(possible.isEmpty() ? defaultOutcome : possible.get(0).outcome());
    }
}
