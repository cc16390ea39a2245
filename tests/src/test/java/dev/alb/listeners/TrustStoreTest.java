package dev.alb.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.hashicorp.cdktf.TerraformStack;
import com.hashicorp.cdktf.Testing;
import dev.alb.assertions.SynthesizedStack;
import dev.alb.terraform.Attributes;
import dev.alb.terraform.Refused;
import dev.alb.terraform.Timeouts;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrustStoreTest {
    private static final String RULE =
            "consist of letters, digits and hyphens, with no hyphen at either end and no internal- in front";

    private final TerraformStack stack = new TerraformStack(Testing.app(), "network");

    @Test
    void is_made_from_a_file_on_s3() {
        new TrustStore(stack, "staff", staff().withName("staff"));
        SynthesizedStack.of(stack).resource("aws_lb_trust_store", "staff").hasExactly("""
                        {name: 'staff', ca_certificates_bundle_s3_bucket: 'certificates',
                         ca_certificates_bundle_s3_key: 'staff.pem', lifecycle: {create_before_destroy: true}}
                        """);
    }

    @Test
    void renders_what_is_set_besides() {
        assertEquals(
                Map.of(
                        "name_prefix", "staff-",
                        "ca_certificates_bundle_s3_bucket", "certificates",
                        "ca_certificates_bundle_s3_key", "staff.pem",
                        "ca_certificates_bundle_s3_object_version", "1",
                        "region", "eu-central-1",
                        "tags", Map.of("team", "wiki"),
                        "timeouts", Map.of("create", "60s", "delete", "120s")),
                Attributes.of(staff().withNamePrefix("staff-")
                        .withCaCertificatesBundleS3ObjectVersion("1")
                        .withRegion("eu-central-1")
                        .withTags(Map.of("team", "wiki"))
                        .withTimeouts(new Timeouts(Duration.ofMinutes(1), null, Duration.ofMinutes(2)))));
    }

    @Test
    void gets_lists_of_what_is_trusted_no_more_by_their_keys() {
        new TrustStore(stack, "staff", staff().withRegion("eu-west-1"))
                .addRevocation("lost", "certificates", "lost.crl");
        SynthesizedStack.of(stack)
                .hasExactly("aws_lb_trust_store_revocation", "staff-lost")
                .resource("aws_lb_trust_store_revocation", "staff-lost")
                .refersTo("trust_store_arn", "aws_lb_trust_store.staff.arn")
                .has("{revocations_s3_bucket: 'certificates', revocations_s3_key: 'lost.crl', region: 'eu-west-1'}");
    }

    @Test
    void lets_a_listener_verify_with_it() {
        TrustStore staff = new TrustStore(stack, "staff", staff());
        assertEquals(staff.arn(), MutualAuthentication.verify(staff.arn()).trustStoreArn());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-staff", "staff-", "internal-staff", "staff_1", "staff.pem"})
    void refuses_names_that_aws_refuses(String name) {
        Refused.with(
                "name must " + RULE + ", got \"" + name + "\"\n  Rename it, for instance to \"wiki\".",
                () -> staff().withName(name));
    }

    @Test
    void refuses_long_names() {
        Refused.with(
                "name must have 1 to 32 characters, got \"" + "s".repeat(33) + "\" (33)\n  Give a text of that length.",
                () -> staff().withName("s".repeat(33)));
        Refused.with(
                "name_prefix must have 1 to 6 characters, got \"staff-1\" (7)\n  Give a text of that length.",
                () -> staff().withNamePrefix("staff-1"));
    }

    @Test
    void refuses_a_prefix_that_begins_no_name() {
        Refused.with(
                "name_prefix must consist of letters, digits and hyphens, with no hyphen and no internal- in front, got "
                        + "\"-staff\"\n  Choose a prefix such as \"wiki\".",
                () -> staff().withNamePrefix("-staff"));
    }

    @Test
    void has_one_name() {
        Refused.with(
                "name must not be given together with name_prefix, got both\n  Leave out name or name_prefix.",
                () -> staff().withName("staff").withNamePrefix("staff"));
    }

    @Test
    void needs_a_file() {
        Refused.with("""
                ca_certificates_bundle_s3_bucket must have 3 to 63 characters, got "" (0)
                  Give a text of that length.
                ca_certificates_bundle_s3_key must have 1 to 1024 characters, got "" (0)
                  Give a text of that length.
                """, () -> TrustStoreAttributes.of("", ""));
    }

    @Test
    void needs_a_file_for_each_list() {
        Refused.with("""
                trust_store_arn must be an ARN such as arn:aws:elasticloadbalancing:…:truststore/…, got "staff"
                  Copy the ARN from the AWS console, or pass an attribute.
                revocations_s3_bucket must have 3 to 63 characters, got "" (0)
                  Give a text of that length.
                revocations_s3_key must have 1 to 1024 characters, got "" (0)
                  Give a text of that length.
                """, () -> TrustStoreRevocationAttributes.of("staff", "", ""));
    }

    @Test
    void waits_only_for_what_it_does() {
        Refused.with(
                "timeouts must name no other operation than create and delete, got update\n  Leave out the other.",
                () -> staff().withTimeouts(new Timeouts(null, Duration.ofMinutes(1), null)));
    }

    private static TrustStoreAttributes staff() {
        return TrustStoreAttributes.of("certificates", "staff.pem");
    }
}
