package dev.alb.sandbox.account;

import java.util.Comparator;
import java.util.List;

/**
 * What an object is found by; something that belongs to no region is found from all of them.
 *
 * <p>The order depends on nothing but the names, so that nothing depends on chance.
 */
record ObjectKey(String type, String region, String id) implements Comparable<ObjectKey> {
    private static final List<String> GLOBAL = List.of(
            "aws_cloudfront_", "aws_cloudwatch_dashboard", "aws_iam_", "aws_route53_", "aws_s3_bucket", "aws_shield_");
    private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::type)
            .thenComparing(ObjectKey::region)
            .thenComparing(ObjectKey::id);

    ObjectKey {
        region = GLOBAL.stream().anyMatch(type::startsWith) ? "" : region;
    }

    static ObjectKey of(AwsObject object) {
        return new ObjectKey(object.type(), object.region(), object.id());
    }

    /** Whether this is the key of something of a type that can be found in a region. */
    boolean isOf(String otherType, String otherRegion) {
        return type.equals(otherType) && region.equals(new ObjectKey(type, otherRegion, id).region);
    }

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }
}
