package dev.alb.sandbox.services;

import dev.alb.sandbox.account.Fingerprint;
import java.util.Locale;
import java.util.Set;

/**
 * A call to AWS, as the SDK names it.
 *
 * @param service the service, as the SDK's errors write it: {@code Elastic Load Balancing v2}
 * @param name the call, such as {@code CreateListener}
 * @param modelled whether the service's model lists its errors; the SDK prints those without {@code api error}
 */
public record Operation(String service, String name, boolean modelled) {
    /** The SDK tries again what is refused with one of these, and says so when it gives up. */
    private static final Set<String> TRIED_AGAIN = Set.of(
            "BandwidthLimitExceeded",
            "EC2ThrottledException",
            "LimitExceededException",
            "PriorRequestNotComplete",
            "RequestLimitExceeded",
            "RequestThrottled",
            "RequestThrottledException",
            "SlowDown",
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "TooManyRequestsException");

    private static final Set<Integer> TRIED_AGAIN_STATUS = Set.of(500, 502, 503, 504);
    private static final String GIVING_UP = "exceeded maximum number of attempts, 25, ";

    /** A refusal as the SDK prints it. The id of the request depends on nothing but what was refused. */
    public String error(Refusal refusal) {
        boolean listed = modelled && refusal.modelled();
        boolean triedAgain = TRIED_AGAIN.contains(refusal.code()) || TRIED_AGAIN_STATUS.contains(refusal.status());
        return beginning() + (triedAgain ? GIVING_UP : "") + "https response error StatusCode: "
                + refusal.status()
                + ", RequestID: " + request(refusal) + ", " + (listed ? "" : "api error ") + refusal.code() + ": "
                + refusal.getMessage();
    }

    /** What AWS says when calls come too fast. */
    Refusal throttling() {
        return switch (service) {
            case "EC2" ->
                Refusal.of("RequestLimitExceeded", "Request limit exceeded.").withStatus(503);
            case "S3" ->
                Refusal.of("SlowDown", "Please reduce your request rate.")
                        .withStatus(503)
                        .unmodelled();
            case "Lambda" ->
                Refusal.of("TooManyRequestsException", "Rate exceeded").withStatus(429);
            case "ACM", "SSM", "WAFV2" ->
                Refusal.of("ThrottlingException", "Rate exceeded").unmodelled();
            default -> Refusal.of("Throttling", "Rate exceeded").unmodelled();
        };
    }

    /** What the SDK prints where each attempt ends with a broken connection. */
    String lost(String region) {
        String host = service.toLowerCase(Locale.ROOT).replaceAll("( v2|[^a-z0-9])", "") + "." + region;
        return beginning() + GIVING_UP + "https response error StatusCode: 0, RequestID: , request send failed, Post"
                + " \"https://" + host + ".amazonaws.com/\": read: connection reset by peer";
    }

    /** What the SDK prints when Terraform is stopped. */
    String canceled() {
        return beginning() + "https response error StatusCode: 0, RequestID: , canceled, context canceled";
    }

    private String beginning() {
        return "operation error " + service + ": " + name + ", ";
    }

    /** S3 names the host too, which nothing can be learnt from. */
    private String request(Refusal refusal) {
        String id = Fingerprint.uuid(service, name, refusal.code(), refusal.getMessage());
        return service.equals("S3") ? id + ", HostID: " + Fingerprint.of(id) : id;
    }
}
