package dev.alb.rules;

import dev.alb.terraform.Checks;
import dev.alb.terraform.Text;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The regular expressions that a load balancer understands: those without what makes them slow.
 *
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html">AWS: listener
 *     rules</a>
 */
final class RegularExpression {
    private static final Pattern LITERALS =
            Pattern.compile("\\\\x\\{[^}]*}|\\\\[^1-9kgpP]|\\[\\^?]?(?:\\\\.|[^]\\\\])*]");
    private static final Map<String, Pattern> UNSUPPORTED = unsupported();

    private RegularExpression() {}

    static void check(Checks checks, String path, String regex, int longest) {
        checks.length(path, regex, 1, longest);
        if (Text.isReference(regex)) {
            return;
        }
        Optional<String> feature = unsupportedIn(regex);
        checks.require(
                feature.isEmpty(),
                path,
                "do without what a load balancer's regular expressions lack",
                Checks.quoted(regex) + " with " + feature.orElse(""),
                "Say it without; for what is to be left out, write an earlier rule.");
        if (feature.isEmpty()) {
            checkSyntax(checks, path, regex);
        }
    }

    /** The first feature that is used and that AWS does not support. */
    static Optional<String> unsupportedIn(String regex) {
        String skeleton = LITERALS.matcher(regex).replaceAll("x");
        return UNSUPPORTED.entrySet().stream()
                .filter(u -> u.getValue()
                        .matcher(u.getKey().startsWith("a Unicode") ? regex : skeleton)
                        .find())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static void checkSyntax(Checks checks, String path, String regex) {
        try {
            Pattern.compile(regex.replace("(?P<", "(?<"));
        } catch (PatternSyntaxException e) {
            checks.require(
                    false,
                    path,
                    "be a regular expression",
                    Checks.quoted(regex),
                    "Correct it: " + e.getDescription() + " at position " + (e.getIndex() + 1) + ".");
        }
    }

    private static Map<String, Pattern> unsupported() {
        Map<String, Pattern> features = new LinkedHashMap<>();
        features.put("a Unicode character class", Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\\\[pP]"));
        features.put("a lookahead", Pattern.compile("\\(\\?[=!]"));
        features.put("a lookbehind", Pattern.compile("\\(\\?<[=!]"));
        features.put("a backreference", Pattern.compile("\\\\[1-9k]|\\(\\?P="));
        features.put("an atomic group", Pattern.compile("\\(\\?>"));
        features.put("a possessive quantifier", Pattern.compile("(?:[*+?]|\\{\\d+(?:,\\d*)?})\\+"));
        features.put("a recursion or subroutine", Pattern.compile("\\\\g|\\(\\?(?:R|&|P>|[+-]?\\d)"));
        return features;
    }
}
