package dev.alb.listeners;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.alb.terraform.Attributes;
import dev.alb.terraform.Refused;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MutualAuthenticationTest {
    private static final String TRUST_STORE =
            "arn:aws:elasticloadbalancing:eu-central-1:111122223333:truststore/staff/1";
    private static final String FIX = "\n  Leave it out, or verify the certificates.";

    @Test
    void is_off_or_left_to_the_targets() {
        assertEquals(Map.of("mode", "off"), Attributes.of(MutualAuthentication.off()));
        assertEquals(Map.of("mode", "passthrough"), Attributes.of(MutualAuthentication.passthrough()));
    }

    @Test
    void verifies_with_a_trust_store() {
        assertEquals(
                Map.of(
                        "mode",
                        "verify",
                        "trust_store_arn",
                        TRUST_STORE,
                        "ignore_client_certificate_expiry",
                        true,
                        "advertise_trust_store_ca_names",
                        "on"),
                Attributes.of(MutualAuthentication.verify(TRUST_STORE)
                        .withIgnoreClientCertificateExpiry(true)
                        .withAdvertiseTrustStoreCaNames(Advertisement.ON)));
    }

    @Test
    void verifies_with_nothing_else() {
        Refused.with(
                "mutual_authentication.trust_store_arn must be given, got nothing\n"
                        + "  Name the trust store with your authorities.",
                () -> MutualAuthentication.off().withMode(MutualAuthenticationMode.VERIFY));
        Refused.with(
                "mutual_authentication.trust_store_arn must be an ARN such as "
                        + "arn:aws:elasticloadbalancing:…:truststore/…, got \"staff\"\n"
                        + "  Copy the ARN from the AWS console, or pass an attribute.",
                () -> MutualAuthentication.verify("staff"));
    }

    @ParameterizedTest
    @EnumSource(
            value = MutualAuthenticationMode.class,
            names = {"OFF", "PASSTHROUGH"})
    void trusts_nobody_without_verifying(MutualAuthenticationMode mode) {
        String rule = " must be given with the mode verify only, got ";
        Refused.with(
                "mutual_authentication.trust_store_arn" + rule + TRUST_STORE + FIX
                        + "\nmutual_authentication.ignore_client_certificate_expiry" + rule + "false" + FIX
                        + "\nmutual_authentication.advertise_trust_store_ca_names" + rule + "OFF" + FIX,
                () -> new MutualAuthentication(mode, TRUST_STORE, false, Advertisement.OFF));
    }
}
