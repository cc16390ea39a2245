package dev.alb.demo;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The sessions of one node. As in Confluence, no other node knows them, so that only stickiness keeps a user on hers. */
final class Sessions {
    private static final String COOKIE = "JSESSIONID";
    private static final int MOST = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Set<String> known = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    }));

    /** What became of the session of a request. */
    enum Kind {
        /** It is known here. */
        KEPT,
        /** There was none. */
        NEW,
        /** There was one, of another node or from before this one was started. */
        LOST
    }

    /** Keeps the session of a request, or begins one. */
    Kind of(HttpServerRequest request, String path, boolean isSecure) {
        Cookie given = request.getCookie(COOKIE);
        if (given != null && known.contains(given.getValue())) {
            return Kind.KEPT;
        }
        String id = begin();
        request.response()
                .addCookie(Cookie.cookie(COOKIE, id)
                        .setPath(path)
                        .setHttpOnly(true)
                        .setSecure(isSecure));
        return given == null ? Kind.NEW : Kind.LOST;
    }

    private String begin() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String id = HexFormat.of().withUpperCase().formatHex(bytes);
        known.add(id);
        return id;
    }

    /** A node that is started anew knows nobody. */
    void forget() {
        known.clear();
    }
}
