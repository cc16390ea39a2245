package dev.alb.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.routing.Answer;
import dev.alb.routing.Request;
import dev.alb.topology.Topologies;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which certificate a client is shown, by the host that it names. */
class TlsTest {
    private static final String THEIRS = "arn:aws:acm:eu-central-1:123456789012:certificate/theirs";

    private static Tls tls(String host, String more) {
        return route(host, "'certificate_arn': '${aws_acm_certificate.main.arn}'", more)
                .tls()
                .orElseThrow();
    }

    private static Route route(String host, String listener, String more) {
        String json = """
                {'resource': {'aws_lb': {'alb': {'name': 'alb'}},
                  'aws_acm_certificate': {
                    'main': {'domain_name': 'main.example.com', 'subject_alternative_names': ['*.wild.example.com']},
                    'extra': {'domain_name': 'extra.example.com'},
                    'twin': {'domain_name': 'extra.example.com'}},
                  %s
                  'aws_lb_listener': {'https': {'load_balancer_arn': '${aws_lb.alb.arn}', 'port': 443, 'protocol': 'HTTPS',
                    %s,
                    'default_action': [{'type': 'fixed-response', 'fixed_response': {'status_code': '200',
                      'content_type': 'text/plain'}}]}}}}""".formatted(more, listener);
        try {
            return new Router(Topologies.of(json), null).route(Request.of("https://" + host + "/"));
        } catch (Unroutable e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    private static String more(String... arns) {
        StringBuilder text = new StringBuilder("'aws_lb_listener_certificate': {");
        for (int i = 0; i < arns.length; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("'c" + i + "': {'listener_arn': '${aws_lb_listener.https.arn}', 'certificate_arn': '")
                    .append(arns[i])
                    .append("'}");
        }
        return text.append("},").toString();
    }

    @Test
    void the_only_one_that_fits_is_served() {
        String extra = more("${aws_acm_certificate.extra.arn}");
        assertEquals(
                new Tls(List.of("aws_acm_certificate.extra"), Answer.YES, "off", ""), tls("extra.example.com", extra));
        assertEquals(
                new Tls(List.of("aws_acm_certificate.main"), Answer.YES, "off", ""), tls("a.wild.example.com", extra));
    }

    @Test
    void a_star_stands_for_one_label_and_the_default_certificate_for_what_fits_nothing() {
        Tls tls = tls("a.b.wild.example.com", "");
        assertEquals(Answer.NO, tls.covers());
        assertEquals(List.of("aws_acm_certificate.main"), tls.certificates());
        assertEquals(Answer.NO, tls("wild.example.com", "").covers());
    }

    @Test
    void of_several_that_fit_one_is_served_and_nobody_here_knows_which() {
        Tls tls = tls("extra.example.com", more("${aws_acm_certificate.extra.arn}", "${aws_acm_certificate.twin.arn}"));
        assertEquals(Answer.YES, tls.covers());
        assertEquals(List.of("aws_acm_certificate.extra", "aws_acm_certificate.twin"), tls.certificates());
    }

    @Test
    void what_a_certificate_from_elsewhere_is_for_is_not_guessed() {
        Tls tls = tls("other.example.com", more(THEIRS));
        assertEquals(Answer.CANNOT_TELL, tls.covers());
        assertEquals(List.of("aws_acm_certificate.main", THEIRS), tls.certificates());
        assertEquals(Answer.YES, tls("main.example.com", more(THEIRS)).covers());
    }

    @Test
    void an_address_names_no_host_and_gets_the_default_certificate() {
        assertEquals(Answer.NO, tls("192.0.2.1", more(THEIRS)).covers());
    }

    @Test
    void a_certificate_is_found_through_the_wait_for_it() {
        Route route = route(
                "main.example.com",
                "'certificate_arn': '${aws_acm_certificate_validation.main.certificate_arn}'",
                "'aws_acm_certificate_validation': {'main': {'certificate_arn': '${aws_acm_certificate.main.arn}'}},");
        assertEquals(
                List.of("aws_acm_certificate.main"), route.tls().orElseThrow().certificates());
    }

    @Test
    void clients_may_have_to_show_one_as_well() {
        Route route = route(
                "main.example.com",
                "'certificate_arn': '${aws_acm_certificate.main.arn}', 'mutual_authentication': "
                        + "{'mode': 'verify', 'trust_store_arn': '${aws_lb_trust_store.ours.arn}'}",
                "'aws_lb_trust_store': {'ours': {'name': 'ours'}},");
        assertEquals("verify", route.tls().orElseThrow().mutual());
        assertTrue(route.notes().toString().contains("aws_lb_trust_store.ours"), route.notes()::toString);
    }
}
