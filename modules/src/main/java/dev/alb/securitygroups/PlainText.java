package dev.alb.securitygroups;

import dev.alb.terraform.Checks;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The characters that EC2 takes in names and descriptions of security groups and their rules. */
final class PlainText {
    static final int LONGEST = 255;
    private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z0-9 ._:/()#,@\\[\\]+=&;{}!$*-]*");

    private PlainText() {}

    static void check(Checks checks, String path, @Nullable String value) {
        checks.matches(
                path,
                value,
                ALLOWED,
                "consist of letters without accents, digits, blanks and ._-:/()#,@[]+=&;{}!$*",
                "Take the other characters out, quotes and line breaks among them.");
    }
}
