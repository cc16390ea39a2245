package dev.alb.sandbox.services;

import static dev.alb.sandbox.services.ElasticLoadBalancing.operation;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.values.Value;
import java.math.BigDecimal;
import java.util.List;

/** Lists of revoked certificates in a trust store: {@code aws_lb_trust_store_revocation}. */
final class TrustStoreRevocations {
    static final String TYPE = "aws_lb_trust_store_revocation";

    private static final String STORE = "trust_store_arn";
    private static final int MOST = 30;
    private static final String ID = "revocation_id";

    static final Behavior BEHAVIOR = Behavior.of(TYPE)
            .request(TrustStoreRevocations::numbered)
            .create(Call.of(
                    "creating ELBv2 Trust Store ({trust_store_arn}) Revocation"
                            + " (s3://{revocations_s3_bucket}/{revocations_s3_key})",
                    operation("AddTrustStoreRevocations"),
                    new Arn(STORE, "trust store", "truststore"),
                    new Reference(
                            STORE,
                            TrustStores.TYPE,
                            arn -> Refusal.of("TrustStoreNotFound", "Trust store '" + arn + "' not found")),
                    new Reference(
                            "revocations_s3_bucket",
                            "aws_s3_bucket",
                            bucket -> Refusal.of(
                                    "RevocationContentNotFound",
                                    "The revocation file in bucket '" + bucket + "' was not found")),
                    TrustStoreRevocations::storeHasRoom))
            .delete(Call.of("deleting ELBv2 Trust Store Revocation ({id})", operation("RemoveTrustStoreRevocations")));

    private TrustStoreRevocations() {}

    private static void storeHasRoom(Change change) {
        if (of(change).size() >= MOST) {
            throw Refusal.of(
                    "TooManyTrustStoreRevocationEntries",
                    "The maximum number of revocation lists '" + MOST + "' has been reached on trust store '"
                            + change.text(STORE) + "'");
        }
    }

    private static List<AwsObject> of(Change change) {
        return change.aws().all(TYPE).stream()
                .filter(other -> other.text(STORE).equals(change.text(STORE)))
                .toList();
    }

    private static Value.Mapping numbered(Change change) {
        BigDecimal next = of(change).stream()
                .map(other -> other.attributes().get(ID))
                .filter(Value.Numeric.class::isInstance)
                .map(id -> ((Value.Numeric) id).value())
                .max(BigDecimal::compareTo)
                .orElse(BigDecimal.ZERO)
                .add(BigDecimal.ONE);
        return change.gives(ID) ? change.object() : change.object().with(ID, new Value.Numeric(next));
    }
}
