package dev.alb.sandbox.services;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The policy of a bucket: who may do what with it. */
final class BucketPolicy {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode policy;

    private BucketPolicy(JsonNode policy) {
        this.policy = policy;
    }

    /** The policy in some JSON; none if there is no object in it. */
    static Optional<BucketPolicy> find(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json.isObject() ? Optional.of(new BucketPolicy(json)) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The policy in some JSON. */
    static BucketPolicy parse(String text) {
        return find(text).orElseThrow(() -> malformed("Policies must be valid JSON and the first byte must be '{'"));
    }

    /** Refuses what S3 doesn't take for a policy of this bucket. */
    static void check(Change change) {
        String bucket = change.text("bucket");
        BucketPolicy policy = parse(change.text("policy"));
        if (!policy.policy.has("Statement")) {
            throw malformed("Missing required field Statement");
        }
        for (JsonNode statement : policy.statements()) {
            if (!statement.has("Principal") && !statement.has("NotPrincipal")) {
                throw malformed("Missing required field Principal");
            }
            if (!texts(statement.path("Action")).allMatch(BucketPolicy::isAction)) {
                throw malformed("Policy has invalid action");
            }
            if (!texts(statement.path("Resource")).allMatch(arn -> isIn(arn, bucket))) {
                throw malformed("Policy has invalid resource");
            }
        }
    }

    /**
     * Whether it lets Elastic Load Balancing write its logs.
     *
     * <p>The principal is the service, or the account of Elastic Load Balancing in an older region; conditions are not
     * weighed.
     *
     * @param key a key that a log would have
     */
    boolean letsLoadBalancersWrite(String bucket, String key) {
        String object = bucket + "/" + key;
        return statements().stream()
                .filter(statement -> statement.path("Effect").asText().equals("Allow"))
                .filter(statement -> texts(statement.path("Action")).anyMatch(a -> matches(a, "s3:PutObject")))
                .filter(statement -> texts(statement.path("Resource"))
                        .anyMatch(arn -> matches(arn.substring(arn.lastIndexOf(':') + 1), object)))
                .anyMatch(statement -> isLoadBalancing(statement.path("Principal")));
    }

    private static boolean isLoadBalancing(JsonNode principal) {
        return principal.asText().equals("*")
                || texts(principal.path("AWS")).findAny().isPresent()
                || texts(principal.path("Service"))
                        .anyMatch(
                                service -> service.startsWith("logdelivery.") || service.startsWith("delivery.logs."));
    }

    private List<JsonNode> statements() {
        JsonNode all = policy.path("Statement");
        return all.isArray() ? StreamSupport.stream(all.spliterator(), false).toList() : List.of(all);
    }

    private static Stream<String> texts(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText)
                : Stream.of(value).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    private static boolean isAction(String action) {
        return action.equals("*") || action.startsWith("s3:");
    }

    private static boolean isIn(String arn, String bucket) {
        String resource = arn.substring(arn.lastIndexOf(':') + 1);
        int slash = resource.indexOf('/');
        return resource.equals("*") || matches(slash < 0 ? resource : resource.substring(0, slash), bucket);
    }

    /** Whether a text fits a pattern with asterisks. */
    private static boolean matches(String pattern, String text) {
        String regex = ("\\Q" + pattern + "\\E").replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return text.matches(regex);
    }

    private static Refusal malformed(String message) {
        return Refusal.of("MalformedPolicy", message).unmodelled();
    }
}
