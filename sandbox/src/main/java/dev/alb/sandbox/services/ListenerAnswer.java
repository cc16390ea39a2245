package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What AWS says of a listener: the policy and the headers that it chooses itself, and the details of its actions. */
final class ListenerAnswer {
    private static final String REQUEST = "routing_http_request_x_amzn_";
    private static final String IDLE = "tcp_idle_timeout_seconds";
    private static final String SERVER = "routing_http_response_server_enabled";
    private static final Map<String, String> HEADERS = Map.of(
            REQUEST + "mtls_clientcert_header_name", "X-Amzn-Mtls-Clientcert",
            REQUEST + "mtls_clientcert_issuer_header_name", "X-Amzn-Mtls-Clientcert-Issuer",
            REQUEST + "mtls_clientcert_leaf_header_name", "X-Amzn-Mtls-Clientcert-Leaf",
            REQUEST + "mtls_clientcert_serial_number_header_name", "X-Amzn-Mtls-Clientcert-Serial-Number",
            REQUEST + "mtls_clientcert_subject_header_name", "X-Amzn-Mtls-Clientcert-Subject",
            REQUEST + "mtls_clientcert_validity_header_name", "X-Amzn-Mtls-Clientcert-Validity",
            REQUEST + "tls_cipher_suite_header_name", "X-Amzn-Tls-Cipher-Suite",
            REQUEST + "tls_version_header_name", "X-Amzn-Tls-Version");

    /** What another call sets than the rest of a listener. */
    static final List<String> ATTRIBUTES = List.of(
            REQUEST + "mtls_clientcert_header_name",
            REQUEST + "mtls_clientcert_issuer_header_name",
            REQUEST + "mtls_clientcert_leaf_header_name",
            REQUEST + "mtls_clientcert_serial_number_header_name",
            REQUEST + "mtls_clientcert_subject_header_name",
            REQUEST + "mtls_clientcert_validity_header_name",
            REQUEST + "tls_cipher_suite_header_name",
            REQUEST + "tls_version_header_name",
            "routing_http_response_access_control_allow_credentials_header_value",
            "routing_http_response_access_control_allow_headers_header_value",
            "routing_http_response_access_control_allow_methods_header_value",
            "routing_http_response_access_control_allow_origin_header_value",
            "routing_http_response_access_control_expose_headers_header_value",
            "routing_http_response_access_control_max_age_header_value",
            "routing_http_response_content_security_policy_header_value",
            SERVER,
            "routing_http_response_strict_transport_security_header_value",
            "routing_http_response_x_content_type_options_header_value",
            "routing_http_response_x_frame_options_header_value",
            IDLE);

    private ListenerAnswer() {}

    /** What the provider sends: actions numbered by their place, and what it and AWS choose in them. */
    static Value.Mapping request(Change change) {
        Value.Mapping object = actions(change.object(), "default_action");
        object = Blocks.change(object, "mutual_authentication", ListenerAnswer::mutualAuthentication);
        boolean http = object.get("protocol").text().startsWith("HTTP");
        boolean tcp = object.get("protocol").text().equals("TCP");
        object = object.get(SERVER).isUnknown() ? object.with(SERVER, new Value.Bool(http)) : object;
        return object.get(IDLE).isUnknown() ? object.with(IDLE, number(tcp ? 350 : 0)) : object;
    }

    static Value.Mapping complete(Change change) {
        Value.Mapping object = change.object();
        if (ListenerTls.isEncrypted(object)) {
            object = Blocks.fill(object, "ssl_policy", Value.text("ELBSecurityPolicy-2016-08"));
        }
        if (object.get("protocol").text().equals("HTTPS")) {
            for (Map.Entry<String, String> header : HEADERS.entrySet()) {
                object = Blocks.fill(object, header.getKey(), Value.text(header.getValue()));
            }
        }
        return object;
    }

    /** The actions with what the provider and AWS choose where nobody says otherwise. */
    static Value.Mapping actions(Value.Mapping object, String name) {
        AtomicInteger place = new AtomicInteger();
        return Blocks.change(object, name, block -> {
            Value order = number(place.incrementAndGet());
            Value.Mapping action = block.get("order") instanceof Value.Numeric ? block : block.with("order", order);
            action = Blocks.change(action, "authenticate_oidc", ListenerAnswer::session);
            action = Blocks.change(action, "authenticate_cognito", ListenerAnswer::session);
            return Blocks.change(
                    action, "fixed_response", response -> Blocks.fill(response, "status_code", Value.text("200")));
        });
    }

    private static Value.Mapping session(Value.Mapping block) {
        Value.Mapping filled = Blocks.fill(block, "on_unauthenticated_request", Value.text("authenticate"));
        filled = Blocks.fill(filled, "scope", Value.text("openid"));
        filled = Blocks.fill(filled, "session_cookie_name", Value.text("AWSELBAuthSessionCookie"));
        return Blocks.fill(filled, "session_timeout", number(604_800));
    }

    private static Value.Mapping mutualAuthentication(Value.Mapping block) {
        boolean verifies = block.get("mode").text().equals("verify");
        return verifies ? Blocks.fill(block, "advertise_trust_store_ca_names", Value.text("off")) : block;
    }

    private static Value number(int value) {
        return new Value.Numeric(BigDecimal.valueOf(value));
    }
}
