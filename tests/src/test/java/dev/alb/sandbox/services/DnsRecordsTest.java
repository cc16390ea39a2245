package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.SimulatedAws.id;
import static dev.alb.sandbox.services.SimulatedAws.refusal;
import static dev.alb.sandbox.services.SimulatedAws.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.values.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Route 53 says about zones and records. */
class DnsRecordsTest {
    private static final String ZONE = "aws_route53_zone";
    private static final String RECORD = "aws_route53_record";
    private static final String START = "creating Route53 Record: operation error Route 53: ChangeResourceRecordSets,"
            + " https response error StatusCode: 400, RequestID: …, InvalidChangeBatch: ";

    private final SimulatedAws aws = new SimulatedAws();

    private final Value.Mapping zone = aws.create(ZONE, Map.of("name", "example.com"));

    @Test
    void a_record_that_exists_is_not_overwritten_unless_allowed() {
        Value.Mapping record = aws.create(RECORD, a("wiki"));
        assertEquals("wiki.example.com", record.get("fqdn").text());
        assertEquals(
                START + "[Tried to create resource record set [name='wiki.example.com.', type='A'] but it already"
                        + " exists]",
                refusal(() -> aws.create(RECORD, a("wiki.example.com"))));
        Map<String, Object> other = with(with(a("wiki"), "records", List.of("10.0.0.2")), "allow_overwrite", true);
        assertEquals("[10.0.0.2]", aws.create(RECORD, other).get("records").text());
        assertEquals(1, aws.all(RECORD).size());
    }

    @Test
    void a_record_of_an_asterisk_is_named_in_octal() {
        aws.create(RECORD, a("*"));
        assertTrue(refusal(() -> aws.create(RECORD, a("*.example.com"))).contains("[name='\\052.example.com.', "));
    }

    @Test
    void a_cname_stands_alone_and_not_at_the_apex() {
        aws.create(RECORD, a("wiki"));
        assertEquals(
                START + "[RRSet of type CNAME with DNS name wiki.example.com. is not permitted as it conflicts with"
                        + " other records with the same DNS name in zone example.com.]",
                refusal(() -> aws.create(RECORD, cname("wiki"))));
        aws.create(RECORD, cname("docs"));
        assertEquals(
                START + "[RRSet of type A with DNS name docs.example.com. is not permitted because a conflicting RRSet"
                        + " of type CNAME with the same DNS name already exists in zone example.com.]",
                refusal(() -> aws.create(RECORD, a("docs"))));
        assertEquals(
                START + "[RRSet of type CNAME with DNS name example.com. is not permitted at apex in zone"
                        + " example.com.]",
                refusal(() -> aws.create(RECORD, cname("example.com"))));
    }

    @Test
    void every_zone_has_name_servers_already() {
        Map<String, Object> servers = with(with(a(""), "type", "NS"), "records", List.of("ns.example.net"));
        assertTrue(refusal(() -> aws.create(RECORD, servers))
                .endsWith("[Tried to create resource record set [name='example.com.', type='NS'] but it already"
                        + " exists]"));
    }

    @Test
    void a_name_that_only_ends_alike_is_outside() {
        assertEquals(
                START + "[RRSet with DNS name myexample.com. is not permitted in zone example.com.]",
                refusal(() -> aws.create(RECORD, a("myexample.com"))));
    }

    @Test
    void a_zone_that_is_gone_has_no_records() {
        aws.delete(ZONE, zone);
        assertEquals(
                "reading Route 53 Hosted Zone (" + id(zone) + "): couldn't find resource",
                refusal(() -> aws.create(RECORD, a("wiki"))));
    }

    @Test
    void an_alias_has_the_zone_of_its_load_balancer() {
        Value.Mapping balancer = aws.declare("aws_lb", Map.of("name", "wiki"));
        String target = balancer.get("dns_name").text();
        aws.create(RECORD, alias("wiki", target, balancer.get("zone_id").text()));
        assertEquals(
                START + "[Tried to create an alias that targets " + target + "., type A in zone Z1, but the alias"
                        + " target name does not lie within the target zone]",
                refusal(() -> aws.create(RECORD, alias("docs", target, "Z1"))));
    }

    @Test
    void an_alias_within_a_zone_needs_its_target() {
        assertEquals(
                START + "[Tried to create an alias that targets wiki.example.com., type A in zone " + id(zone)
                        + ", but that target was not found]",
                refusal(() -> aws.create(RECORD, alias("docs", "wiki.example.com", id(zone)))));
        aws.create(RECORD, a("wiki"));
        aws.create(RECORD, alias("docs", "wiki.example.com", id(zone)));
    }

    @Test
    void routing_policies_do_not_mix() {
        aws.create(RECORD, a("wiki"));
        Map<String, Object> weighted = with(
                with(a("wiki"), "set_identifier", "blue"), "weighted_routing_policy", List.of(Map.of("weight", 10)));
        assertEquals(
                START + "[RRSet with DNS name wiki.example.com., type A, SetIdentifier blue cannot be created because a"
                        + " simple rrset exists with the same name and type.]",
                refusal(() -> aws.create(RECORD, weighted)));
        aws.create(RECORD, with(weighted, "name", "docs"));
        aws.create(RECORD, with(with(weighted, "name", "docs"), "set_identifier", "green"));
        assertTrue(refusal(() -> aws.create(RECORD, with(weighted, "name", "docs")))
                .contains("[name='docs.example.com.', type='A', set-identifier='blue'] but it already exists"));
    }

    @Test
    void a_zone_with_records_stays_unless_that_is_forced() {
        aws.create(RECORD, a("wiki"));
        assertEquals(
                "deleting Route53 Hosted Zone (" + id(zone) + "): operation error Route 53: DeleteHostedZone, https"
                        + " response error StatusCode: 400, RequestID: …, HostedZoneNotEmpty: The specified hosted zone"
                        + " contains non-required resource record sets and so cannot be deleted.",
                refusal(() -> aws.delete(ZONE, zone)));
        aws.update(ZONE, zone, "force_destroy", true);
        aws.delete(ZONE, zone);
        assertEquals(List.of(), aws.all(RECORD));
    }

    private Map<String, Object> a(String name) {
        return Map.of("zone_id", id(zone), "name", name, "type", "A", "ttl", 60, "records", List.of("10.0.0.1"));
    }

    private Map<String, Object> cname(String name) {
        return with(with(a(name), "type", "CNAME"), "records", List.of("other.example.net"));
    }

    private Map<String, Object> alias(String name, String target, String targetZone) {
        Map<String, Object> record = new HashMap<>(Map.of("zone_id", id(zone), "name", name, "type", "A"));
        record.put("alias", List.of(Map.of("name", target, "zone_id", targetZone, "evaluate_target_health", true)));
        return record;
    }
}
