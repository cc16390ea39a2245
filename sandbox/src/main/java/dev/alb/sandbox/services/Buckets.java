package dev.alb.sandbox.services;

import dev.alb.sandbox.values.Value;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Buckets of S3 and what is set for them. */
final class Buckets {
    static final String TYPE = "aws_s3_bucket";

    private static final String NAME = "bucket";
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final Pattern VALID_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final String OLDEST_REGION = "us-east-1";

    static final List<Behavior> BEHAVIORS = Stream.of(
                    bucket(),
                    part("policy", "putting S3 Bucket ({bucket}) Policy", "PutBucketPolicy", BucketPolicy::check),
                    part(
                            "public_access_block",
                            "creating S3 Bucket ({bucket}) Public Access Block",
                            "PutPublicAccessBlock"),
                    part(
                            "ownership_controls",
                            "creating S3 Bucket ({bucket}) Ownership Controls",
                            "PutBucketOwnershipControls"),
                    part(
                            "server_side_encryption_configuration",
                            "creating S3 Bucket ({bucket}) Server-side Encryption Configuration",
                            "PutBucketEncryption"),
                    part(
                            "lifecycle_configuration",
                            "creating S3 Bucket Lifecycle Configuration ({bucket})",
                            "PutBucketLifecycleConfiguration"),
                    part("versioning", "creating S3 Bucket ({bucket}) Versioning", "PutBucketVersioning"),
                    part("logging", "creating S3 Bucket ({bucket}) Logging", "PutBucketLogging"),
                    part("acl", "creating S3 Bucket ({bucket}) ACL", "PutBucketAcl"))
            .toList();

    private Buckets() {}

    private static Behavior bucket() {
        return Behavior.of(TYPE)
                .create(Call.of(
                        "creating S3 Bucket ({bucket})", call("CreateBucket"), Buckets::hasName, Buckets::isNew))
                .delete(Call.of("deleting S3 Bucket ({id})", call("DeleteBucket"), Buckets::isEmpty))
                .deleted(Buckets::dropParts);
    }

    private static Behavior part(String name, String doing, String operation, Rule... rules) {
        Rule[] all =
                Stream.concat(Stream.of(Buckets::isThere), Stream.of(rules)).toArray(Rule[]::new);
        return Behavior.of(TYPE + "_" + name)
                .create(Call.of(doing, call(operation), all))
                .update(Call.of(doing, call(operation), all));
    }

    private static Operation call(String name) {
        return new Operation("S3", name, true);
    }

    private static void hasName(Change change) {
        change.known(NAME).filter(name -> !VALID_NAME.matcher(name).matches()).ifPresent(name -> {
            throw Refusal.of("InvalidBucketName", "The specified bucket is not valid.")
                    .unmodelled();
        });
    }

    /** In the oldest region S3 says yes a second time, so the provider asks first. */
    private static void isNew(Change change) {
        change.known(NAME)
                .filter(name -> change.aws().find(TYPE, name).isPresent())
                .ifPresent(name -> {
                    throw change.aws().region().equals(OLDEST_REGION)
                            ? Refusal.byProvider("creating S3 Bucket (" + name + "): BucketAlreadyExists")
                            : Refusal.of(
                                            "BucketAlreadyOwnedByYou",
                                            "Your previous request to create the named bucket succeeded and you"
                                                    + " already own it.")
                                    .withStatus(CONFLICT);
                });
    }

    private static void isEmpty(Change change) {
        boolean forced = change.object().get("force_destroy").equals(new Value.Bool(true));
        boolean used = Uses.of(change.text("id"), change.aws(), "aws_s3_object", NAME)
                .findAny()
                .isPresent();
        if (used && !forced) {
            throw Refusal.of("BucketNotEmpty", "The bucket you tried to delete is not empty")
                    .withStatus(CONFLICT)
                    .unmodelled();
        }
    }

    private static void isThere(Change change) {
        String name = change.text(NAME);
        Existing.find(change.aws(), TYPE, name)
                .orElseThrow(() -> Refusal.of("NoSuchBucket", "The specified bucket does not exist")
                        .withStatus(NOT_FOUND)
                        .unmodelled());
    }

    private static void dropParts(Change change) {
        String name = change.text("id");
        for (Behavior behavior : BEHAVIORS) {
            Uses.of(name, change.aws(), behavior.type(), NAME)
                    .forEach(part -> change.aws().remove(part.type(), part.id()));
        }
    }
}
