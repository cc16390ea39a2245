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
     * <p>What nobody made or declared is taken for existing, as long as the account file declares nothing of its type and
     * the id has AWS's form; what was deleted is gone.
     *
     * <p>Of such an object only its id is known, and what a data source asked for; what is not known refuses no call: it
     * lies in the VPC in question, in a zone of its own, it is issued, it covers the name, it runs.
     */
    static Optional<AwsObject> find(Transaction aws, String type, String id) {
        Optional<AwsObject> found = aws.find(type, id);
        if (found.isPresent() || aws.knowsAll(type) || aws.wasDeleted(type, id) || !IdForms.accepts(type, id)) {
            return found;
        }
        Value.Mapping known = Value.emptyMap().with("id", Value.text(id));
        return Optional.of(aws.put(new AwsObject(type, aws.region(), known, Origin.ASSUMED)));
    }
}
