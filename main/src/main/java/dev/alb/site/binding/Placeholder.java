package dev.alb.site.binding;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in attributes for something that isn't made yet: a target group of the site, a sensitive variable.
 *
 * <p>It looks like a reference to the checks, which therefore leave it alone; the application puts the real one in its
 * place.
 *
 * @param kind what it stands for
 * @param name which of that kind
 */
public record Placeholder(String kind, String name) {
    /** The kind of a sensitive Terraform variable. */
    public static final String VARIABLE = "variable";

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    /** What Terraform keeps for itself among the names of variables. */
    private static final Set<String> RESERVED =
            Set.of("source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals");

    private static final Pattern TEXT = Pattern.compile("\\$\\{TfToken\\[placeholder:([a-z_]+):([A-Za-z0-9_-]+)]}");

    /** Whether Terraform takes a name for a variable. */
    static boolean isVariable(String name) {
        return NAME.matcher(name).matches() && !RESERVED.contains(name);
    }

    /** What stands in the attributes. */
    public String text() {
        return "${TfToken[placeholder:" + kind + ":" + name + "]}";
    }

    /** The placeholder that a text is; empty for any other text. */
    public static Optional<Placeholder> in(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches() ? Optional.of(new Placeholder(matcher.group(1), matcher.group(2))) : Optional.empty();
    }
}
