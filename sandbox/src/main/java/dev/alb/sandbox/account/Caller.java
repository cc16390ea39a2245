package dev.alb.sandbox.account;

import dev.alb.sandbox.values.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How one provider block is configured. Terraform opens a connection of its own for each, so that several blocks, one
 * with an alias for another region, can share this provider.
 */
public final class Caller {
    /** The id of an account that says no other. */
    public static final String ACCOUNT = "123456789012";

    static final String FALLBACK_REGION = "us-east-1";

    private final String accountId;
    private volatile String region;
    private volatile Map<String, Value> defaultTags = Map.of();

    /** A caller in an account of which nothing is said. */
    public Caller() {
        this(ACCOUNT, FALLBACK_REGION);
    }

    /** A caller in an account; where neither its configuration nor the environment says a region, the account file does. */
    public Caller(Account account) {
        this(account.description().accountId(), account.description().region().orElse(FALLBACK_REGION));
    }

    Caller(String accountId, String fallbackRegion) {
        this.accountId = accountId;
        this.region = regionOf(System.getenv(), fallbackRegion);
    }

    public void configure(Value config) {
        if (!(config instanceof Value.Mapping provider)) {
            return;
        }
        if (provider.get("region") instanceof Value.Text text) {
            region = text.value();
        }
        Map<String, Value> tags = new LinkedHashMap<>();
        provider.get("default_tags").elements().forEach(block -> tags.putAll(tagsIn(block)));
        defaultTags = tags;
    }

    /** The account that everything stands in. */
    public String accountId() {
        return accountId;
    }

    public String region() {
        return region;
    }

    void workIn(String other) {
        region = other;
    }

    public String partition() {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** A resource's tags over the default ones; unknown as long as any of them is. */
    public Value allTags(Value tags) {
        if (!tags.isWhollyKnown()) {
            return Value.Absent.UNKNOWN;
        }
        Map<String, Value> all = new LinkedHashMap<>(defaultTags);
        if (tags instanceof Value.Mapping own) {
            all.putAll(own.entries());
        }
        return new Value.Mapping(all);
    }

    private static Map<String, Value> tagsIn(Value block) {
        boolean given = block instanceof Value.Mapping mapping && mapping.get("tags") instanceof Value.Mapping;
        return given ? ((Value.Mapping) ((Value.Mapping) block).get("tags")).entries() : Map.of();
    }

    private static String regionOf(Map<String, String> environment, String fallback) {
        String usual = environment.getOrDefault("AWS_DEFAULT_REGION", fallback);
        return environment.getOrDefault("AWS_REGION", usual);
    }
}
