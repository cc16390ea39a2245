package dev.alb.targetgroups;

import dev.alb.terraform.Checks;
import dev.alb.terraform.Text;
import dev.alb.terraform.Violation;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The grammar of a health check's matcher: codes and ranges of codes, separated by commas. */
final class SuccessCodes {
    private static final String CODE = "[0-9]{1,3}";
    private static final Pattern ONE = Pattern.compile(CODE + "(-" + CODE + ")?");
    private static final Pattern LIST = Pattern.compile(ONE + "(," + ONE + ")*");

    private SuccessCodes() {}

    /** A violation if that is no list of codes and rising ranges. */
    static List<Violation> malformed(String path, @Nullable String matcher) {
        return Checks.of("matcher")
                .matches(
                        path,
                        matcher,
                        LIST,
                        "be a code, a range of codes, or several of them with commas in between",
                        "Write it as in \"200\", \"200-299\" or \"200,302\".")
                .require(
                        isLater(matcher) || !LIST.matcher(matcher).matches() || rises(matcher),
                        path,
                        "have ranges that rise",
                        Checks.quoted(matcher),
                        "Put the lower code first, as in \"200-299\".")
                .violations();
    }

    /** A violation if a code is out of bounds. */
    static List<Violation> outside(int least, int most, String path, @Nullable String matcher) {
        String rule = "have codes from " + least + " to " + most;
        String fix = "Write it as in \"" + (least == 0 ? "0" : "200") + "\".";
        return Checks.of("matcher")
                .require(isLater(matcher) || within(least, most, matcher), path, rule, Checks.quoted(matcher), fix)
                .violations();
    }

    private static boolean isLater(@Nullable String matcher) {
        return matcher == null || Text.isReference(matcher);
    }

    private static boolean rises(String matcher) {
        return Arrays.stream(matcher.split(",")).map(SuccessCodes::codes).allMatch(c -> c[0] <= c[c.length - 1]);
    }

    private static boolean within(int least, int most, String matcher) {
        return Arrays.stream(matcher.split(","))
                .flatMapToInt(range -> IntStream.of(codes(range)))
                .allMatch(code -> code >= least && code <= most);
    }

    private static int[] codes(String range) {
        return Arrays.stream(range.split("-")).mapToInt(Integer::parseInt).toArray();
    }
}
