package dev.alb.serve.proxy;

import dev.alb.snapshot.Resource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a listener does with headers.
 *
 * @param hasServerHeader whether answers keep the header {@code Server}
 * @param answerHeaders headers that each answer gets, by their names
 * @param tlsVersionHeader the name of the header that tells targets the client's version of TLS
 * @param tlsCipherHeader the name of the header that tells targets the client's cipher suite
 */
record ListenerAttributes(
        boolean hasServerHeader, Map<String, String> answerHeaders, String tlsVersionHeader, String tlsCipherHeader) {
    private static final String ANSWER = "routing_http_response_";
    private static final Map<String, String> HEADERS = headers();

    static ListenerAttributes of(Resource listener) {
        Map<String, String> answerHeaders = new LinkedHashMap<>();
        HEADERS.forEach((attribute, header) -> listener.at(ANSWER + attribute + "_header_value")
                .text()
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> answerHeaders.put(header, value)));
        return new ListenerAttributes(
                listener.at(ANSWER + "server_enabled").flag().orElse(true),
                answerHeaders,
                name(listener, "version", "X-Amzn-Tls-Version"),
                name(listener, "cipher_suite", "X-Amzn-Tls-Cipher-Suite"));
    }

    private static String name(Resource listener, String what, String otherwise) {
        return listener.at("routing_http_request_x_amzn_tls_" + what + "_header_name")
                .text()
                .filter(name -> !name.isEmpty())
                .orElse(otherwise);
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("strict_transport_security", "Strict-Transport-Security");
        headers.put("access_control_allow_origin", "Access-Control-Allow-Origin");
        headers.put("access_control_allow_methods", "Access-Control-Allow-Methods");
        headers.put("access_control_allow_headers", "Access-Control-Allow-Headers");
        headers.put("access_control_allow_credentials", "Access-Control-Allow-Credentials");
        headers.put("access_control_expose_headers", "Access-Control-Expose-Headers");
        headers.put("access_control_max_age", "Access-Control-Max-Age");
        headers.put("content_security_policy", "Content-Security-Policy");
        headers.put("x_content_type_options", "X-Content-Type-Options");
        headers.put("x_frame_options", "X-Frame-Options");
        return headers;
    }
}
