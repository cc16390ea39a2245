package dev.alb.serve.proxy;

import dev.alb.route.Rewriting;
import dev.alb.routing.Decision;
import dev.alb.routing.Outcome;
import dev.alb.routing.Rule;
import dev.alb.serve.Exchange.Classification;
import dev.alb.serve.Exchange.Decided;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of a request, and begins with it. */
final class Reception {
    private Reception() {}

    static void receive(Passage passage) {
        RequestHead head = passage.head();
        Frontend frontend = passage.frontend();
        Classification classification = Conformity.of(head);
        passage.record()
                .classified(
                        classification, passage.worker().traceId(head.headers().get(TraceId.HEADER)));
        @Nullable Answer refusal = RequestCheck.refusal(head);
        if (refusal != null) {
            passage.answer(refusal);
        } else if (!Conformity.isTaken(classification, frontend.loadBalancer().desyncMode())) {
            passage.answer(Answer.last(400, "desync_mitigation_mode refuses it: " + classification.reason()));
        } else if (frontend.cannot() != null) {
            passage.answer(Answer.cannot(501, frontend.cannot() + ", which is not done here"));
        } else {
            decide(passage);
        }
    }

    private static void decide(Passage passage) {
        Decision decision = passage.frontend().table().decide(RuleRequest.of(passage));
        Optional<Outcome> outcome = decision.outcome();
        if (outcome.isEmpty()) {
            String rules = decision.possible().stream().map(Rule::name).collect(Collectors.joining(" or "));
            passage.answer(Answer.cannot(500, "it can't be told whether " + rules + " applies"));
            return;
        }
        Outcome.Step step = outcome.get().steps().get(0);
        passage.record().decided(decided(decision, step));
        carryOut(passage, step, outcome.get().rewrites());
    }

    private static Decided decided(Decision decision, Outcome.Step step) {
        List<String> actions = action(step);
        return decision.rule()
                .map(rule -> new Decided(rule.name(), rule.priority() == null ? -1 : rule.priority(), actions))
                .orElseGet(() -> new Decided(null, 0, actions));
    }

    private static List<String> action(Outcome.Step step) {
        if (step instanceof Outcome.Forward) {
            return List.of("forward");
        }
        if (step instanceof Outcome.Redirect) {
            return List.of("redirect");
        }
        return step instanceof Outcome.FixedResponse ? List.of("fixed-response") : List.of();
    }

    private static void carryOut(Passage passage, Outcome.Step step, List<Outcome.Rewrite> rewrites) {
        if (step instanceof Outcome.Forward forward) {
            forward(passage, forward, rewrites);
        } else if (step instanceof Outcome.Redirect redirect) {
            String location = Location.of(redirect, passage.head(), passage.frontend());
            passage.answer(Answer.redirect(Integer.parseInt(redirect.statusCode()), location));
        } else if (step instanceof Outcome.FixedResponse answer) {
            passage.answer(Answer.fixed(Integer.parseInt(answer.statusCode()), answer.contentType(), answer.body()));
        } else if (step instanceof Outcome.Authenticate authenticate) {
            passage.answer(Answer.cannot(501, "the action " + authenticate + " is not done here"));
        } else {
            passage.answer(Answer.cannot(500, "what is done with this request is not known: " + step));
        }
    }

    private static void forward(Passage passage, Outcome.Forward forward, List<Outcome.Rewrite> rewrites) {
        RequestHead head = passage.head();
        String host = head.authority() == null ? "" : head.authority();
        if (rewrites.isEmpty()) {
            Forwarding.begin(passage, forward, head.uri(), host);
            return;
        }
        String deciding = passage.frontend().names().deciding(head.host());
        Rewriting rewriting = Rewriting.of(deciding, head.uri(), rewrites);
        if (rewriting.isCertain()) {
            boolean isSame = rewriting.host().equals(deciding);
            Forwarding.begin(passage, forward, rewriting.pathAndQuery(), isSame ? host : rewriting.host());
        } else {
            passage.answer(Answer.cannot(500, "a transform can't be followed: " + rewrites));
        }
    }
}
