package dev.alb.rules;

import dev.alb.terraform.Checks;

/** The limits that all rewriting has in common. */
final class RewriteChecks {
    private static final int LONGEST = 1024;

    private RewriteChecks() {}

    static void check(String block, String regex, String replace) {
        Checks checks = Checks.of("transform");
        RegularExpression.check(checks, block + ".rewrite.regex", regex, LONGEST);
        checks.length(block + ".rewrite.replace", replace, 0, LONGEST).done();
    }
}
