package dev.alb.sandbox.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.alb.sandbox.values.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An import takes the ids that the real provider takes, and refuses others in its words. */
class ImportsTest {
    private static final String ARN =
            "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/wiki/0123456789abcdef";

    private final PluginCalls provider = new PluginCalls();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aws_lb | wiki | could not parse import ID \"wiki\" as ARN: arn: invalid prefix",
                "aws_lb_listener_certificate | arn:aws:x | unexpected format for ID (arn:aws:x), expected LISTENER_ARN_CERTIFICATE_ARN",
                "aws_lb_target_group_attachment | any | resource aws_lb_target_group_attachment doesn't support import",
                "aws_wafv2_web_acl_association | arn:aws:x | unexpected format of ID (arn:aws:x), expected WEB-ACL-ARN,RESOURCE-ARN",
                "aws_lb_trust_store_revocation | arn:aws:x | unexpected format for ID (arn:aws:x), expected TRUST_STORE_ARN,REVOCATION_ID"
            })
    void another_form_is_refused(String type, String id, String expected) {
        assertEquals(
                expected,
                PluginCalls.text(provider.imports(type, id).getDiagnosticsList())
                        .replaceAll(":$", ""));
    }

    @Test
    void a_record_without_a_type_is_refused() {
        String refusal = PluginCalls.text(
                provider.imports("aws_route53_record", "Z1_wiki.example.com").getDiagnosticsList());
        assertTrue(refusal.startsWith("unexpected format of ID (Z1_wiki.example.com), expected ZONEID_"), refusal);
    }

    @Test
    void an_id_tells_what_it_is_made_of() {
        Value.Mapping record = provider.imported("aws_route53_record", "Z1_wiki_2.example.com_CNAME_blue_1");
        assertEquals("Z1", record.get("zone_id").text());
        assertEquals("wiki_2.example.com", record.get("name").text());
        assertEquals("CNAME", record.get("type").text());
        assertEquals("blue_1", record.get("set_identifier").text());
    }

    @Test
    void an_arn_tells_the_region_and_an_id_may_have_one_behind_it() {
        assertEquals("eu-west-1", provider.imported("aws_lb", ARN).get("region").text());
        Value.Mapping group = provider.imported("aws_security_group", "sg-0123456789abcdef0@ap-south-1");
        assertEquals("ap-south-1", group.get("region").text());
        assertEquals("sg-0123456789abcdef0", group.get("id").text());
        String refusal =
                PluginCalls.text(provider.imports("aws_lb", ARN + "@us-west-2").getDiagnosticsList());
        assertTrue(
                refusal.startsWith(
                        "the region passed for import \"us-west-2\" does not match the region \"eu-west-1\" in the ARN"),
                refusal);
    }

    @Test
    void what_was_made_is_imported_as_it_is() {
        Value.Mapping made = provider.apply("aws_security_group", null, "{'name':'wiki','description':'browsers'}");
        assertEquals(
                made, provider.imported("aws_security_group", made.get("id").text()));
    }

    @Test
    void what_was_deleted_is_not_there_to_import() {
        Value.Mapping made = provider.apply("aws_security_group", null, "{'name':'wiki'}");
        provider.delete("aws_security_group", made);
        Value.Mapping imported =
                provider.imported("aws_security_group", made.get("id").text());
        assertEquals(Value.Absent.NULL, provider.read("aws_security_group", imported));
    }

    @Test
    void the_older_name_of_a_type_is_kept_in_the_answer() {
        assertEquals(
                "aws_alb",
                provider.imports("aws_alb", ARN).getImportedResources(0).getTypeName());
    }
}
