package dev.alb.sandbox.services;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes one call: nothing happens where AWS has nothing against it. */
final class CallAttempt {
    private static final Pattern ATTRIBUTE = Pattern.compile("\\{(\\w+)}");

    private CallAttempt() {}

    /**
     * Makes a call, if the change needs it.
     *
     * @param asked what is sent; what only AWS will say is unknown
     * @param made the object with its names, for the error
     */
    static void of(Call call, Change asked, Change made) {
        if (!call.applies().test(asked)) {
            return;
        }
        CallFault fault = CallFault.of(call.operation(), doing(call, made), asked, made);
        fault.before();
        try {
            call.rules().forEach(rule -> rule.check(asked));
        } catch (Refusal refusal) {
            throw failure(call, refusal, made);
        }
        fault.after();
    }

    private static FailedCall failure(Call call, Refusal refusal, Change made) {
        if (refusal.code().isEmpty()) {
            return new FailedCall(refusal.getMessage(), "", call.retried());
        }
        return new FailedCall(doing(call, made), call.operation().error(refusal), call.retried());
    }

    private static String doing(Call call, Change made) {
        return ATTRIBUTE
                .matcher(call.failure())
                .replaceAll(match -> Matcher.quoteReplacement(made.text(match.group(1))));
    }
}
