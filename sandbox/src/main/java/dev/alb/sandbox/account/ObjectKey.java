package dev.alb.sandbox.account;

/** What an object is found by. */
record ObjectKey(String type, String region, String id) {
    static ObjectKey of(AwsObject object) {
        return new ObjectKey(object.type(), object.region(), object.id());
    }
}
