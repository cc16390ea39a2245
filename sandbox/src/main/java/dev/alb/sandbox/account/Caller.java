package dev.alb.sandbox.account;

import dev.alb.sandbox.values.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How one provider block is configured. Terraform opens a connection of its own for each, so that several blocks, one
 * with an alias for another region, can share this provider.
 */
public final class Caller {
    /** The id of an account that says no other. */
    public static final String ACCOUNT = "123456789012";

    static final String FALLBACK_REGION = "us-east-1";

    private final Optional<String> declaredId;
    private volatile String accountId;
    private volatile String region;
    private volatile Map<String, Value> defaultTags = Map.of();
    private volatile IgnoredTags ignoredTags = IgnoredTags.NONE;
    private final CountDownLatch stop = new CountDownLatch(1);

    /** A caller in an account of which nothing is said. */
    public Caller() {
        this(Optional.empty(), FALLBACK_REGION);
    }

    /** A caller in an account; where neither its configuration nor the environment says a region, the account file does. */
    public Caller(Account account) {
        this(account.description().accountId(), account.description().region().orElse(FALLBACK_REGION));
    }

    Caller(Optional<String> declaredId, String fallbackRegion) {
        this.declaredId = declaredId;
        this.accountId = declaredId.orElse(ACCOUNT);
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
        accountId = accountIn(provider);
        ignoredTags = IgnoredTags.of(provider.get("ignore_tags"));
    }

    /** The tags that this provider block neither reads nor writes. */
    public IgnoredTags ignoredTags() {
        return ignoredTags;
    }

    /** Ends every {@link #await}, since Terraform no longer waits for an answer. */
    public void stop() {
        stop.countDown();
    }

    /**
     * Lets some time pass, as long as Terraform waits for the call.
     *
     * @throws Stopped if it no longer does
     */
    public void await(Duration time) {
        try {
            if (stop.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new Stopped();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped();
        }
    }

    /** The account that everything stands in, by its twelve digits. */
    public String accountId() {
        return accountId;
    }

    /** The account that a provider block meets: the declared one, or, where nobody has said which, one that it allows. */
    public String accountIn(Value.Mapping provider) {
        Value allowed = provider.get("allowed_account_ids");
        boolean others = !allowed.elements().isEmpty() && !allowed.elements().contains(Value.text(ACCOUNT));
        String assumed =
                allowed.isWhollyKnown() && others ? allowed.elements().get(0).text() : ACCOUNT;
        return declaredId.orElse(assumed);
    }

    /** The region that it works in. */
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
        return ignoredTags.without(new Value.Mapping(all));
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
