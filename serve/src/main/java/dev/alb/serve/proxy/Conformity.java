package dev.alb.serve.proxy;

import dev.alb.serve.Exchange.Classification;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.util.Map;

/**
 * How well requests keep to the standard, which decides what the modes of desync mitigation do with them. What no parser of HTTP
 * lets through is not looked at here.
 */
final class Conformity {
    private static final String AMBIGUOUS = "Ambiguous";
    private static final String ACCEPTABLE = "Acceptable";
    private static final int FIRST_TEXT = 0x21;
    private static final int LAST_TEXT = 0x7e;

    private Conformity() {}

    static Classification of(RequestHead head) {
        MultiMap headers = head.headers();
        boolean isGetOrHead =
                head.method().equals(HttpMethod.GET) || head.method().equals(HttpMethod.HEAD);
        String length = isGetOrHead ? headers.get("Content-Length") : null;
        if (length != null && !length.equals("0")) {
            return new Classification(AMBIGUOUS, "UndefinedContentLengthSemantics");
        }
        if (isGetOrHead && headers.contains("Transfer-Encoding")) {
            return new Classification(AMBIGUOUS, "UndefinedTransferEncodingSemantics");
        }
        if (hasControls(head.uri())) {
            return new Classification(AMBIGUOUS, "AmbiguousUri");
        }
        if (length != null) {
            return new Classification(ACCEPTABLE, "GetHeadZeroContentLength");
        }
        return head.version() == HttpVersion.HTTP_1_0 ? Classification.COMPLIANT : headers(headers);
    }

    private static Classification headers(MultiMap headers) {
        for (Map.Entry<String, String> header : headers) {
            if (header.getKey().isEmpty()) {
                return new Classification(AMBIGUOUS, "EmptyHeader");
            }
            if (!isText(header.getValue())) {
                return new Classification(ACCEPTABLE, "NonCompliantHeader");
            }
        }
        return Classification.COMPLIANT;
    }

    private static boolean hasControls(String uri) {
        for (int i = 0; i < uri.length(); i++) {
            if (uri.charAt(i) < FIRST_TEXT || uri.charAt(i) > LAST_TEXT) {
                return true;
            }
        }
        return false;
    }

    private static boolean isText(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' && c != '\t' || c > LAST_TEXT) {
                return false;
            }
        }
        return true;
    }

    /** Whether a mode takes such a request; the severe ones are refused before they come here. */
    static boolean isTaken(Classification classification, String mode) {
        return classification.kind() == null || !mode.equals("strictest");
    }
}
