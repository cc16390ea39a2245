package dev.alb.routing;

/** The texts that can stand in the parts of a request at all, so that no other one is made up as an example. */
final class Universe {
    /** What stands before the value of a header that is there; one that is absent is the empty text. */
    static final char PRESENT = '=';

    /** What stands between the key and the value of a parameter; it can occur in neither. */
    static final char SEPARATOR = '\n';

    static final TextSet HOSTS = TextSet.glob("?*");
    static final TextSet PATHS = TextSet.glob("/*");
    static final TextSet METHODS = TextSet.glob("?*");
    static final TextSet HEADERS = TextSet.only("").union(TextSet.glob(PRESENT + "*"));

    private Universe() {}

    static Request withHost(Request r, String host) {
        return new Request(r.protocol(), host, r.port(), r.path(), r.query(), r.method(), r.headers(), r.source());
    }

    static Request withPath(Request r, String path) {
        return new Request(r.protocol(), r.host(), r.port(), path, r.query(), r.method(), r.headers(), r.source());
    }
}
