package dev.alb.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.actions.Action;
import dev.alb.terraform.Attributes;
import dev.alb.terraform.Refused;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
    private static final String ALB = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:loadbalancer/app/wiki/1";
    private static final String CERTIFICATE = "arn:aws:acm:eu-central-1:111122223333:certificate/1";
    private static final String FIX = "\n  Write the value as browsers know it, or leave it out.";

    @Test
    void of_requests_become_arguments_of_the_listener() {
        Map<String, Object> rendered =
                Attributes.of(https().withRequestHeaders(new RequestHeaders("A", "B", "C", "D", "E", "F", "G", "H")));
        assertEquals(
                Map.of(
                        "routing_http_request_x_amzn_mtls_clientcert_header_name", "A",
                        "routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name", "B",
                        "routing_http_request_x_amzn_mtls_clientcert_issuer_header_name", "C",
                        "routing_http_request_x_amzn_mtls_clientcert_subject_header_name", "D",
                        "routing_http_request_x_amzn_mtls_clientcert_validity_header_name", "E",
                        "routing_http_request_x_amzn_mtls_clientcert_leaf_header_name", "F",
                        "routing_http_request_x_amzn_tls_version_header_name", "G",
                        "routing_http_request_x_amzn_tls_cipher_suite_header_name", "H"),
                only(rendered, "routing_http"));
    }

    @Test
    void of_responses_become_arguments_of_the_listener() {
        ResponseHeaders headers = new ResponseHeaders(
                "max-age=31536000; includeSubDomains; preload",
                "https://example.com",
                "GET, POST",
                "Content-Type",
                "true",
                "ETag",
                "86400",
                "default-src 'self'",
                "nosniff",
                "SAMEORIGIN",
                false);
        Map<String, Object> expected = new LinkedHashMap<>();
        expected.put(
                "routing_http_response_strict_transport_security_header_value",
                "max-age=31536000; includeSubDomains; preload");
        expected.put("routing_http_response_access_control_allow_origin_header_value", "https://example.com");
        expected.put("routing_http_response_access_control_allow_methods_header_value", "GET, POST");
        expected.put("routing_http_response_access_control_allow_headers_header_value", "Content-Type");
        expected.put("routing_http_response_access_control_allow_credentials_header_value", "true");
        expected.put("routing_http_response_access_control_expose_headers_header_value", "ETag");
        expected.put("routing_http_response_access_control_max_age_header_value", "86400");
        expected.put("routing_http_response_content_security_policy_header_value", "default-src 'self'");
        expected.put("routing_http_response_x_content_type_options_header_value", "nosniff");
        expected.put("routing_http_response_x_frame_options_header_value", "SAMEORIGIN");
        expected.put("routing_http_response_server_enabled", false);
        assertEquals(expected, only(Attributes.of(https().withResponseHeaders(headers)), "routing_http"));
    }

    @Test
    void that_are_left_alone_are_not_rendered() {
        Map<String, Object> rendered = Attributes.of(https().withRequestHeaders(RequestHeaders.unchanged())
                .withResponseHeaders(ResponseHeaders.unchanged()));
        assertEquals(Attributes.of(https()), rendered);
    }

    @Test
    void hold_browsers_to_https_for_a_year() {
        assertEquals("max-age=31536000", ResponseHeaders.hsts().strictTransportSecurity());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "X Client", "X-Client:", "Ü"})
    void of_requests_have_names_that_http_knows(String name) {
        Refused.with("""
                routing_http_request_x_amzn_tls_version_header_name must consist of letters, digits, hyphens and \
                underscores, got "%s"
                  Name a header, such as "X-Client-Certificate".
                """.formatted(name), () -> RequestHeaders.unchanged().withXAmznTlsVersion(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "includeSubDomains", "max-age=1y", "max-age=60, preload"})
    void of_responses_know_hsts(String value) {
        Refused.with(
                "routing_http_response_strict_transport_security_header_value must begin with max-age=SECONDS, got \""
                        + value + "\"" + FIX,
                () -> ResponseHeaders.unchanged().withStrictTransportSecurity(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "access_control_allow_origin | be * or one origin | https://a.example, https://b.example",
                "access_control_allow_credentials | be true | false",
                "access_control_max_age | be a number of seconds | 1h",
                "x_content_type_options | be nosniff | none",
                "x_frame_options | be DENY or SAMEORIGIN | ALLOW"
            })
    void of_responses_know_where_there_are_few_values(String header, String rule, String value) {
        Refused.with(
                "routing_http_response_" + header + "_header_value must " + rule + ", got \"" + value + "\"" + FIX,
                () -> withHeader(header, value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "access_control_allow_origin | *",
                "access_control_max_age | -1",
                "x_frame_options | ALLOW-FROM https://example.com"
            })
    void of_responses_take_every_value_that_browsers_know(String header, String value) {
        withHeader(header, value);
    }

    @Test
    void of_responses_fit_into_a_kilobyte() {
        ResponseHeaders headers = ResponseHeaders.unchanged();
        headers.withContentSecurityPolicy("a".repeat(1024));
        Refused.with(
                "routing_http_response_content_security_policy_header_value must have at most 1024 bytes, got 1025\n"
                        + "  Let the targets send a longer one.",
                () -> headers.withContentSecurityPolicy("a".repeat(1025)));
    }

    @Test
    void of_responses_are_in_ascii() {
        Refused.with(
                "routing_http_response_access_control_expose_headers_header_value must consist of characters of ASCII "
                        + "that can be printed, got \"ETag\nX\"" + FIX,
                () -> ResponseHeaders.unchanged().withAccessControlExposeHeaders("ETag\nX"));
    }

    private static ResponseHeaders withHeader(String header, String value) {
        ResponseHeaders headers = ResponseHeaders.unchanged();
        return switch (header) {
            case "access_control_allow_origin" -> headers.withAccessControlAllowOrigin(value);
            case "access_control_allow_credentials" -> headers.withAccessControlAllowCredentials(value);
            case "access_control_max_age" -> headers.withAccessControlMaxAge(value);
            case "x_content_type_options" -> headers.withXContentTypeOptions(value);
            case "x_frame_options" -> headers.withXFrameOptions(value);
            default -> throw new IllegalArgumentException(header);
        };
    }

    private static ListenerAttributes https() {
        return ListenerAttributes.https(ALB, CERTIFICATE, Action.fixedResponse(404));
    }

    private static Map<String, Object> only(Map<String, Object> arguments, String prefix) {
        Map<String, Object> some = new LinkedHashMap<>(arguments);
        some.keySet().removeIf(name -> !name.startsWith(prefix));
        return some;
    }
}
