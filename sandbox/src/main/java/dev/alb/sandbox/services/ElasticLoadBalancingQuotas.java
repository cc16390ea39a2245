package dev.alb.sandbox.services;

/** How much of what an account may have, as AWS gives it to a new account. */
final class ElasticLoadBalancingQuotas {
    static final int LOAD_BALANCERS = 50;
    static final int LISTENERS = 50;
    static final int RULES = 100;
    static final int CERTIFICATES = 25;
    static final int TARGET_GROUPS = 3000;
    static final int TARGET_GROUPS_OF_LOAD_BALANCER = 100;
    static final int TARGETS = 1000;
    static final int CONDITION_VALUES = 5;
    static final int WILDCARDS = 5;
    static final int TRUST_STORES = 20;
    static final int REVOCATION_LISTS = 30;
    static final int CAPACITY_UNITS = 15_000;

    private ElasticLoadBalancingQuotas() {}
}
