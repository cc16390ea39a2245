package dev.alb.sandbox.account;

import dev.alb.sandbox.values.Value;

/**
 * One thing that stands in the account.
 *
 * @param type its type, as Terraform names it: {@code aws_lb}
 * @param region where it stands
 * @param attributes all of it, as the provider would read it
 * @param origin how it came into the account
 */
public record AwsObject(String type, String region, Value.Mapping attributes, Origin origin) {

    /** How an object came into the account. */
    public enum Origin {
        /** A call made it. */
        CREATED,
        /** The account file says that it is there. */
        DECLARED,
        /** Something referred to it, and nobody said otherwise. */
        ASSUMED
    }

    /** Its id, as Terraform's state has it. */
    public String id() {
        return attributes.get("id").text();
    }

    /** An attribute as a text; empty where there is none. */
    public String text(String attribute) {
        return attributes.get(attribute).text();
    }

    /** The same with other attributes. */
    public AwsObject with(Value.Mapping changed) {
        return new AwsObject(type, region, changed, origin);
    }
}
