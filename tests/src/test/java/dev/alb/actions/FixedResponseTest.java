package dev.alb.actions;

import static dev.alb.terraform.Rendering.assertRefuses;
import static dev.alb.terraform.Rendering.assertRenders;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The load balancer answers by itself. */
class FixedResponseTest {
    @Test
    void is_an_empty_plain_text_unless_changed() {
        assertRenders(
                "{type: 'fixed-response', fixed_response: {status_code: '503', content_type: 'text/plain'}}",
                Action.fixedResponse(503));
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT_PLAIN, text/plain",
        "TEXT_CSS, text/css",
        "TEXT_HTML, text/html",
        "APPLICATION_JAVASCRIPT, application/javascript",
        "APPLICATION_JSON, application/json"
    })
    void has_a_body_of_a_type(ContentType type, String terraform) {
        assertRenders(
                """
                {type: 'fixed-response', fixed_response: {
                  status_code: '404', content_type: '%s', message_body: 'Gone $${away}'}}
                """.formatted(terraform),
                Action.fixedResponse(404).withContentType(type).withMessageBody("Gone ${away}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 299, 400, 499, 500, 599})
    void takes_a_status(int status) {
        assertEquals(status, Action.fixedResponse(status).statusCode());
    }

    @ParameterizedTest
    @ValueSource(ints = {-200, 0, 99, 199, 300, 301, 399, 600, 2000})
    void refuses_another_status(int status) {
        assertRefuses("""
                fixed response: 1 violation
                fixed_response.status_code must be 200 to 299 or 400 to 599, got %d
                  Choose such a status, for instance 503; redirects are an action of their own.
                """.formatted(status), () -> Action.fixedResponse(status));
    }

    @Test
    void refuses_a_body_of_more_than_1024_characters() {
        FixedResponse response = Action.fixedResponse(503);
        assertEquals(
                1024, response.withMessageBody("x".repeat(1024)).messageBody().length());
        assertRefuses("""
                fixed response: 1 violation
                fixed_response.message_body must have at most 1024 characters, got "%s" (1025)
                  Give a text of that length.
                """.formatted("x".repeat(1025)), () -> response.withMessageBody("x".repeat(1025)));
    }
}
