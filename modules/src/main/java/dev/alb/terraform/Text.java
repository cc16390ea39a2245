package dev.alb.terraform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text on its way into Terraform JSON, where <code>${</code> would begin an expression.
 *
 * <p>Text is data: what looks like an expression arrives in AWS as it was written. Only CDKTF's own tokens, which stand
 * for attributes of other constructs, stay references.
 */
public final class Text {
    private static final Pattern TOKEN = Pattern.compile("[$#&]\\{TfToken\\[[a-zA-Z0-9:._-]+]}");

    private Text() {}

    /** Whether Terraform resolves the text, or a part of it, later. */
    public static boolean isReference(String text) {
        return text.contains("{TfToken[") && TOKEN.matcher(text).find();
    }

    /** The text as Terraform JSON takes it, with its references untouched. */
    static String toTerraform(String text) {
        if (text.indexOf('{') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 8);
        Matcher token = TOKEN.matcher(text);
        int from = 0;
        while (token.find()) {
            out.append(beforeReference(escape(text.substring(from, token.start()))))
                    .append(token.group());
            from = token.end();
        }
        return out.append(escape(text.substring(from))).toString();
    }

    /** A dollar sign in front of a reference would turn its <code>${</code> into text, so it becomes an expression itself. */
    private static String beforeReference(String escaped) {
        int end = escaped.length();
        while (end > 0 && escaped.charAt(end - 1) == '$') {
            end--;
        }
        return end == escaped.length() ? escaped : escaped.substring(0, end) + "${\"" + escaped.substring(end) + "\"}";
    }

    private static String escape(String literal) {
        return literal.replace("${", "$${").replace("%{", "%%{");
    }
}
