package dev.alb.review.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.review.Comparison;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings of attributes that few configurations set, each with a change that is none. */
class RareFindingsTest {
    private static final String LB =
            "{'address':'aws_lb.a','mode':'managed','type':'aws_lb','change':{'actions':['no-op'],"
                    + "'before':{'arn':'arn:lb'},'after':{'arn':'arn:lb'},'after_unknown':{}}}";
    private static final String LISTENER = "'arn':'arn:l','load_balancer_arn':'arn:lb','port':443,'protocol':'HTTPS',";

    private static Comparison plan(String type, String actions, String reason, String before, String after) {
        String change = "{'address':'" + type + ".a','mode':'managed','type':'" + type + "','change':{'actions':["
                + actions + "],'before':{" + before + "},'after':{" + after + "},'after_unknown':{}" + reason + "}}";
        String json = "{'format_version':'1.2','resource_changes':["
                + (type.equals("aws_lb") ? change : LB + "," + change) + "],'configuration':{}}";
        return PlannedSite.read(json.replace('\'', '"'));
    }

    private static List<String> found(Comparison comparison) {
        return PlannedSite.lines(comparison, Checks.all());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "low connection-logs-off aws_lb.a | aws_lb | 'connection_logs':[{'enabled':true}] | 'connection_logs':[{'enabled':false}]",
                "high mutual-tls-off aws_lb_listener.a | aws_lb_listener | 'mutual_authentication':[{'mode':'verify'}]"
                        + " | 'mutual_authentication':[{'mode':'passthrough'}]",
                "medium hsts-removed aws_lb_listener.a | aws_lb_listener |"
                        + " 'routing_http_response_strict_transport_security_header_value':'max-age=31536000' |"
                        + " 'routing_http_response_strict_transport_security_header_value':''",
            })
    void a_setting_that_is_taken_back_is_found_and_the_other_way_is_silent(
            String finding, String type, String good, String bad) {
        String base = type.equals("aws_lb")
                ? "'arn':'arn:lb',"
                : LISTENER + "'ssl_policy':'ELBSecurityPolicy-TLS13-1-3-2021-06',";
        assertEquals(List.of(finding), found(plan(type, "'update'", "", base + good, base + bad)));
        assertEquals(List.of(), found(plan(type, "'update'", "", base + bad, base + good)));
    }

    @Test
    void of_a_policy_that_nobody_here_knows_nothing_is_told() {
        String known = LISTENER + "'ssl_policy':'ELBSecurityPolicy-TLS13-1-3-2021-06'";
        String unknown = LISTENER + "'ssl_policy':'ELBSecurityPolicy-TLS14-2031-01'";
        assertEquals(
                List.of("low tls-policy-unknown aws_lb_listener.a"),
                found(plan("aws_lb_listener", "'update'", "", known, unknown)));
        assertEquals(List.of(), found(plan("aws_lb_listener", "'update'", "", unknown, known)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "low invalid-headers-kept | 'enable_deletion_protection':true",
                "low invalid-headers-kept | 'enable_deletion_protection':true,'drop_invalid_header_fields':false",
                "low deletion-protection-off | 'drop_invalid_header_fields':true",
                "high desync-monitor | 'enable_deletion_protection':true,'drop_invalid_header_fields':true,"
                        + "'desync_mitigation_mode':'monitor'",
                "medium web-acl-fails-open | 'enable_deletion_protection':true,'drop_invalid_header_fields':true,"
                        + "'enable_waf_fail_open':true",
                "medium client-address-changed | 'enable_deletion_protection':true,'drop_invalid_header_fields':true,"
                        + "'xff_header_processing_mode':'preserve'"
            })
    void a_new_load_balancer_is_looked_at_as_one_that_changes(String finding, String values) {
        assertEquals(List.of(finding + " aws_lb.a"), found(created(values)));
    }

    private static Comparison created(String values) {
        String json =
                "{'format_version':'1.2','resource_changes':[{'address':'aws_lb.a','mode':'managed','type':'aws_lb',"
                        + "'change':{'actions':['create'],'before':null,'after':{" + values
                        + "},'after_unknown':{'arn':true}}}],"
                        + "'configuration':{}}";
        return PlannedSite.read(json.replace('\'', '"'));
    }

    @Test
    void a_new_load_balancer_of_which_all_is_well_or_nothing_is_known_is_silent() {
        String well = "'enable_deletion_protection':true,'drop_invalid_header_fields':true,"
                + "'desync_mitigation_mode':'defensive','enable_waf_fail_open':false,'xff_header_processing_mode':'append'";
        assertEquals(List.of(), found(created(well)));
        assertEquals(List.of(), found(created("'load_balancer_type':'network'")));
        String unknown = "{'format_version':'1.2','resource_changes':[{'address':'aws_lb.a','mode':'managed',"
                + "'type':'aws_lb','change':{'actions':['create'],'before':null,'after':{},'after_unknown':"
                + "{'enable_deletion_protection':true,'drop_invalid_header_fields':true}}}],'configuration':{}}";
        assertEquals(List.of(), found(PlannedSite.read(unknown.replace('\'', '"'))));
    }

    @Test
    void a_policy_that_is_left_out_is_an_old_one() {
        String known = LISTENER + "'ssl_policy':'ELBSecurityPolicy-TLS13-1-3-2021-06'";
        assertEquals(
                List.of("high tls-below-1-2 aws_lb_listener.a"),
                found(plan("aws_lb_listener", "'update'", "", known, LISTENER + "'ssl_policy':''")));
    }

    @Test
    void what_a_quantum_computer_could_read_is_worth_knowing() {
        String strong = LISTENER + "'ssl_policy':'ELBSecurityPolicy-TLS13-1-3-PQ-2025-09'";
        String known = LISTENER + "'ssl_policy':'ELBSecurityPolicy-TLS13-1-3-2021-06'";
        assertEquals(
                List.of("low tls-policy-weaker aws_lb_listener.a"),
                found(plan("aws_lb_listener", "'update'", "", strong, known)));
        assertEquals(List.of(), found(plan("aws_lb_listener", "'update'", "", known, strong)));
    }

    @Test
    void a_listener_that_is_replaced_alone_closes_its_port() {
        String values = LISTENER + "'ssl_policy':'ELBSecurityPolicy-TLS13-1-3-2021-06'";
        assertEquals(
                List.of("high listener-replaced aws_lb_listener.a"),
                found(plan("aws_lb_listener", "'delete','create'", "", values, values)));
    }

    @Test
    void a_certificate_that_is_put_on_anew_is_missing_meanwhile() {
        String before = "'listener_arn':'arn:l','certificate_arn':'arn:c1'";
        String after = "'listener_arn':'arn:l','certificate_arn':'arn:c2'";
        String paths = ",'replace_paths':[['certificate_arn']]";
        assertEquals(
                List.of("medium listener-certificate-replaced aws_lb_listener_certificate.a"),
                found(plan("aws_lb_listener_certificate", "'delete','create'", paths, before, after)));
        assertEquals(List.of(), found(plan("aws_lb_listener_certificate", "'create','delete'", paths, before, after)));
    }
}
