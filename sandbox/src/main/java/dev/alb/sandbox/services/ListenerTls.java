package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.Quota;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What AWS demands of a listener's certificate, policy and trust store. */
final class ListenerTls {
    private static final Set<String> ENCRYPTED = Set.of("HTTPS", "TLS");
    private static final Pattern POLICIES = Pattern.compile("ELBSecurityPolicy-("
            + "TLS13-1-[0-3](-Res|-Ext[0-2])?-2021-06"
            + "|TLS13-1-[0-3](-Res|-Ext[0-2])?-FIPS-2023-04"
            + "|TLS13-1-[0-3](-Res|-Ext[0-2])?(-FIPS)?-PQ-2025-09"
            + "|TLS-1-2-Ext-2018-06|TLS-1-[12]-2017-01|TLS-1-0-2015-04|2016-08|2015-05"
            + "|FS-1-2-Res-2020-10|FS-1-2-Res-2019-08|FS-1-[12]-2019-08|FS-2018-06)");

    private ListenerTls() {}

    static boolean isEncrypted(Value.Mapping listener) {
        return ENCRYPTED.contains(listener.get("protocol").text());
    }

    static void fitsTheProtocol(Change change) {
        String protocol = change.text("protocol");
        boolean encrypted = isEncrypted(change.object());
        if (encrypted && !change.gives("certificate_arn")) {
            throw Refusal.validation("A certificate must be specified for " + protocol + " listeners");
        }
        if (!encrypted && change.gives("certificate_arn")) {
            throw Refusal.validation("A certificate cannot be specified for " + protocol + " listeners");
        }
        // AWS spells it so.
        if (!encrypted && change.gives("ssl_policy")) {
            throw Refusal.validation("An SSL policy cannot be specifed for " + protocol + " listeners");
        }
        if (!encrypted && isMutual(change.object())) {
            throw Refusal.validation("Mutual authentication cannot be specified for " + protocol + " listeners");
        }
    }

    static void certificateIsUsable(Change change) {
        Value certificate = change.object().get("certificate_arn");
        if (certificate instanceof Value.Text arn && !arn.value().isEmpty()) {
            isUsable(arn.value(), change.aws());
        }
    }

    private static void isUsable(String arn, Transaction aws) {
        boolean managed = arn.contains(":acm:");
        boolean elsewhere = managed && !arn.contains(":acm:" + aws.region() + ":");
        Optional<AwsObject> found =
                elsewhere || !managed ? Optional.empty() : Existing.find(aws, Certificates.TYPE, arn);
        if (elsewhere || managed && found.isEmpty()) {
            throw Refusal.of("CertificateNotFound", "Certificate '" + arn + "' not found");
        }
        if (found.filter(certificate -> Certificates.isPending(certificate.attributes()))
                .isPresent()) {
            throw Refusal.of(
                            "UnsupportedCertificate",
                            "The certificate '" + arn
                                    + "' must have a fully-qualified domain name, a supported signature, and a"
                                    + " supported key size.")
                    .unmodelled();
        }
    }

    static void policyExists(Change change) {
        String policy = change.text("ssl_policy");
        if (change.gives("ssl_policy") && !POLICIES.matcher(policy).matches()) {
            throw Refusal.of("SSLPolicyNotFound", "SSL policy '" + policy + "' not found");
        }
    }

    static void trustStoreExists(Change change) {
        for (Value.Mapping block :
                Blocks.of(change.object(), "mutual_authentication").all()) {
            Value store = block.get("trust_store_arn");
            if (block.get("mode").text().equals("verify") && !store.isGiven()) {
                throw Refusal.validation("A trust store ARN must be specified for mutual authentication mode 'verify'");
            }
            if (store.isGiven()
                    && store instanceof Value.Text arn
                    && Existing.find(change.aws(), TrustStores.TYPE, arn.value())
                            .isEmpty()) {
                throw Refusal.of("TrustStoreNotFound", "Trust store '" + arn.value() + "' not found");
            }
        }
    }

    /** Verifying clients costs a load balancer so much that few of its listeners may do it. */
    static void fewVerifyClients(Change change) {
        String loadBalancer = change.text("load_balancer_arn");
        int most = change.aws().quotas().of(Quota.MUTUAL_TLS_VERIFY_LISTENERS_PER_LOAD_BALANCER);
        long others = Listeners.of(change.aws(), loadBalancer).stream()
                .filter(other -> !change.isSelf(other) && verifies(other.attributes()))
                .count();
        if (verifies(change.object()) && others >= most) {
            throw Refusal.of(
                    "OperationNotPermitted",
                    "The maximum number of listeners with mutual authentication mode 'verify' per load balancer '"
                            + most + "' has been reached on load balancer '" + loadBalancer + "'");
        }
    }

    private static boolean verifies(Value.Mapping listener) {
        return Blocks.of(listener, "mutual_authentication").all().stream()
                .anyMatch(block -> block.get("mode").text().equals("verify"));
    }

    private static boolean isMutual(Value.Mapping listener) {
        return Blocks.of(listener, "mutual_authentication").all().stream()
                .anyMatch(block -> !block.get("mode").text().equals("off"));
    }
}
