package dev.alb.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.terraform.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsPolicyTest {
    @Test
    void recommends_what_aws_recommends() {
        assertEquals("ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09", TlsPolicy.RECOMMENDED.toTerraform());
        assertEquals("ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09", TlsPolicy.RECOMMENDED_FIPS.toTerraform());
        assertEquals("ELBSecurityPolicy-TLS13-1-3-PQ-2025-09", TlsPolicy.TLS_1_3.toTerraform());
        assertEquals("ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09", TlsPolicy.TLS_1_3_FIPS.toTerraform());
        assertEquals("ELBSecurityPolicy-TLS13-1-2-Res-2021-06", TlsPolicy.TLS_1_2_RESTRICTED.toTerraform());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ELBSecurityPolicy-TLS13-1-2-2021-06",
                "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06",
                "ELBSecurityPolicy-TLS13-1-3-2021-06",
                "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04",
                "ELBSecurityPolicy-TLS-1-2-2017-01",
                "ELBSecurityPolicy-TLS-1-2-Ext-2018-06",
                "ELBSecurityPolicy-FS-1-2-Res-2020-10"
            })
    void takes_others_with_tls_1_2_or_better(String name) {
        assertEquals(name, TlsPolicy.named(name).toTerraform());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ELBSecurityPolicy-2016-08",
                "ELBSecurityPolicy-2015-05",
                "ELBSecurityPolicy-TLS-1-1-2017-01",
                "ELBSecurityPolicy-TLS-1-0-2015-04",
                "ELBSecurityPolicy-FS-2018-06",
                "ELBSecurityPolicy-FS-1-1-2019-08",
                "ELBSecurityPolicy-TLS13-1-0-2021-06",
                "ELBSecurityPolicy-TLS13-1-1-2021-06",
                "ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04"
            })
    void takes_old_tls_only_when_asked_for_it(String name) {
        Refused.with("""
                ssl_policy must allow no less than TLS 1.2, which its name says by TLS13-1-2, TLS13-1-3, TLS-1-2 or \
                FS-1-2, got "%s"
                  Leave it out for the recommended one; if old clients must come in, say so by TlsPolicy.legacy or allows_old_tls.
                """.formatted(name), () -> TlsPolicy.named(name));
        assertEquals(name, TlsPolicy.legacy(name).toTerraform());
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS13-1-2-2021-06", "ELBSecurityPolicy-", "elbsecuritypolicy-2016-08", "TLSv1.2"})
    void refuses_what_is_no_name_of_a_policy_also_of_an_old_one(String name) {
        Refused.with("""
                ssl_policy must be the name of a security policy, which begins with ELBSecurityPolicy-, got "%s"
                  Copy the name from AWS's list, such as "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09".
                """.formatted(name), () -> TlsPolicy.legacy(name));
    }

    @Test
    void leaves_to_terraform_what_terraform_resolves() {
        assertEquals(
                "${TfToken[TOKEN.1]}", TlsPolicy.named("${TfToken[TOKEN.1]}").toTerraform());
    }
}
