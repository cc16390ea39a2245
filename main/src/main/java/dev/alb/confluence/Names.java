package dev.alb.confluence;

/** Names of the resources of a site that are made from what the file says. */
final class Names {
    private Names() {}

    /**
     * A value as a part of a Terraform address: {@code 10.0.1.5} is {@code 10-0-1-5}.
     *
     * <p>Sign by sign, as {@code 2001:db8::1} and {@code 2001:db8:1::} must not become the same.
     */
    static String key(String value) {
        return value.replaceAll("[^A-Za-z0-9]", "-");
    }
}
