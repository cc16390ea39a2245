package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.ElasticLoadBalancing.operation;

import dev.alb.sandbox.account.Quota;
import dev.alb.sandbox.values.Value;

/** Trust stores for mutual TLS: {@code aws_lb_trust_store}. */
final class TrustStores {
    static final String TYPE = "aws_lb_trust_store";

    static final Behavior BEHAVIOR = Behavior.of(TYPE)
            .create(Call.of(
                    "creating ELBv2 Trust Store ({name})",
                    operation("CreateTrustStore"),
                    FreeName.of(
                            "name",
                            name -> Refusal.of(
                                    "DuplicateTrustStoreName",
                                    "A trust store with the same name '" + name + "' exists")),
                    bundle(),
                    quota()))
            .update(Call.of("modifying ELBv2 Trust Store ({arn})", operation("ModifyTrustStore"), bundle())
                    .whenChanges(
                            "ca_certificates_bundle_s3_bucket",
                            "ca_certificates_bundle_s3_key",
                            "ca_certificates_bundle_s3_object_version"))
            .delete(Call.of("deleting ELBv2 Trust Store ({arn})", operation("DeleteTrustStore"), TrustStores::isUnused)
                    .tryingAgain())
            .deleted(TrustStores::removeRevocations);

    private TrustStores() {}

    private static Rule bundle() {
        return new Reference(
                "ca_certificates_bundle_s3_bucket",
                "aws_s3_bucket",
                bucket -> Refusal.of(
                        "CaCertificatesBundleNotFound",
                        "The CA certificates bundle in bucket '" + bucket + "' was not found"));
    }

    private static Rule quota() {
        return new Limit(
                Quota.TRUST_STORES,
                change -> change.aws().all(TYPE).size(),
                (change, most) -> Refusal.of(
                        "TooManyTrustStores", "The maximum number of trust stores '" + most + "' has been reached"));
    }

    private static void isUnused(Change change) {
        String arn = change.text("arn");
        boolean used = change.aws().all(Listeners.TYPE).stream()
                .flatMap(listener -> Blocks.of(listener.attributes(), "mutual_authentication").all().stream())
                .anyMatch(block -> block.get("trust_store_arn").equals(Value.text(arn)));
        if (used) {
            throw Refusal.of("TrustStoreInUse", "Trust store '" + arn + "' is currently in use by a listener");
        }
    }

    private static void removeRevocations(Change change) {
        String arn = change.text("arn");
        change.aws().all(TrustStoreRevocations.TYPE).stream()
                .filter(revocation -> revocation.text("trust_store_arn").equals(arn))
                .forEach(revocation -> change.aws().remove(revocation.type(), revocation.id()));
    }
}
