package dev.alb.sandbox.account;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How many of something AWS allows, with the value that a new account has. */
public enum Quota {
    APPLICATION_LOAD_BALANCERS(50),
    LISTENERS_PER_APPLICATION_LOAD_BALANCER(50),
    /** Default rules are not counted. */
    RULES_PER_APPLICATION_LOAD_BALANCER(100),
    /** Default certificates are not counted. */
    CERTIFICATES_PER_APPLICATION_LOAD_BALANCER(25),
    CONDITION_VALUES_PER_ALB_RULE(5),
    CONDITION_WILDCARDS_PER_ALB_RULE(5),
    TARGET_GROUPS(3000),
    TARGET_GROUPS_PER_ACTION_ON_APPLICATION_LOAD_BALANCER(5),
    TARGET_GROUPS_PER_APPLICATION_LOAD_BALANCER(100),
    TARGETS_PER_APPLICATION_LOAD_BALANCER(1000),
    TARGETS_PER_TARGET_GROUP(1000),
    TRUST_STORES(20),
    /** Listeners that verify the certificates of clients. */
    MUTUAL_TLS_VERIFY_LISTENERS_PER_LOAD_BALANCER(2),
    SECURITY_GROUPS_PER_REGION(2500),
    SECURITY_GROUPS_PER_NETWORK_INTERFACE(5),
    /** In each direction. */
    RULES_PER_SECURITY_GROUP(60),
    VPCS_PER_REGION(5),
    DOMAINS_PER_CERTIFICATE(10);

    private final int usual;

    Quota(int usual) {
        this.usual = usual;
    }

    /** The value of a new account. */
    public int usual() {
        return usual;
    }

    /** Its name in an account file, which is AWS's where AWS has one: {@code rules-per-application-load-balancer}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The quota of a name. */
    public static Optional<Quota> named(String key) {
        return Stream.of(values()).filter(quota -> quota.key().equals(key)).findFirst();
    }
}
