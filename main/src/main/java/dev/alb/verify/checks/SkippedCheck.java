package dev.alb.verify.checks;

import dev.alb.verify.Check;
import dev.alb.verify.Result;

/**
 * A check that doesn't apply.
 *
 * @param id the check's
 * @param claim the check's
 * @param reason why it doesn't apply
 */
record SkippedCheck(String id, String claim, String reason) implements Check {

    static Check of(Check check, String reason) {
        return new SkippedCheck(check.id(), check.claim(), reason);
    }

    @Override
    public Result result() {
        return Result.skipped(reason);
    }
}
