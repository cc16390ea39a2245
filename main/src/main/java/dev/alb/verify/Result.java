package dev.alb.verify;

import java.util.List;

/**
 * What a check found.
 *
 * @param status how it ended
 * @param text what is so, in one sentence; of a skipped one, why
 * @param details what belongs to it, a line each, such as one for each node
 * @param remedies what to do about it, most likely first; none where it passed
 */
public record Result(Status status, String text, List<String> details, List<String> remedies) {

    /** Keeps copies. */
    public Result {
        details = List.copyOf(details);
        remedies = List.copyOf(remedies);
    }

    /** What was asked for is so. */
    public static Result passed(String text) {
        return new Result(Status.PASSED, text, List.of(), List.of());
    }

    /** It is not so. */
    public static Result failed(String text, String... remedies) {
        return new Result(Status.FAILED, text, List.of(), List.of(remedies));
    }

    /** It doesn't apply. */
    public static Result skipped(String reason) {
        return new Result(Status.SKIPPED, reason, List.of(), List.of());
    }

    /** Nothing could be learned. */
    public static Result unknown(String text, String... remedies) {
        return new Result(Status.UNKNOWN, text, List.of(), List.of(remedies));
    }

    /** The same with other details. */
    public Result withDetails(List<String> changed) {
        return new Result(status, text, changed, remedies);
    }

    /** The same with other remedies. */
    public Result withRemedies(List<String> changed) {
        return new Result(status, text, details, changed);
    }
}
