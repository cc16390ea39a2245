package dev.alb.sandbox.services;

import dev.alb.sandbox.account.AwsObject;
import dev.alb.sandbox.account.AwsObject.Origin;
import dev.alb.sandbox.account.Transaction;
import dev.alb.sandbox.values.Value;
import java.util.Optional;

/** What a call refers to and somebody else has made. */
final class Existing {
    private Existing() {}

    /**
     * The object of an id.
     *
     * <p>What nobody made or declared is taken for existing, as long as the account file declares nothing of its type;
     * what was deleted is gone.
     */
    static Optional<AwsObject> find(Transaction aws, String type, String id) {
        Optional<AwsObject> found = aws.find(type, id);
        if (found.isPresent() || aws.knowsAll(type) || aws.wasDeleted(type, id)) {
            return found;
        }
        Value.Mapping known = Value.emptyMap().with("id", Value.text(id));
        return Optional.of(aws.put(new AwsObject(type, aws.region(), known, Origin.ASSUMED)));
    }
}
