package dev.alb.review.report;

/** Text of a plan in HTML. */
final class HtmlText {
    private HtmlText() {}

    static String text(String text) {
        return Visible.text(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String code(String text) {
        return "<code>" + text(text) + "</code>";
    }

    /** An element with a class, around HTML. */
    static String element(String name, String type, String html) {
        return "<" + name + (type.isEmpty() ? "" : " class=\"" + type + "\"") + ">" + html + "</" + name + ">";
    }
}
