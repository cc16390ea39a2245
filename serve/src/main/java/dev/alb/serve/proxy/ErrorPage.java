package dev.alb.serve.proxy;

import java.util.Map;
import java.util.Optional;

/** The pages with which a load balancer answers by itself. */
final class ErrorPage {
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(301, "Moved Permanently"),
            Map.entry(302, "Found"),
            Map.entry(400, "Bad Request"),
            Map.entry(405, "Not Allowed"),
            Map.entry(408, "Request Time-out"),
            Map.entry(414, "Request-URI Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Temporarily Unavailable"),
            Map.entry(504, "Gateway Time-out"),
            Map.entry(505, "HTTP Version Not Supported"));

    private ErrorPage() {}

    /** The page of AWS for a status, which says no more than that. */
    static String of(int status) {
        return page(title(status), "");
    }

    /** A page of this load balancer, which says what AWS would have done and it can't do. */
    static String because(int status, String reason) {
        return page(title(status), "<p>" + escaped(reason) + "</p>\r\n");
    }

    private static String page(String title, String more) {
        return "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                + "</h1></center>\r\n" + more + "</body>\r\n</html>\r\n";
    }

    /** The words behind a status; none where it has none of its own. */
    static Optional<String> phrase(int status) {
        return Optional.ofNullable(TITLES.get(status));
    }

    private static String title(int status) {
        String title = TITLES.get(status);
        return title == null ? String.valueOf(status) : status + " " + title;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
