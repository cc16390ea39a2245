package dev.alb.route;

import java.util.stream.Collectors;

/** An ending in a line. */
final class Words {
    private Words() {}

    static String of(Ending ending) {
        if (ending instanceof Ending.Forwarded forwarded) {
            return forwarded.destinations().stream()
                    .map(one -> one.targetGroup()
                            + (forwarded.destinations().size() == 1 ? "" : " (" + one.percent() + ")"))
                    .collect(Collectors.joining(", "));
        }
        if (ending instanceof Ending.Redirected redirected) {
            return "redirect to " + redirected.location() + " (" + redirected.statusCode() + ")";
        }
        if (ending instanceof Ending.Answered answered) {
            return "answer " + answered.statusCode()
                    + (answered.body().isEmpty() ? "" : " \"" + answered.body() + "\"");
        }
        if (ending instanceof Ending.Refused refused) {
            return "refused: " + refused.why();
        }
        return ending instanceof Ending.Elsewhere elsewhere ? elsewhere.what() : ((Ending.Unknown) ending).why();
    }
}
